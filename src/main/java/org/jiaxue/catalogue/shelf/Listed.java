package org.jiaxue.catalogue.shelf;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.catalogue.Moment;
import org.jiaxue.catalogue.Topic;

/** What stands in one column with commas between; names that nobody knows are passed over. */
final class Listed {

    private Listed() {}

    static List<Topic> topics(String slugs) {
        return Arrays.stream(slugs.split(",")).flatMap(it -> Topic.ofSlug(it).stream()).toList();
    }

    /** As {@code primary:2}; what was stored before there were places comes last. */
    static Map<Moment, Integer> moments(String places) {
        Map<Moment, Integer> moments = new EnumMap<>(Moment.class);
        for (String one : places.split(",")) {
            int colon = one.indexOf(':');
            Moment.ofSlug(colon < 0 ? one : one.substring(0, colon))
                    .ifPresent(moment -> moments.put(moment, place(one, colon)));
        }
        return moments;
    }

    private static int place(String one, int colon) {
        return colon < 0 ? Integer.MAX_VALUE : Integer.parseInt(one.substring(colon + 1));
    }
}
