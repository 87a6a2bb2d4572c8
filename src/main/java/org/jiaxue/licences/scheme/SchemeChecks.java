package org.jiaxue.licences.scheme;

import java.util.List;
import org.jiaxue.licences.scheme.Scheme.Level;
import org.jiaxue.web.DataFile;
import org.jspecify.annotations.Nullable;

/**
 * What the criteria of a scheme must keep to: each can be met, is never lost by learning more, and
 * asks more than the one before. It is tried out over the numbers that they mention and what lies
 * beside them, so that a criterion may be written in any way.
 */
final class SchemeChecks {

    private SchemeChecks() {}

    /**
     * Refuses a scheme whose criteria do not.
     *
     * @param fields of the levels, in their order
     */
    static void check(Scheme scheme, List<DataFile> fields) {
        @Nullable Level before = null;
        for (int i = 0; i < fields.size(); i++) {
            Level level = scheme.levels().get(i);
            DataFile field = fields.get(i);
            DataFile criterion = field.find("when").or(() -> field.find("points")).orElse(field);
            alone(scheme, level, criterion);
            if (before != null) {
                more(before, level, criterion);
            }
            before = level;
        }
    }

    private static void alone(Scheme scheme, Level level, DataFile field) {
        Tries tries = Tries.of(level.when());
        if (!tries.none(it -> it.holds(level, true, true) && it.isLostByMore(level))) {
            throw field.wrong(
                    "学得多了反而不满足；到了的级不会失去",
                    "is lost again when a sum rises; a level that is reached stays");
        }
        if (!level.when().canHold() || !tries.most().holds(level, true, true)) {
            throw field.wrong("永远不会满足", "can never hold");
        }
        if (scheme.confirmed()) {
            flagged(level, tries, field);
        }
        if (!tries.none(it -> it.zero() && it.holds(level, true, true))) {
            throw field.wrong("什么都没有要求", "asks for nothing");
        }
    }

    /** Where layers are confirmed, no level comes without its confirmation or the one below. */
    private static void flagged(Level level, Tries tries, DataFile field) {
        if (!tries.none(it -> it.holds(level, false, true))) {
            throw field.wrong(
                    "没有人确认也满足；各层要有人确认：&& confirmed",
                    "holds without a confirmation; the layers ask for one: && confirmed");
        }
        if (!tries.none(it -> it.holds(level, true, false))) {
            throw field.wrong(
                    "前一层没到也满足；各层要一层一层来：&& below",
                    "holds without the layer before; layers build on it: && below");
        }
    }

    private static void more(Level before, Level level, DataFile field) {
        Tries tries = Tries.of(before.when(), level.when());
        if (!tries.none(it -> it.holds(level, true, true) && !it.holds(before, true, true))) {
            throw field.wrong("要求比前一级低", "asks less than the level before");
        }
        if (tries.none(it -> it.holds(before, true, true) && !it.holds(level, true, true))) {
            throw field.wrong("要求不比前一级高", "asks no more than the level before");
        }
    }
}
