package org.jiaxue.points.detection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Numbers the guardians of a day on a device or network, in the order in which they come. A place
 * is locked while somebody new is numbered there, so that two who come at once get two numbers; it
 * is numbered up to {@value #MOST} and only read from then on, so that a mobile operator's network
 * keeps nobody waiting.
 */
@Repository
class PlaceStore {

    /** More are not told apart; no limit may be as high. */
    static final int MOST = 1_000;

    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A guardian at a device or network.
     *
     * @param place a keyed hash, of the day
     */
    record Visit(String place, GuardianId guardian) {}

    /** Which guardian of the day each is, from 1; {@value #MOST} and one where they are more. */
    Map<Visit, Integer> numbers(Collection<Visit> visits, Instant now) {
        Map<Visit, Integer> numbers = new HashMap<>(known(visits));
        Set<String> full = full(visits);
        SortedMap<String, List<Visit>> fresh = new TreeMap<>();
        Set<Visit> unknown = new HashSet<>(visits);
        unknown.removeAll(numbers.keySet());
        unknown.stream()
                .sorted(Comparator.comparing(visit -> visit.guardian().value()))
                .forEach(visit -> {
                    if (full.contains(visit.place())) {
                        numbers.put(visit, MOST + 1);
                    } else {
                        fresh.merge(visit.place(), List.of(visit), PlaceStore::both);
                    }
                });
        if (!fresh.isEmpty()) {
            numbers.putAll(number(fresh, now));
        }
        return numbers;
    }

    private static List<Visit> both(List<Visit> one, List<Visit> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private Map<Visit, Integer> known(Collection<Visit> visits) {
        Map<Visit, Integer> known = new HashMap<>();
        jdbc.sql(
                        """
                        select v.place, v.guardian_id, v.number
                        from points.visit v
                        join lateral unnest(cast(:places as text[]), cast(:guardians as uuid[]))
                            as told (place, guardian_id)
                          on v.place = told.place and v.guardian_id = told.guardian_id
                        """)
                .param("places", visits.stream().map(Visit::place).toArray(String[]::new))
                .param(
                        "guardians",
                        visits.stream().map(it -> it.guardian().toString()).toArray(String[]::new))
                .query(row -> {
                    known.put(
                            new Visit(
                                    row.getString(1), new GuardianId(row.getObject(2, UUID.class))),
                            row.getInt(3));
                });
        return known;
    }

    private Set<String> full(Collection<Visit> visits) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select place from points.place
                                where place = any(:places) and guardians >= :most
                                """)
                        .param("places", visits.stream().map(Visit::place).toArray(String[]::new))
                        .param("most", MOST)
                        .query(String.class)
                        .list());
    }

    /** Places are locked in their order, after the accounts, as everywhere. */
    private Map<Visit, Integer> number(SortedMap<String, List<Visit>> fresh, Instant now) {
        Map<Visit, Integer> numbers = new HashMap<>();
        jdbc.sql(
                        """
                        insert into points.place as p (place, guardians, seen_at)
                        select told.place, told.guardians, cast(:now as timestamptz)
                        from unnest(cast(:places as text[]), cast(:guardians as int[]))
                            as told (place, guardians)
                        order by told.place
                        on conflict (place) do update
                        set guardians = p.guardians + excluded.guardians
                        returning place, guardians
                        """)
                .param("places", fresh.keySet().toArray(String[]::new))
                .param("guardians", fresh.values().stream().map(List::size).toArray(Integer[]::new))
                .param("now", now.toString())
                .query(row -> {
                    List<Visit> here = fresh.getOrDefault(row.getString(1), List.of());
                    int number = row.getInt(2) - here.size();
                    for (Visit visit : here) {
                        numbers.put(visit, ++number);
                    }
                });
        keep(numbers, now);
        return numbers;
    }

    private void keep(Map<Visit, Integer> numbers, Instant now) {
        List<Visit> visits = List.copyOf(numbers.keySet());
        jdbc.sql(
                        """
                        insert into points.visit (place, guardian_id, number, seen_at)
                        select told.place, told.guardian_id, told.number,
                               cast(:now as timestamptz)
                        from unnest(
                                cast(:places as text[]), cast(:guardians as uuid[]),
                                cast(:numbers as int[])) as told (place, guardian_id, number)
                        """)
                .param("places", visits.stream().map(Visit::place).toArray(String[]::new))
                .param(
                        "guardians",
                        visits.stream().map(it -> it.guardian().toString()).toArray(String[]::new))
                .param("numbers", visits.stream().map(numbers::get).toArray(Integer[]::new))
                .param("now", now.toString())
                .update();
    }

    /** Forgets places of days before. */
    void forget(Instant before) {
        jdbc.sql("delete from points.visit where seen_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from points.place where seen_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
