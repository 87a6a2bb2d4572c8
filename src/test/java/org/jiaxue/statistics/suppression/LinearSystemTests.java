package org.jiaxue.statistics.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jiaxue.statistics.suppression.Suppression.Relation;
import org.junit.jupiter.api.Test;

class LinearSystemTests {

    @Test
    void a_figure_that_follows_from_several_sums_together_is_found() {
        LinearSystem system = new LinearSystem();
        system.add(Set.of(1, 2), Set.of());
        system.add(Set.of(3, 4), Set.of());
        system.add(Set.of(1, 3, 5), Set.of());
        system.add(Set.of(2, 4), Set.of());

        assertThat(system.known()).containsExactly(5);
    }

    @Test
    void two_withheld_figures_in_every_sum_can_stay_unknown() {
        LinearSystem system = new LinearSystem();
        system.add(Set.of(1, 2), Set.of());
        system.add(Set.of(3, 4), Set.of());
        system.add(Set.of(1, 3), Set.of());
        system.add(Set.of(2, 4), Set.of());

        assertThat(system.known()).isEmpty();
    }

    @Test
    void a_total_that_is_withheld_too_leaves_its_parts_in_doubt() {
        LinearSystem system = new LinearSystem();
        system.add(Set.of(1), Set.of(2));

        assertThat(system.known()).isEmpty();
        assertThat(system.tellingUnion(_ -> true)).isEmpty();
    }

    @Test
    void what_follows_from_several_sums_together_is_withheld_too() {
        List<Cell> cells =
                List.of(cell(1), cell(2), cell(3), cell(4), cell(0), cell(0), cell(5), cell(0));
        List<Relation> relations =
                List.of(
                        new Relation(4, List.of(0, 1), true),
                        new Relation(5, List.of(2, 3), true),
                        new Relation(7, List.of(0, 1, 2, 3, 6), true));
        List<Mark> before =
                List.of(
                        Mark.GUARDED,
                        Mark.GUARDED,
                        Mark.GUARDED,
                        Mark.GUARDED,
                        Mark.SHOWN,
                        Mark.SHOWN,
                        Mark.GUARDED,
                        Mark.OPEN);

        assertThat(Suppression.decide(cells, relations, before, false).getLast())
                .isEqualTo(Mark.GUARDED);
    }

    private static Cell cell(int unit) {
        return new Cell(unit, 50, 50, 400);
    }
}
