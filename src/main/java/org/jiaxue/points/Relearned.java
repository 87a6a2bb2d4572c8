package org.jiaxue.points;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.ResettlingStore.LineRow;
import org.jiaxue.points.rules.Category;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Crediting.Line;

/** One guardian's events and the lines that were written for them. */
final class Relearned {

    private final Map<UUID, Claimed> claims = new LinkedHashMap<>();
    private final List<LineRow> lines = new ArrayList<>();
    private boolean concerned;
    private boolean unfit;

    /** Whether anything of it lies in what was asked for. */
    boolean concerned() {
        return concerned;
    }

    /** Whether there are lines that no event explains. */
    boolean unfit() {
        return unfit;
    }

    private record Claimed(LearningEvent event, Claim claim) {}

    void add(LearningEvent event, Claim claim, boolean asked) {
        claims.put(event.id(), new Claimed(event, claim));
        concerned |= asked;
    }

    /** Lines come in the opposite order to that in which they were written. */
    void add(LineRow row) {
        lines.add(row);
        unfit |= !claims.containsKey(row.event());
    }

    Book open(Book book) {
        Collection<UUID> without = new HashSet<>(claims.keySet());
        for (LineRow row : lines.reversed()) {
            without.remove(row.event());
            Claimed claimed = claims.get(row.event());
            if (claimed != null) {
                book.recall(claimed.event(), line(row, claimed.claim()));
            }
        }
        for (Claimed claimed : claims.values()) {
            if (without.contains(claimed.event().id())) {
                book.tell(claimed.event(), claimed.claim());
            }
        }
        return book;
    }

    private static Line line(LineRow row, Claim claim) {
        return new Line(
                row.entry(),
                claim,
                row.rule(),
                Category.ofSlug(row.category()).orElse(Category.OTHER),
                row.state().equals(EntryRow.COUNTED) ? row.points() : 0,
                row.state().equals(EntryRow.KEPT) ? row.points() : 0,
                row.state().equals(EntryRow.HELD) ? row.points() : 0);
    }
}
