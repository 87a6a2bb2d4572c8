package org.jiaxue.licences.mine;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiaxue.licences.AimRow;
import org.jiaxue.licences.Confirmer;
import org.jiaxue.licences.Licences.Asking;
import org.jiaxue.licences.Licences.Next;
import org.jiaxue.licences.Licences.Path;
import org.jiaxue.licences.Licences.Rung;
import org.jiaxue.licences.asking.Reason;
import org.jiaxue.web.Frame;
import org.jiaxue.web.look.House;
import org.jiaxue.web.look.Pane;
import org.jspecify.annotations.Nullable;

/**
 * A scheme whose layers are not ages, in words and windows.
 *
 * @param period what its sums run over; empty where they never begin anew
 * @param house null where there is one window alone
 * @param done what is said where nothing is left to reach; empty otherwise
 * @param steps what the next levels ask
 */
record PathCard(String title, String period, @Nullable House house, String done, List<Step> steps) {

    /**
     * What the next level of a layer asks.
     *
     * @param title the level; empty where the scheme has one alone
     * @param rows empty where only a confirmation is missing
     * @param asking how the confirmation stands; empty where nobody has to be asked yet
     */
    record Step(String title, List<AimRow> rows, String asking) {}

    static PathCard of(Frame frame, Path path) {
        boolean one = path.levels() == 1 && path.rungs().size() == 1;
        List<Step> steps =
                path.rungs().stream().flatMap(it -> step(frame, it, one).stream()).toList();
        return new PathCard(
                frame.say(path.schemeName()),
                path.periodName() == null ? "" : frame.say(path.periodName()),
                one ? null : house(frame, path),
                done(frame, path, one),
                steps);
    }

    private static String done(Frame frame, Path path, boolean one) {
        boolean all = path.rungs().stream().allMatch(it -> it.reached() == path.levels());
        if (!all) {
            return "";
        }
        return frame.say(one ? "licences.path.done-one" : "licences.path.done");
    }

    private static House house(Frame frame, Path path) {
        int lit = path.rungs().stream().mapToInt(Rung::reached).sum();
        return new House(
                lit == 0 ? frame.say("licences.house.dark") : frame.say("licences.house.lit", lit),
                frame.say("licences.path.house"),
                path.rungs().stream().map(it -> storey(frame, it, path.levels())).toList());
    }

    private static House.Storey storey(Frame frame, Rung rung, int levels) {
        String name = frame.say(rung.layerName());
        return new House.Storey(
                name,
                Optional.ofNullable(rung.levelName()).map(frame::say).orElse(""),
                frame.say("licences.storey.spoken", name, rung.reached(), levels),
                rung.next() == null && rung.reached() == 0 ? House.Time.LATER : House.Time.NOW,
                IntStream.rangeClosed(1, levels).mapToObj(window -> pane(rung, window)).toList());
    }

    private static Pane pane(Rung rung, int window) {
        if (window <= rung.reached()) {
            return new Pane.Lit(false);
        }
        @Nullable Next next = rung.next();
        if (next == null) {
            return rung.reached() == 0 ? new Pane.Later() : new Pane.Unlit();
        }
        int percent = percent(next);
        boolean fills = window == next.level() && percent > 0 && percent < 100;
        return fills ? new Pane.Filling(percent) : new Pane.Unlit();
    }

    /** How far the level has come by what is missing most. */
    private static int percent(Next next) {
        return (int)
                next.aims().stream()
                        .mapToLong(it -> Math.min(it.have(), it.need()) * 100 / it.need())
                        .min()
                        .orElse(0);
    }

    /** Of layers that are confirmed one after the other only what can be done now is shown. */
    private static Optional<Step> step(Frame frame, Rung rung, boolean one) {
        @Nullable Next next = rung.next();
        if (next == null) {
            return Optional.empty();
        }
        boolean self = next.confirmer() == Confirmer.SELF;
        if (!self && next.asking() == Asking.NONE) {
            return Optional.empty();
        }
        String layer = frame.say(rung.layerName());
        return Optional.of(
                new Step(
                        one
                                ? ""
                                : frame.say(
                                        "licences.path.next", layer, frame.say(next.levelName())),
                        self
                                ? next.aims().stream().map(it -> AimRow.of(frame, it)).toList()
                                : List.of(),
                        self ? "" : asking(frame, next)));
    }

    private static String asking(Frame frame, Next next) {
        String who = frame.say("licences.confirmer." + next.confirmer().slug());
        String now =
                switch (next.asking()) {
                    case OPEN -> frame.say("licences.asking.open", who);
                    case WAITING -> frame.say("licences.asking.waiting", who);
                    case NOBODY -> frame.say("licences.asking.nobody", who);
                    case NONE -> "";
                };
        return next.declined().isEmpty()
                ? now
                : frame.say(
                                "licences.asking.declined",
                                who,
                                Reason.words(frame.texts(), next.declined()))
                        + now;
    }
}
