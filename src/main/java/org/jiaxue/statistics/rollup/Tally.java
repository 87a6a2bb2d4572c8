package org.jiaxue.statistics.rollup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jiaxue.regions.Division.Level;

/**
 * Counts a province by parts of every level, over all stages and by stage, from rows that come
 * division by division; so no more than one division of each level is in memory.
 *
 * <p>Guardians beyond {@link Heads#EXACT} are estimated. Where there are parts below, their numbers
 * are added up instead, as long as the sum is within the bounds that 95 of 100 estimates keep:
 * parts are mostly small enough to be exact, and guardians who learned in several of them are few.
 */
final class Tally {

    private static final List<Integer> DIGITS =
            Stream.of(Level.values()).map(Level::digits).toList();

    private final Consumer<Count> counts;
    private final Deque<Place> open = new ArrayDeque<>();

    Tally(Consumer<Count> counts) {
        this.counts = counts;
    }

    /** What is known of a place, for one stage or for all. */
    private static final class Group {
        private final Heads heads = new Heads();
        private long facts;
        private long inParts;
        private boolean parts;

        Count count(int digits, String part, String stage, Heads.Size size) {
            long about = size.about();
            if (size.exact()) {
                return new Count(digits, part, stage, facts, about);
            }
            long guardians = parts ? Math.clamp(inParts, size.least(), size.most()) : about;
            long utmost = Math.max(guardians, Math.min(facts, size.utmost()));
            return new Count(digits, part, stage, facts, Math.min(guardians, facts), utmost);
        }

        void addPart(Count part, Heads.Size size) {
            heads.add(size);
            facts += part.facts();
            inParts += part.guardians();
            parts = true;
        }
    }

    private record Place(int digits, String part, Map<String, Group> stages, Group all) {

        Group stage(String stage) {
            return stages.computeIfAbsent(stage, _ -> new Group());
        }
    }

    /** Adds a row; its division is that of the row before or comes after it. */
    void add(String division, String stage, long facts, byte[] guardians) {
        closeUnless(division);
        for (int digits : DIGITS.subList(open.size(), DIGITS.size())) {
            open.push(new Place(digits, left(division, digits), new TreeMap<>(), new Group()));
        }
        Group group = open.element().stage(stage);
        group.heads.add(guardians);
        group.facts += facts;
    }

    /** Counts what is left. */
    void end() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private void closeUnless(String division) {
        while (!open.isEmpty()
                && !open.element().part().equals(left(division, open.element().digits()))) {
            close(open.pop());
        }
    }

    private void close(Place place) {
        Place above = open.peek();
        Group all = place.all();
        place.stages()
                .forEach((stage, group) -> {
                    Heads.Size size = group.heads.size();
                    Count count = group.count(place.digits(), place.part(), stage, size);
                    if (!stage.isEmpty()) {
                        counts.accept(count);
                    }
                    all.heads.add(size);
                    all.facts += group.facts;
                    if (above != null) {
                        above.stage(stage).addPart(count, size);
                    }
                });
        Count count = all.count(place.digits(), place.part(), "", all.heads.size());
        counts.accept(count);
        if (above != null) {
            above.all().inParts += count.guardians();
            above.all().parts = true;
        }
    }

    private static String left(String division, int digits) {
        return division.substring(0, Math.min(division.length(), digits));
    }
}
