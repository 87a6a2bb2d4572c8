package org.jiaxue.statistics;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jiaxue.regions.Regions;
import org.jiaxue.statistics.Figures.About;
import org.jiaxue.web.Texts;

/** What periods and rows are called in the reader's language. */
record Labels(Texts texts, Regions regions) {

    /** A column's head: a week by its Monday, a month by its name, a term as the whole of it. */
    String brief(Period period) {
        return switch (period.unit()) {
            case WEEK -> format(period.from(), "statistics.format.week");
            case MONTH -> format(period.month().atDay(1), "statistics.format.month");
            case TERM -> term(period.term());
        };
    }

    /** The period's name with its first and last day. */
    String full(Period period) {
        String name =
                switch (period.unit()) {
                    case WEEK -> texts.say("statistics.period.week");
                    case MONTH -> format(period.month().atDay(1), "statistics.format.month-year");
                    case TERM -> term(period.term());
                };
        return texts.say(
                "statistics.period.full", name, texts.day(period.from()), texts.day(period.to()));
    }

    /** A term's name; the year of an autumn term is the one in which it begins. */
    String term(Term term) {
        String key =
                switch (term.half()) {
                    case AUTUMN -> "statistics.term.autumn";
                    case SPRING -> "statistics.term.spring";
                };
        return texts.say(key, Integer.toString(term.year()));
    }

    String row(About about) {
        return switch (about) {
            case About.Of(String code) -> texts.say(regions.nameOf(code));
            case About.Elsewhere _ -> texts.say("statistics.elsewhere");
            case About.In(var stage) -> texts.say(stage.key());
        };
    }

    private String format(LocalDate day, String key) {
        return DateTimeFormatter.ofPattern(texts.say(key), texts.locale()).format(day);
    }
}
