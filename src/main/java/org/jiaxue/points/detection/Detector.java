package org.jiaxue.points.detection;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A small policy: it trips where all its limits are met. What was not measured meets no limit.
 *
 * @param limits at least one
 * @param words the figures that tripped it, with a slot for each measure
 */
public record Detector(String name, List<Limit> limits, Words words) {

    /** On which side of a number a measure meets a limit. */
    public enum Side {
        AT_LEAST,
        MORE_THAN,
        LESS_THAN
    }

    /** What a measure must be. */
    public record Limit(Measure measure, Side side, int number) {

        boolean meets(Map<Measure, Integer> figures) {
            @Nullable Integer figure = figures.get(measure);
            return figure != null
                    && switch (side) {
                        case AT_LEAST -> figure >= number;
                        case MORE_THAN -> figure > number;
                        case LESS_THAN -> figure < number;
                    };
        }
    }

    boolean trips(Map<Measure, Integer> figures) {
        return limits.stream().allMatch(limit -> limit.meets(figures));
    }

    /** Of all figures, those that this detector looks at. */
    Map<Measure, Integer> lookedAt(Map<Measure, Integer> figures) {
        return figures.entrySet().stream()
                .filter(it -> limits.stream().anyMatch(limit -> limit.measure() == it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The figures in a sentence. */
    Words say(Map<String, Integer> figures) {
        return new Words(fill(words.zh(), figures), fill(words.en(), figures));
    }

    private static String fill(String sentence, Map<String, Integer> figures) {
        String filled = sentence;
        for (Map.Entry<String, Integer> figure : figures.entrySet()) {
            filled = filled.replace("{" + figure.getKey() + "}", figure.getValue().toString());
        }
        return filled;
    }
}
