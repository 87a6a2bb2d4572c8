package org.jiaxue.licences;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiaxue.licences.Licences.Progress;
import org.jiaxue.licences.Licences.Standings;
import org.jiaxue.licences.Licences.Storey;
import org.jiaxue.licences.Licences.Time;
import org.jiaxue.web.Frame;
import org.jiaxue.web.look.House;
import org.jiaxue.web.look.Pane;

/**
 * A guardian's standings in words and windows.
 *
 * @param house layers as storeys, levels as windows
 * @param steps how to light the next window of each child's layer
 */
public record HouseOfStars(House house, List<Steps> steps) {

    /**
     * How to light the next window of a layer.
     *
     * @param exampleLabel whether the example suffices or is a beginning
     * @param example what would suffice, in one sentence
     * @param activities whether activities are asked for
     * @param further what else is asked
     */
    public record Steps(
            String title,
            String pointsValue,
            String pointsNote,
            int pointsPercent,
            boolean pointsDone,
            String activitiesValue,
            String activitiesNote,
            boolean activitiesDone,
            String exampleLabel,
            String example,
            boolean activities,
            List<AimRow> further) {}

    /** Draws the standings in the reader's language. */
    public static HouseOfStars of(Frame frame, Standings standings) {
        House house =
                new House(
                        standings.lit() == 0
                                ? frame.say("licences.house.dark")
                                : frame.say("licences.house.lit", standings.lit()),
                        frame.say("licences.house.text"),
                        standings.storeys().stream().map(it -> storey(frame, it)).toList());
        boolean several = standings.next().size() > 1;
        return new HouseOfStars(
                house, standings.next().stream().map(it -> steps(frame, it, several)).toList());
    }

    private static House.Storey storey(Frame frame, Storey storey) {
        String name = frame.say(storey.layerName());
        String level =
                Optional.ofNullable(storey.levelName())
                        .map(frame::say)
                        .orElseGet(() ->
                                storey.time() == Time.LATER
                                        ? frame.say("licences.storey.later")
                                        : "");
        return new House.Storey(
                name,
                level,
                frame.say("licences.storey.spoken", name, storey.reached(), storey.levels()),
                switch (storey.time()) {
                    case PAST -> House.Time.PAST;
                    case NOW -> House.Time.NOW;
                    case LATER -> House.Time.LATER;
                },
                IntStream.rangeClosed(1, storey.levels())
                        .mapToObj(window -> pane(storey, window))
                        .toList());
    }

    private static Pane pane(Storey storey, int window) {
        if (window <= storey.reached()) {
            return new Pane.Lit(false);
        }
        if (window == storey.reached() + 1 && storey.percent() > 0) {
            return new Pane.Filling(storey.percent());
        }
        return storey.time() == Time.LATER ? new Pane.Later() : new Pane.Unlit();
    }

    private static Steps steps(Frame frame, Progress next, boolean several) {
        return new Steps(
                several
                        ? frame.say(
                                "licences.next.title-of", frame.say(next.layerName()), next.level())
                        : frame.say("licences.next.title", next.level()),
                frame.say("licences.next.points-value", next.points(), next.pointsNeeded()),
                next.pointsLeft() == 0
                        ? frame.say("licences.next.points-done")
                        : frame.say(
                                "licences.next.points-note",
                                next.pointsNeeded(),
                                next.pointsLeft()),
                next.points() * 100 / Math.max(1, next.pointsNeeded()),
                next.pointsLeft() == 0,
                frame.say(
                        "licences.next.activities-value",
                        next.activities(),
                        next.activitiesNeeded()),
                activitiesNote(frame, next),
                next.activitiesLeft() == 0,
                frame.say(
                        next.example().missing() == 0
                                ? "licences.example.label"
                                : "licences.example.label-begin"),
                example(frame, next),
                next.activitiesNeeded() > 0,
                next.further().stream().map(it -> AimRow.of(frame, it)).toList());
    }

    private static String activitiesNote(Frame frame, Progress next) {
        if (next.activitiesLeft() == 0) {
            return frame.say("licences.next.activities-done");
        }
        return next.livesForActivity() == 0
                ? frame.say("licences.next.activities-left", next.activitiesLeft())
                : frame.say(
                        "licences.next.activities-note",
                        next.activitiesLeft(),
                        next.livesForActivity());
    }

    private static String example(Frame frame, Progress next) {
        Licences.Example example = next.example();
        List<String> parts = new ArrayList<>();
        if (example.activities() > 0) {
            parts.add(
                    frame.say(
                            "licences.example.activities",
                            example.activities(),
                            example.activityPoints()));
        }
        if (example.lessons() > 0) {
            parts.add(
                    frame.say(
                            "licences.example.lessons",
                            example.lessons(),
                            example.lessonPoints(),
                            example.questionPoints()));
        }
        String all =
                parts.isEmpty()
                        ? frame.say("licences.example.no-lessons")
                        : frame.say(
                                "licences.example.all",
                                String.join(frame.say("licences.example.and"), parts),
                                example.sum());
        return example.missing() == 0
                ? all
                : all + frame.say("licences.example.missing", example.missing());
    }
}
