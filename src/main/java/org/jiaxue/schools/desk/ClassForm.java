package org.jiaxue.schools.desk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.Stage;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.web.Frame;

/** Reads the forms that make a class and correct one. */
final class ClassForm {

    /** Nobody is in one stage for longer than primary school's six years. */
    private static final int YEARS_BACK = 6;

    private ClassForm() {}

    /** The class that was filled in; empty when something has to be mended, which the form says. */
    static Optional<SchoolClass> read(Frame frame, Form form, UUID school, LocalDate today) {
        String name = name(frame, form);
        Optional<Stage> stage = stage(frame, form);
        Optional<Integer> entry = entry(frame, form, today.getYear() - YEARS_BACK, today);
        Optional<Integer> pupils = whole(form.value("pupils"), 1, SchoolClass.MOST_PUPILS);
        if (pupils.isEmpty()) {
            form.wrong("pupils", frame.say("schools.form.pupils", SchoolClass.MOST_PUPILS));
        }
        return form.good()
                ? Optional.of(
                        new SchoolClass(
                                ClassId.next(),
                                school,
                                name,
                                stage.orElseThrow(),
                                entry.orElseThrow(),
                                pupils.orElseThrow(),
                                null))
                : Optional.empty();
    }

    /**
     * The class with what was filled in in its place; empty when something has to be mended. A year
     * of entry that stood before is good however long ago it is.
     */
    static Optional<SchoolClass> correct(Frame frame, Form form, SchoolClass now, LocalDate today) {
        String name = name(frame, form);
        Optional<Stage> stage = stage(frame, form);
        int from = Math.min(now.entryYear(), today.getYear() - YEARS_BACK);
        Optional<Integer> entry = entry(frame, form, from, today);
        return form.good()
                ? Optional.of(
                        new SchoolClass(
                                now.id(),
                                now.organisation(),
                                name,
                                stage.orElseThrow(),
                                entry.orElseThrow(),
                                now.pupils(),
                                now.closedOn()))
                : Optional.empty();
    }

    private static String name(Frame frame, Form form) {
        String name = form.value("name");
        if (name.isEmpty()) {
            form.wrong("name", frame.say("schools.form.name-missing"));
        }
        if (name.codePointCount(0, name.length()) > SchoolClass.LONGEST_NAME) {
            form.wrong("name", frame.say("schools.form.name-long", SchoolClass.LONGEST_NAME));
        }
        return name;
    }

    private static Optional<Stage> stage(Frame frame, Form form) {
        Optional<Stage> stage = Stage.ofSlug(form.value("stage"));
        if (stage.isEmpty()) {
            form.wrong("stage", frame.say("schools.form.choose"));
        }
        return stage;
    }

    private static Optional<Integer> entry(Frame frame, Form form, int from, LocalDate today) {
        int to = today.getYear() + 1;
        Optional<Integer> entry = whole(form.value("entry"), from, to);
        if (entry.isEmpty()) {
            form.wrong(
                    "entry",
                    frame.say("schools.form.entry", Integer.toString(from), Integer.toString(to)));
        }
        return entry;
    }

    private static Optional<Integer> whole(String text, int from, int to) {
        return text.matches("[0-9]{1,4}")
                ? Optional.of(Integer.parseInt(text)).filter(it -> it >= from && it <= to)
                : Optional.empty();
    }
}
