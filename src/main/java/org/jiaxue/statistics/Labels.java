package org.jiaxue.statistics;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.statistics.Figures.About;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.web.Term;
import org.jiaxue.web.Texts;

/** What periods and rows are called in the reader's language. */
public record Labels(Texts texts, Regions regions) {

    /** A column's head: a week by its Monday, a month by its name, a term as the whole of it. */
    public String brief(Period period) {
        return switch (period.unit()) {
            case WEEK -> format(period.from(), "statistics.format.week");
            case MONTH -> format(period.month().atDay(1), "statistics.format.month");
            case TERM -> term(period.term());
        };
    }

    /** The period's name with its first and last day. */
    public String full(Period period) {
        return texts.say(
                "statistics.period.full",
                name(period),
                texts.day(period.from()),
                texts.day(period.to()));
    }

    /** What a month or term is called; a week is called just that. */
    public String name(Period period) {
        return switch (period.unit()) {
            case WEEK -> texts.say("statistics.period.week");
            case MONTH -> format(period.month().atDay(1), "statistics.format.month-year");
            case TERM -> term(period.term());
        };
    }

    /** A term's name; the year of an autumn term is the one in which it begins. */
    public String term(Term term) {
        String key =
                switch (term.half()) {
                    case AUTUMN -> "statistics.term.autumn";
                    case SPRING -> "statistics.term.spring";
                };
        return texts.say(key, Integer.toString(term.year()));
    }

    public String row(About about) {
        return switch (about) {
            case About.Of(String code) -> texts.say(regions.nameOf(code));
            case About.Elsewhere _ -> texts.say("statistics.elsewhere");
            case About.In(var stage) -> texts.say(stage.key());
            case About.On(var platform) -> platform(platform);
        };
    }

    public String platform(PlatformKind platform) {
        return texts.say("statistics.platform." + platform.slug());
    }

    /** What is counted, with the kind of platform if only one is. */
    public String measure(Question question) {
        String measure = texts.say("statistics.measure." + question.measure().slug());
        return question.platform() == null
                ? measure
                : texts.say("statistics.measure.on", measure, platform(question.platform()));
    }

    /** How the figures are counted, closed and withheld, a sentence or more each. */
    public List<String> notes(Measure measure) {
        List<String> keys = new ArrayList<>(List.of("measure." + measure.slug() + ".means"));
        if (measure == Measure.SCHOOLS) {
            keys.add("note.shares");
        }
        keys.add(measure.supply() ? "note.supply" : "note.few");
        if (measure.heads()) {
            keys.add("note.estimated");
        }
        keys.add("note.weeks");
        keys.add(measure.supply() ? "note.closed.supply" : "note.closed");
        return keys.stream().map(key -> texts.say("statistics." + key)).toList();
    }

    /** A share such as 15.0%, or why there is none. */
    public String share(Figure.Part part) {
        return part.percent()
                .map(percent -> percent.toPlainString() + "%")
                .orElseGet(() ->
                        texts.say(
                                part.value() == 0 && part.of() == 0
                                        ? "statistics.share.none"
                                        : "statistics.share.unknown"));
    }

    private String format(LocalDate day, String key) {
        return DateTimeFormatter.ofPattern(texts.say(key), texts.locale()).format(day);
    }
}
