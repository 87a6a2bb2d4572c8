package org.jiaxue.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table that lies by months of Asia/Shanghai and whose old months may be put away into files. A
 * guardian's month is whole in one place: the rows here, or those in a file, for which the room
 * then has rows of its own that say so. What is in a file and has no such row counts for nothing.
 *
 * <p>What takes an {@code owner} is asked on a connection of the role that owns the tables.
 */
public interface Monthly {

    /** The table, as {@code points.entry}; files lie in a directory that is called so. */
    String name();

    /** The lowest goes into files first and comes back last. */
    int turn();

    /** In the order in which they come back. */
    static List<Monthly> comingBack(List<Monthly> tables) {
        return tables.stream().sorted(Comparator.comparingInt(Monthly::turn).reversed()).toList();
    }

    /** The months before one that have a part of their own. */
    List<YearMonth> parts(JdbcClient owner, YearMonth before);

    /** The first day whose month cannot go yet, because something may still look at it. */
    LocalDate neededFrom(LocalDate today);

    /** Why nothing can go now, a sentence each; usually empty. */
    default List<Problem> waiting(JdbcClient owner) {
        return List.of();
    }

    /** Whose rows of this time stay here, in every room. */
    default Set<GuardianId> staying(JdbcClient owner, Instant from, Instant to) {
        return Set.of();
    }

    /**
     * A row as it goes into a file.
     *
     * @param kind what rows are told apart by in sums
     * @param points what it adds to a balance
     * @param json the row on one line, its guardian first
     */
    record Line(String kind, long points, String json) {}

    /** Reads the rows of a time bit by bit: by guardian, and each guardian's by time. */
    void read(
            JdbcClient owner,
            Instant from,
            Instant to,
            Collection<GuardianId> staying,
            Consumer<Line> reader);

    /**
     * Drops a month's part and notes instead that it lies in files, in the transaction that the
     * owner has open.
     *
     * @return false, with nothing done, where the month holds something else than was written
     */
    boolean putAway(
            JdbcClient owner, YearMonth month, Collection<GuardianId> staying, Manifest written);

    /** The months of a guardian that lie in files. */
    Set<YearMonth> away(GuardianId guardian);

    /**
     * Forgets, in the caller's transaction, that a month of a guardian lies in files; answers
     * whether it did. By the one key, so that a cluster asks one shard.
     */
    boolean callBack(YearMonth month, GuardianId guardian);

    /**
     * The same with all guardians from one to another, as the database orders them; answers whose
     * month did.
     */
    Set<GuardianId> callBack(YearMonth month, GuardianId first, GuardianId last);

    /**
     * Adds rows as they were, in the caller's transaction; what is there is left as it is.
     *
     * @param lines one at least
     */
    void putBack(List<String> lines);

    /** Whether a month of anybody lies in files. */
    boolean anyAway(YearMonth month);

    /** Has a part made for a month. */
    void makePart(YearMonth month);
}
