package org.jiaxue.points.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the levels below may change of a rule. Where nothing is said of it, points stay as they are,
 * caps may only be lowered, and a further condition may be set.
 *
 * @param fixed whether nothing at all may be changed
 * @param points the points that they may set
 * @param caps the caps that they may set
 */
public record Leeway(boolean fixed, @Nullable Span points, Map<Period, Span> caps) {

    public static final Leeway NONE = new Leeway(false, null, Map.of());

    public Leeway {
        caps = Map.copyOf(caps);
    }

    /**
     * What the levels below may change of the whole set.
     *
     * @param caps the total caps that they may set; others may only be lowered
     * @param added the points of rules that they may add, null where they may add none
     * @param mostAdded how many
     */
    public record OfSet(Map<Period, Span> caps, @Nullable Span added, int mostAdded) {

        public static final OfSet NONE = new OfSet(Map.of(), null, 0);

        public OfSet {
            caps = Map.copyOf(caps);
        }
    }
}
