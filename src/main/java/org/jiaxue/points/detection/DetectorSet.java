package org.jiaxue.points.detection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiaxue.web.Words;

/**
 * The detectors that are in force from a day on, and what is said at an entry that is held.
 *
 * @param version rises with every change
 * @param template whether these are defaults and must not be presented as official
 * @param detectors in order; the first that trips names the hold
 */
public record DetectorSet(
        int version,
        LocalDate from,
        Words name,
        boolean template,
        List<Detector> detectors,
        Map<Sentence, Words> sentences) {

    /** What an entry says, by how its hold stands. */
    public enum Sentence {
        HELD,
        HELD_NONE,
        RELEASED,
        RELEASED_IN_TIME,
        REFUSED,
        APPEAL_RELEASED,
        APPEAL_REFUSED
    }

    /** A detector that tripped, and the figures that it looked at. */
    public record Tripped(String detector, int version, Map<Measure, Integer> figures) {}

    /** The first detector that these figures trip. */
    Optional<Tripped> tripped(Map<Measure, Integer> figures) {
        return detectors.stream()
                .filter(it -> it.trips(figures))
                .findFirst()
                .map(it -> new Tripped(it.name(), version, it.lookedAt(figures)));
    }

    Words say(Sentence sentence, int points, int days) {
        Words words = Objects.requireNonNull(sentences.get(sentence));
        return words.with("points", points).with("days", days);
    }

    /** Whether the same is held under both; their words may differ. */
    boolean holdsAs(DetectorSet other) {
        return from.equals(other.from) && limits().equals(other.limits());
    }

    private List<Map.Entry<String, List<Detector.Limit>>> limits() {
        return detectors.stream().map(it -> Map.entry(it.name(), it.limits())).toList();
    }
}
