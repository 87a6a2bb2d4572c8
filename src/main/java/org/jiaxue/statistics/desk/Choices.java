package org.jiaxue.statistics.desk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiaxue.statistics.Asked;
import org.jiaxue.statistics.Labels;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Statistics;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Term;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;

/** The stretches of time that the page offers, by weeks, months and terms. */
@Component
class Choices {

    /** The one that is meant where none is named. */
    static final String LAST_WEEKS = "12-weeks";

    private static final String LAST_MONTHS = "12-months";
    private static final String LAST_TERMS = "4-terms";
    private static final String WEEKS_OF = "-weeks";
    private static final int MONTHS = 12;
    private static final int TERMS = 4;

    private final Statistics statistics;
    private final Times times;

    Choices(Statistics statistics, Times times) {
        this.statistics = statistics;
        this.times = times;
    }

    /** The periods of a choice, a term after its months. */
    List<Period> periods(String time) {
        return switch (time) {
            case LAST_WEEKS -> statistics.lastWeeks(Asked.WEEKS);
            case LAST_MONTHS -> lastMonths();
            case LAST_TERMS -> terms().reversed().stream().map(Period::of).toList();
            default ->
                    terms().stream()
                            .filter(term -> time.equals(term.code()) || time.equals(weeksOf(term)))
                            .findFirst()
                            .map(term -> periods(term, time))
                            .orElseThrow(() ->
                                    new Refusal(Problem.unprocessable("statistics.problem.time")));
        };
    }

    private static List<Period> periods(Term term, String time) {
        if (time.equals(weeksOf(term))) {
            return Period.of(term).weeks();
        }
        List<Period> periods = new ArrayList<>(term.months().stream().map(Period::of).toList());
        periods.add(Period.of(term));
        return periods;
    }

    private List<Period> lastMonths() {
        YearMonth now = Period.weekOf(times.today()).month();
        return Stream.iterate(now.minusMonths(MONTHS - 1L), month -> month.plusMonths(1))
                .limit(MONTHS)
                .map(Period::of)
                .toList();
    }

    /** All choices in words, by their names. */
    Map<String, String> offered(Labels labels) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(LAST_WEEKS, labels.texts().say("statistics.time.weeks", Asked.WEEKS));
        choices.put(LAST_MONTHS, labels.texts().say("statistics.time.months", MONTHS));
        choices.put(LAST_TERMS, labels.texts().say("statistics.time.terms", TERMS));
        terms().forEach(term ->
                choices.put(
                        term.code(),
                        labels.texts().say("statistics.time.months-of", labels.term(term))));
        terms().forEach(term ->
                choices.put(
                        weeksOf(term),
                        labels.texts().say("statistics.time.weeks-of", labels.term(term))));
        return choices;
    }

    private List<Term> terms() {
        return Stream.iterate(Period.weekOf(times.today()).term(), Term::before)
                .limit(TERMS)
                .toList();
    }

    private static String weeksOf(Term term) {
        return term.code() + WEEKS_OF;
    }
}
