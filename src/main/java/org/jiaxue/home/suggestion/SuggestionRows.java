package org.jiaxue.home.suggestion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.home.suggestion.Suggestions.Found;
import org.jiaxue.licences.Confirmations;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Times;
import org.jiaxue.web.look.Lattice;
import org.jiaxue.web.look.Lengths;
import org.jiaxue.web.look.Tile;
import org.springframework.stereotype.Component;

/** Says suggestions in the reader's words. */
@Component
public class SuggestionRows {

    private static final int WHOLE = 100;
    private static final int SECONDS = 60;

    private final Suggestions suggestions;
    private final Times times;

    SuggestionRows(Suggestions suggestions, Times times) {
        this.suggestions = suggestions;
        this.times = times;
    }

    /**
     * What is suggested.
     *
     * @param title empty where nothing is
     * @param start what the first one's button says
     * @param note what is to be said besides; empty where nothing is
     * @param noteHref where the note leads on; empty where nowhere
     */
    public record Section(
            String title,
            List<Row> rows,
            String start,
            String note,
            String noteAction,
            String noteHref) {}

    /**
     * Something suggested.
     *
     * @param kind {@code begin}, {@code finish}, {@code answer}, {@code visit} or {@code ask}
     * @param meta what it is
     * @param why what it brings
     */
    public record Row(
            Suggestion of,
            String kind,
            String href,
            Tile tile,
            String title,
            List<String> meta,
            String why) {}

    /** What a guardian is told on their page. */
    public Section of(Texts texts, GuardianId guardian) {
        Found found = suggestions.of(guardian);
        List<Row> rows = rows(texts, found);
        int points = found.things().stream().mapToInt(Suggestion::points).sum();
        return new Section(
                rows.isEmpty() ? "" : texts.say("home.next.title", rows.size()),
                rows,
                rows.isEmpty() ? "" : texts.say("home.next.start." + start(rows.getFirst())),
                note(texts, found, points),
                found.state() == Suggestions.State.NOT_RECORDED
                        ? texts.say("home.next.not-recorded.action")
                        : "",
                found.state() == Suggestions.State.NOT_RECORDED ? "/me/data" : "");
    }

    private static String start(Row first) {
        return first.of().later() ? "later" : first.kind();
    }

    private static String note(Texts texts, Found found, int points) {
        int count = found.things().size();
        return switch (found.state()) {
            case COMPLETE -> texts.say("home.next.complete");
            case AWAITS_ACTIVITY -> texts.say("home.next.awaits-activity");
            case NO_LEVELS -> "";
            case NOT_RECORDED -> texts.say("home.next.not-recorded");
            case OPEN ->
                    count == 0
                            ? texts.say("home.next.none")
                            : count == 1 || points == 0
                                    ? ""
                                    : texts.say("home.next.all", count, points);
        };
    }

    /** The suggestions in the reader's language, in their order. */
    List<Row> rows(Texts texts, Found found) {
        return found.things().stream().map(it -> row(texts, it)).toList();
    }

    private Row row(Texts texts, Suggestion one) {
        return switch (one.thing()) {
            case Thing.Begin(Lesson lesson, boolean next) ->
                    lesson(texts, one, lesson, "begin", 0, fit(texts, lesson, next));
            case Thing.Finish(Lesson lesson, int percent) ->
                    lesson(texts, one, lesson, "finish", percent, left(texts, one, percent));
            case Thing.Answer(Lesson lesson) -> answer(texts, one, lesson);
            case Thing.Visit visit -> visit(texts, one, visit);
            case Thing.Ask(Confirmations.Askable askable) -> ask(texts, one, askable);
        };
    }

    private Row lesson(
            Texts texts, Suggestion one, Lesson lesson, String kind, int percent, String meta) {
        return new Row(
                one,
                kind,
                "/lessons/" + lesson.id(),
                Tile.lesson(lattice(lesson), one.minutes() * SECONDS, percent, false),
                texts.say(lesson.title()),
                List.of(
                        texts.say("home.kind." + lesson.kind().name().toLowerCase(Locale.ROOT)),
                        meta),
                brings(texts, one, one.course() ? "lesson-course" : "lesson"));
    }

