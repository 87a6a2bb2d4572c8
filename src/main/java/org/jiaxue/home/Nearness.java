package org.jiaxue.home;

import java.util.Optional;
import org.jiaxue.home.TodayView.Near;
import org.jiaxue.licences.Licences;
import org.jiaxue.licences.Licences.Progress;
import org.jiaxue.licences.Licences.Standings;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.look.Pane;
import org.springframework.stereotype.Component;

/** Says in one line how near the next window of a guardian's house is. */
@Component
class Nearness {

    private final Licences licences;

    Nearness(Licences licences) {
        this.licences = licences;
    }

    Optional<Near> of(Frame frame, GuardianId guardian) {
        return licences.standings(guardian)
                .flatMap(standings ->
                        standings.next().stream()
                                .findFirst()
                                .map(next -> near(frame, standings, next)));
    }

    private static Near near(Frame frame, Standings standings, Progress next) {
        int percent = next.pointsNeeded() == 0 ? 0 : next.points() * 100 / next.pointsNeeded();
        Pane pane = percent == 0 ? new Pane.Unlit() : new Pane.Filling(percent);
        String layer = frame.say(next.layerName());
        String title =
                standings.storeys().stream()
                        .filter(it -> it.layerName().equals(next.layerName()))
                        .findFirst()
                        .map(Licences.Storey::levelName)
                        .map(level -> frame.say("home.near.level", layer, frame.say(level)))
                        .orElse(layer);
        return new Near(pane, title, rest(frame, next));
    }

    private static String rest(Frame frame, Progress next) {
        String level = frame.say(next.levelName());
        if (next.pointsLeft() > 0 && next.activitiesLeft() > 0) {
            return frame.say("home.near.both", level, next.pointsLeft(), next.activitiesLeft());
        }
        return next.pointsLeft() > 0
                ? frame.say("home.near.points", level, next.pointsLeft())
                : frame.say("home.near.activities", level, next.activitiesLeft());
    }
}
