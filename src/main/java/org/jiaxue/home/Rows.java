package org.jiaxue.home;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jiaxue.activities.Upcoming;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.Pick;
import org.jiaxue.home.TodayView.PickRow;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Times;
import org.jiaxue.web.look.Lattice;
import org.jiaxue.web.look.Lengths;
import org.jiaxue.web.look.Tile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says a pick, and why it was picked, in the reader's words. */
@Component
class Rows {

    private static final int YEAR = 12;
    private static final int WHOLE = 100;

    private final Regions regions;
    private final Times times;

    Rows(Regions regions, Times times) {
        this.regions = regions;
        this.times = times;
    }

    PickRow pick(Frame frame, Pick pick, List<Integer> ages) {
        Lesson lesson = pick.lesson();
        String why =
                switch (pick.reason()) {
                    case NEXT_IN_COURSE -> frame.say("home.why.next");
                    case FITS_AGE -> whyForAge(frame, lesson, ages);
                    case FITS_STAGE -> whyForStage(frame, lesson);
                    case TO_BEGIN_WITH -> whyForStage(frame, lesson);
                };
        return lesson(frame, lesson, why);
    }

    PickRow resumed(Frame frame, Lesson lesson, int percent) {
        String why =
                Lengths.tenths(percent, WHOLE) == 0
                        ? frame.say("home.why.resume-began")
                        : frame.say(
                                "home.why.resume", Lengths.share(frame.texts(), percent, WHOLE));
        return row(frame, lesson, percent, why);
    }

    PickRow lesson(Frame frame, Lesson lesson, String why) {
        return row(frame, lesson, 0, why);
    }

    PickRow activity(Frame frame, Upcoming upcoming, String why) {
        LocalDate day = times.dayOf(upcoming.session().startsAt());
        String hour =
                DateTimeFormatter.ofPattern(frame.say("home.format.hour"), frame.locale())
                        .format(upcoming.session().startsAt().atZone(times.zone()));
        boolean soon = day.isBefore(times.today().plusWeeks(1));
        return new PickRow(
                "/activities/" + upcoming.activity().id(),
                new Tile.Day(day, soon),
                frame.say(upcoming.activity().title()),
                List.of(frame.say("home.kind.activity"), hour),
                why);
    }

    String whyForStage(Frame frame, Lesson lesson) {
        return frame.say("home.why.stage", frame.say(lesson.stage().key()));
    }

    String whyNear(Frame frame, String division) {
        return frame.say("home.why.near", frame.say(regions.nameOf(division)));
    }

    /** Names the age of the child that the lesson fits. */
    private String whyForAge(Frame frame, Lesson lesson, List<Integer> ages) {
        return ages.stream()
                .filter(age -> fits(lesson.ages(), age))
                .findFirst()
                .map(age -> frame.say("home.why.age", age))
                .orElseGet(() -> whyForStage(frame, lesson));
    }

    private static boolean fits(@Nullable Ages ages, int age) {
        return ages != null && ages.from() < (age + 1) * YEAR && age * YEAR < ages.to();
    }

    private static PickRow row(Frame frame, Lesson lesson, int percent, String why) {
        return new PickRow(
                "/lessons/" + lesson.id(),
                Tile.lesson(lattice(lesson), lesson.seconds(), percent, false),
                frame.say(lesson.title()),
                List.of(
                        frame.say("home.kind." + lesson.kind().name().toLowerCase(Locale.ROOT)),
                        frame.say(lesson.author())),
                why);
    }

    private static Lattice lattice(Lesson lesson) {
        return switch (lesson.kind()) {
            case VIDEO -> Lattice.STEPS;
            case ARTICLE -> Lattice.ICE;
            case AUDIO -> Lattice.WAVES;
        };
    }
}
