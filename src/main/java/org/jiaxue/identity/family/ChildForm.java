package org.jiaxue.identity.family;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Problem;
import org.jspecify.annotations.Nullable;

/** A child as it was filled in: digits of a year and a month, a stage's slug or nothing. */
record ChildForm(String year, String month, String stage) {

    private static final int LONGEST = 20;

    static final ChildForm EMPTY = new ChildForm("", "", "");

    /** A field that was not sent arrives as null and counts as empty; over-long text is cut. */
    ChildForm {
        year = cut(year);
        month = cut(month);
        stage = cut(stage);
    }

    private static String cut(@Nullable String text) {
        String plain = text == null ? "" : text.strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /** What the form says, or what is wrong with it. */
    sealed interface Read permits Read.Child, WrongField {

        record Child(YearMonth birthMonth, @Nullable Stage stage) implements Read {}
    }

    boolean empty() {
        return year.isBlank() && month.isBlank();
    }

    Read read(LocalDate today) {
        if (empty()) {
            return new WrongField(
                    "year", Problem.unprocessable("identity.problem.birth-month-missing"));
        }
        Optional<YearMonth> birth = BirthMonth.read(year, month);
        if (birth.isEmpty()) {
            return new WrongField(
                    "year", Problem.unprocessable("identity.problem.birth-month-unreadable"));
        }
        if (!BirthMonth.possible(birth.get(), today)) {
            return new WrongField("year", BirthMonth.impossible());
        }
        if (stage.isEmpty()) {
            return new Read.Child(birth.get(), null);
        }
        return Stage.ofSlug(stage)
                .<Read>map(it -> new Read.Child(birth.get(), it))
                .orElseGet(() ->
                        new WrongField(
                                "stage", Problem.unprocessable("identity.problem.no-stage")));
    }

    static ChildForm of(Child child, LocalDate today) {
        boolean suggested = child.stage() == Stage.suggest(child.birthMonth(), today);
        return new ChildForm(
                Integer.toString(child.birthMonth().getYear()),
                Integer.toString(child.birthMonth().getMonthValue()),
                suggested ? "" : child.stage().slug());
    }
}
