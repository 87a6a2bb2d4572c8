package org.jiaxue.statistics.supply;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Period;
import org.jspecify.annotations.Nullable;

/** How many schools there were at the end of periods, and how many of them had a parent school. */
public final class Schools {

    private record Key(String part, LocalDate week, String kind) {}

    private final Map<Key, Long> counts = new HashMap<>();

    Schools() {}

    void addAll(List<SchoolStore.Count> found) {
        found.forEach(it -> counts.put(new Key(it.part(), it.week(), it.kind()), it.schools()));
    }

    /**
     * The schools of a division with a parent school at the end of a period, out of all its
     * schools; of a kind of platform, out of those with a parent school.
     */
    public Figure figure(String division, Period period, @Nullable PlatformKind platform) {
        LocalDate week = period.lastWeek();
        long with =
                Arrays.stream(PlatformKind.values())
                        .mapToLong(kind -> count(division, week, kind.slug()))
                        .sum();
        return platform == null
                ? new Figure.Part(with, count(division, week, SchoolStore.ALL))
                : new Figure.Part(count(division, week, platform.slug()), with);
    }

    private long count(String division, LocalDate week, String kind) {
        return counts.getOrDefault(new Key(division, week, kind), 0L);
    }
}
