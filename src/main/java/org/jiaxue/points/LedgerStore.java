package org.jiaxue.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.rules.Tally;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The ledger's statements; each takes a whole batch of guardians. */
@Component
class LedgerStore {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From when on a guardian's history is needed, line by line and, before that, in sums. */
    record Since(GuardianId guardian, Instant at, LocalDate day, Instant floor) {}

    record EventKey(GuardianId guardian, UUID id) {}

    record CauseOf(GuardianId guardian, String once, UUID cause) {}

    /**
     * Opens accounts where there are none and locks them until the transaction ends, so that two
     * transactions of one guardian do not both see what is left of a cap. Rows are taken in the
     * order of guardians: two batches that share some wait for each other and do not deadlock. It
     * is an upsert because Citus has no {@code select … for update} over several guardians; there
     * the order holds within a shard, and its deadlock detection ends what is left.
     */
    void lock(Collection<GuardianId> guardians) {
        jdbc.sql(
                        """
                        insert into points.account (guardian_id, balance, version)
                        select told.guardian_id, 0, 1
                        from unnest(cast(:guardians as uuid[])) as told (guardian_id)
                        order by told.guardian_id
                        on conflict (guardian_id) do update
                        set version = points.account.version + 1
                        """)
                .param("guardians", texts(guardians))
                .update();
    }

