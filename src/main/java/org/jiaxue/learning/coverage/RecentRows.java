package org.jiaxue.learning.coverage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaxue.web.GuardianId;

/**
 * The rows that this process wrote last, so that the next beat need not read its row again. They
 * are a guess: whoever goes by one writes it by {@link CoverageStore#write}, which leaves a row
 * alone that somebody else has written meanwhile, and then reads it.
 *
 * <p>A wrong guess costs its group a second try, so no more is guessed for a while then: for one
 * group, and for twice as many after the next wrong guess; each group of right ones makes the next
 * rest a group shorter. So where a guardian's beats come to any node in turn, and most guesses are
 * wrong, next to nothing is tried twice.
 */
public final class RecentRows {

    /** Some 25 MB; what found no room is read. */
    private static final int MOST = 50_000;

    /** A player tells a beat far more often. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** The most groups in a row that read all their rows. */
    static final int LONGEST_REST = 256;

    private final Cache<GuardianId, CoverageRow> rows =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();
    private final AtomicInteger resting = new AtomicInteger();
    private final AtomicInteger nextRest = new AtomicInteger(1);

    /** The rows of these guardians, of those that are known. */
    public Map<GuardianId, CoverageRow> of(Set<GuardianId> guardians) {
        if (resting.get() > 0) {
            resting.decrementAndGet();
            return Map.of();
        }
        return rows.getAllPresent(guardians);
    }

    /** Remembers rows that were written as they were seen, and committed. */
    public void written(Collection<CoverageRow> written) {
        rows.putAll(
                written.stream()
                        .map(CoverageRow::written)
                        .collect(Collectors.toMap(CoverageRow::guardian, Function.identity())));
    }

    /** Says that a group went by remembered rows and all were as remembered. */
    public void right() {
        nextRest.updateAndGet(groups -> Math.max(1, groups - 1));
    }

    /** Forgets rows of which one was not as it was remembered, and rests. */
    public void wrong(Set<GuardianId> guardians) {
        forget(guardians);
        resting.set(nextRest.getAndUpdate(groups -> Math.min(LONGEST_REST, 2 * groups)));
    }

    /** Forgets these guardians' rows. */
    public void forget(Set<GuardianId> guardians) {
        rows.invalidateAll(guardians);
    }
}