    private static String fit(Texts texts, Lesson lesson, boolean next) {
        if (next) {
            return texts.say("home.next.meta.next");
        }
        Ages ages = lesson.ages();
        return ages == null
                ? texts.say("home.next.meta.stage", texts.say(lesson.stage().key()))
                : texts.say("home.next.meta.ages", ages.say(texts));
    }

    private static String left(Texts texts, Suggestion one, int percent) {
        return Lengths.tenths(percent, WHOLE) == 0
                ? texts.say("home.next.meta.left-began", one.minutes())
                : texts.say(
                        "home.next.meta.left", Lengths.share(texts, percent, WHOLE), one.minutes());
    }

    private Row answer(Texts texts, Suggestion one, Lesson lesson) {
        return new Row(
                one,
                "answer",
                "/lessons/" + lesson.id() + "#reflection",
                new Tile.Minutes(Lattice.DIAMONDS, one.minutes(), 0),
                texts.say("home.next.question", texts.say(lesson.title())),
                List.of(texts.say("home.next.meta.answer")),
                brings(texts, one, "answer"));
    }

    private Row visit(Texts texts, Suggestion one, Thing.Visit visit) {
        Instant start = visit.upcoming().session().startsAt();
        ZoneId zone = times.zone();
        String when =
                DateTimeFormatter.ofPattern(texts.say("home.next.format.visit"), texts.locale())
                        .format(start.atZone(zone));
        return new Row(
                one,
                "visit",
                "/activities/" + visit.upcoming().activity().id(),
                new Tile.Day(one.day(), one.day().isBefore(times.today().plusWeeks(1))),
                texts.say(visit.upcoming().activity().title()),
                List.of(
                        texts.say("home.kind.activity"),
                        when,
                        texts.say(visit.upcoming().activity().place())),
                brings(texts, one, "visit"));
    }

    private static Row ask(Texts texts, Suggestion one, Confirmations.Askable askable) {
        String who = texts.say("licences.confirmer." + askable.confirmer().slug());
        return new Row(
                one,
                "ask",
                askable.wanted().askHref(),
                new Tile.Minutes(Lattice.DIAMONDS, one.minutes(), 0),
                texts.say("home.next.ask", who, texts.say(askable.names().level())),
                List.of(texts.say(askable.names().scheme())),
                texts.say("home.next.brings.ask"));
    }

    /** What it brings, from when on, and what is lit by it. */
    private String brings(Texts texts, Suggestion one, String what) {
        List<String> parts = new ArrayList<>();
        parts.add(
                one.points() == 0
                        ? texts.say("home.next.brings.none")
                        : texts.say("home.next.brings." + what, one.points()));
        if (one.later()) {
            parts.add(texts.say("home.next.later", day(texts, one.day())));
        }
        one.lights().forEach(it -> parts.add(texts.say("home.next.lights", lit(texts, it))));
        return String.join(texts.say("home.next.and"), parts) + texts.say("home.next.stop");
    }

    /** Ages stay on one line: a joiner stands on either side of their dash. */
    private static String lit(Texts texts, Suggestion.Lit lit) {
        return lit.single()
                ? texts.say(lit.scheme())
                : texts.say(
                        "home.next.lit",
                        texts.say(lit.layer()).replace("–", "\u2060–\u2060"),
                        texts.say(lit.level()));
    }

    private static String day(Texts texts, LocalDate day) {
        return DateTimeFormatter.ofPattern(texts.say("home.next.format.day"), texts.locale())
                .format(day);
    }

    private static Lattice lattice(Lesson lesson) {
        return switch (lesson.kind()) {
            case VIDEO -> Lattice.STEPS;
            case ARTICLE -> Lattice.ICE;
            case AUDIO -> Lattice.WAVES;
        };
    }
}