    /**
     * Which of these events have an entry. As everywhere here, bounds that hold for all of a batch
     * stand beside each guardian's own, because by them alone the server knows, before it plans,
     * which months it may leave aside.
     */
    Set<EventKey> known(Collection<LearningEvent> events) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select e.guardian_id, e.event_id
                                from points.entry e
                                join lateral unnest(
                                        cast(:guardians as uuid[]), cast(:events as uuid[]))
                                    as told (guardian_id, event_id)
                                  on e.guardian_id = told.guardian_id
                                 and e.event_id = told.event_id
                                where e.corrects_entry_id is null
                                  and e.occurred_at >= :earliest
                                  and e.occurred_at <= :latest
                                """)
                        .param("earliest", first(events.stream().map(LearningEvent::occurredAt)))
                        .param("latest", last(events.stream().map(LearningEvent::occurredAt)))
                        .param("guardians", texts(guardiansOf(events)))
                        .param("events", texts(events.stream().map(LearningEvent::id).toList()))
                        .query((row, _) ->
                                new EventKey(guardian(row), row.getObject(2, UUID.class)))
                        .list());
    }

    /** Every line that lies no earlier than its guardian's time, corrections among them. */
    List<EntryRow> later(Collection<Since> sinces) {
        return jdbc.sql(
                        """
                        select e.*
                        from points.entry e
                        join lateral unnest(
                                cast(:guardians as uuid[]), cast(:times as timestamptz[]))
                            as since (guardian_id, at)
                          on e.guardian_id = since.guardian_id
                         and e.occurred_at >= since.at
                        where e.occurred_at >= :earliest
                        order by e.guardian_id, e.entry_id
                        """)
                .param("earliest", first(sinces.stream().map(Since::at)))
                .param("guardians", texts(sinces.stream().map(Since::guardian).toList()))
                .param("times", texts(sinces.stream().map(Since::at).toList()))
                .query((row, _) -> EntryRow.of(row))
                .list();
    }

    /** The event that an entry was made for; empty where there is none. */
    Optional<LearningEvent> event(GuardianId guardian, UUID event) {
        return jdbc.sql(
                        """
                        select e.*
                        from points.entry e
                        where e.guardian_id = :guardian and e.event_id = :event
                          and e.corrects_entry_id is null
                        """)
                .param("guardian", guardian.value())
                .param("event", event)
                .query((row, _) -> EntryRow.of(row).event())
                .optional();
    }

    /** What the caps saw before each guardian's time, back to the beginning of its windows. */
    Map<GuardianId, Tally> before(Collection<Since> sinces) {
        Map<GuardianId, Tally> tallies = new HashMap<>();
        sinces.forEach(since -> tallies.put(since.guardian(), new Tally(since.day())));
        jdbc.sql(
                        """
                        select e.guardian_id, e.kind, e.day, sum(e.points)
                        from points.entry e
                        join lateral unnest(
                                cast(:guardians as uuid[]),
                                cast(:times as timestamptz[]),
                                cast(:floors as timestamptz[]))
                            as since (guardian_id, at, floor_at)
                          on e.guardian_id = since.guardian_id
                         and e.occurred_at < since.at
                         and e.occurred_at >= since.floor_at
                        where e.state in ('counted', 'held')
                          and e.occurred_at >= :earliest
                          and e.occurred_at < :latest
                        group by e.guardian_id, e.kind, e.day
                        """)
                .param("earliest", first(sinces.stream().map(Since::floor)))
                .param("latest", last(sinces.stream().map(Since::at)))
                .param("guardians", texts(sinces.stream().map(Since::guardian).toList()))
                .param("times", texts(sinces.stream().map(Since::at).toList()))
                .param("floors", texts(sinces.stream().map(Since::floor).toList()))
                .query(row -> {
                    known(tallies, guardian(row))
                            .add(
                                    EventKind.ofSlug(row.getString(2)).orElseThrow(),
                                    row.getObject(3, LocalDate.class),
                                    row.getInt(4));
                });
        return tallies;
    }

    /** Adds to the tallies what each cause was credited before the guardian's time. */
    void addCauses(
            Map<GuardianId, Tally> tallies,
            Collection<CauseOf> causes,
            Map<GuardianId, Since> sinces) {
        if (causes.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        select e.guardian_id, e.once, e.cause, sum(e.points)
                        from points.entry e
                        join lateral unnest(
                                cast(:guardians as uuid[]),
                                cast(:onces as text[]),
                                cast(:causes as uuid[]),
                                cast(:times as timestamptz[]))
                            as told (guardian_id, once, cause, at)
                          on e.guardian_id = told.guardian_id
                         and e.once = told.once
                         and e.cause = told.cause
                         and e.occurred_at < told.at
                        where e.state in ('counted', 'held')
                        group by e.guardian_id, e.once, e.cause
                        """)
                .param("guardians", texts(causes.stream().map(CauseOf::guardian).toList()))
                .param("onces", texts(causes.stream().map(CauseOf::once).toList()))
                .param("causes", texts(causes.stream().map(CauseOf::cause).toList()))
                .param(
                        "times",
                        texts(
                                causes.stream()
                                        .map(it -> known(sinces, it.guardian()).at())
                                        .toList()))
                .query(row -> {
                    known(tallies, guardian(row))
                            .addTo(row.getString(2), row.getObject(3, UUID.class), row.getInt(4));
                });
    }

    /** Adds lines; the database refuses a second original for one event and rule. */
    void insert(List<EntryRow> rows) {
        jdbc.sql(
                        """
                        insert into points.entry (
                            guardian_id, entry_id, event_id, corrects_entry_id, kind, cause, once,
                            rule, rule_owner, rule_version, category, points, state, occurred_at,
                            day, week, division, stage, ages_from, ages_to, topic, seconds,
                            guardian_stage, school, subject_zh, subject_en, did_zh, did_en,
                            why_zh, why_en)
                        select
                            guardian_id, entry_id, event_id, corrects_entry_id, kind, cause, once,
                            rule, rule_owner, rule_version, category, points, state, occurred_at,
                            day, week, division, stage, ages_from, ages_to, topic, seconds,
                            guardian_stage, school, subject_zh, subject_en, did_zh, did_en,
                            why_zh, why_en
                        from jsonb_to_recordset(cast(:rows as jsonb)) as told (
                            guardian_id uuid, entry_id uuid, event_id uuid, corrects_entry_id uuid,
                            kind text, cause uuid, once text, rule text, rule_owner text,
                            rule_version int, category text, points int, state text,
                            occurred_at timestamptz, day date, week date, division text,
                            stage text, ages_from int, ages_to int, topic text, seconds int,
                            guardian_stage text, school uuid, subject_zh text, subject_en text,
                            did_zh text, did_en text, why_zh text, why_en text)
                        """)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    /** Adds to balances; every account was locked before. */
    void add(Map<GuardianId, Integer> points) {
        List<GuardianId> guardians = List.copyOf(points.keySet());
        jdbc.sql(
                        """
                        update points.account a
                        set balance = a.balance + told.points
                        from lateral unnest(cast(:guardians as uuid[]), cast(:points as int[]))
                            as told (guardian_id, points)
                        where a.guardian_id = told.guardian_id
                        """)
                .param("guardians", texts(guardians))
                .param("points", texts(guardians.stream().map(it -> known(points, it)).toList()))
                .update();
    }

    private static GuardianId guardian(ResultSet row) throws SQLException {
        return new GuardianId(row.getObject("guardian_id", UUID.class));
    }

    private static List<GuardianId> guardiansOf(Collection<LearningEvent> events) {
        return events.stream().map(LearningEvent::guardian).toList();
    }

    /** As the driver tells the server that it is a time, which a text is not before it is cast. */
    private static OffsetDateTime first(Stream<Instant> times) {
        return times.min(Comparator.naturalOrder()).orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime last(Stream<Instant> times) {
        return times.max(Comparator.naturalOrder()).orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC);
    }

    private static <T> T known(Map<GuardianId, T> values, GuardianId guardian) {
        @Nullable T value = values.get(guardian);
        if (value == null) {
            throw new IllegalStateException("Nothing is known of guardian " + guardian);
        }
        return value;
    }

    /** Arrays go to the database as texts that the statement casts; the driver knows no others. */
    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
