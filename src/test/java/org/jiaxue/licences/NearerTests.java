package org.jiaxue.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jiaxue.learning.EventKind;
import org.jiaxue.licences.Licences.Way;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.ShippedSchemes;
import org.jiaxue.licences.scheme.Standing;
import org.junit.jupiter.api.Test;

class NearerTests {

    private static final Map<EventKind, Integer> RATES =
            Map.of(
                    EventKind.LESSON_COMPLETED, 2,
                    EventKind.REFLECTION_ANSWERED, 1,
                    EventKind.COURSE_COMPLETED, 5,
                    EventKind.LIVE_ATTENDED, 5,
                    EventKind.ACTIVITY_ATTENDED, 10);

    private final Scheme stars = ShippedSchemes.read("shangcheng-2026");
    private final Scheme term = ShippedSchemes.read("beilun-2026");

    @Test
    void every_deed_with_points_brings_a_star_nearer_while_points_are_missing() {
        List<Way> ways = ways(stars, Map.of("points.total", 50, "deeds.activity", 1));

        assertThat(ways)
                .extracting(Way::kind)
                .containsExactly(
                        EventKind.ACTIVITY_ATTENDED,
                        EventKind.COURSE_COMPLETED,
                        EventKind.LIVE_ATTENDED,
                        EventKind.LESSON_COMPLETED,
                        EventKind.REFLECTION_ANSWERED);
        assertThat(ways).extracting(Way::alone).containsExactly(5, 10, 10, 25, 50);
        assertThat(ways).extracting(Way::times).containsOnly(1);
    }

    @Test
    void where_only_an_activity_is_missing_it_is_one_activity_or_two_live_sessions() {
        List<Way> ways = ways(stars, Map.of("points.total", 150));

        assertThat(ways)
                .containsExactly(
                        new Way(EventKind.ACTIVITY_ATTENDED, 10, 1, 1),
                        new Way(EventKind.LIVE_ATTENDED, 5, 2, 2));
    }

    @Test
    void what_a_terms_certificate_does_not_ask_is_no_way_to_it() {
        List<Way> ways = ways(term, Map.of("deeds.lesson", 6));

        assertThat(ways)
                .extracting(Way::kind)
                .containsExactly(
                        EventKind.REFLECTION_ANSWERED,
                        EventKind.LIVE_ATTENDED,
                        EventKind.ACTIVITY_ATTENDED);
        assertThat(ways).allMatch(it -> it.alone() == 0);
    }

    @Test
    void nothing_brings_nearer_what_is_reached() {
        assertThat(ways(stars, Map.of("points.total", 100, "deeds.activity", 1))).isEmpty();
    }

    @Test
    void only_deeds_that_can_be_done_are_ways() {
        assertThat(
                        Nearer.ways(
                                stars.level(1),
                                Standing.ZERO,
                                Map.of(EventKind.LESSON_COMPLETED, 2)))
                .containsExactly(new Way(EventKind.LESSON_COMPLETED, 2, 1, 0));
    }

    private static List<Way> ways(Scheme scheme, Map<String, Integer> sums) {
        return Nearer.ways(scheme.level(1), new Standing(sums), RATES);
    }
}
