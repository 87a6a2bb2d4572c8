package org.jiaxue.learning.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps learning events; none is changed or told twice. */
@Repository
class EventStore {

    private final JdbcClient jdbc;

    EventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By what an event is told once, whenever it occurred. */
    private record Key(GuardianId guardian, EventKind kind, UUID cause) {

        static Key of(LearningEvent event) {
            return new Key(event.guardian(), event.kind(), event.cause());
        }
    }

    /**
     * Keeps events; answers those that were not there before, in the order given. They are written
     * in the order of guardians, as everything that writes for many: two groups that share some
     * wait for each other and do not deadlock.
     */
    List<LearningEvent> add(List<LearningEvent> events, Instant heardAt) {
        Map<Key, LearningEvent> first = new LinkedHashMap<>();
        events.forEach(event -> first.putIfAbsent(Key.of(event), event));
        first.keySet().retainAll(tellFirst(first.values()));
        List<LearningEvent> fresh = List.copyOf(first.values());
        if (fresh.isEmpty()) {
            return List.of();
        }
        Set<UUID> added = new HashSet<>(insert(fresh, heardAt));
        return fresh.stream().filter(event -> added.contains(event.id())).toList();
    }

    /**
     * Those that are told for the first time. The events' own table lies by months, so its key
     * holds a time and cannot refuse what comes again with another.
     */
    private Set<Key> tellFirst(Collection<LearningEvent> events) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                insert into learning.told (guardian_id, cause, occurred_at, kind)
                                select guardian_id, cause, occurred_at, kind
                                from unnest(
                                    :guardians::uuid[], :causes::uuid[],
                                    :occurred::timestamptz[], :kinds::text[])
                                    as u(guardian_id, cause, occurred_at, kind)
                                order by guardian_id, kind, cause
                                on conflict (guardian_id, kind, cause) do nothing
                                returning guardian_id, kind, cause
                                """)
                        .param("guardians", array(events, e -> e.guardian().value(), UUID[]::new))
                        .param("causes", array(events, LearningEvent::cause, UUID[]::new))
                        .param(
                                "occurred",
                                array(events, e -> e.occurredAt().toString(), String[]::new))
                        .param("kinds", array(events, e -> e.kind().slug(), String[]::new))
                        .query((row, _) -> key(row))
                        .list());
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                new GuardianId(row.getObject("guardian_id", UUID.class)),
                EventKind.ofSlug(row.getString("kind")).orElseThrow(),
                row.getObject("cause", UUID.class));
    }

    private List<UUID> insert(List<LearningEvent> events, Instant heardAt) {
        return jdbc.sql(
                        """
                        insert into learning.event
                            (guardian_id, event_id, kind, cause, occurred_at,
                             heard_at, division, title_zh, title_en, stage,
                             age_from, age_to, topic, seconds, guardian_stage,
                             school)
                        select guardian_id, event_id, kind, cause, occurred_at,
                               cast(:heardAt as timestamptz), division, title_zh,
                               title_en, stage, age_from, age_to,
                               nullif(topic, ''), nullif(seconds, 0),
                               guardian_stage, school
                        from unnest(
                            :guardians::uuid[], :ids::uuid[], :kinds::text[],
                            :causes::uuid[], :occurred::timestamptz[],
                            :divisions::text[], :zh::text[], :en::text[],
                            :stages::text[], :from::int[], :to::int[],
                            :topics::text[], :seconds::int[],
                            :guardianStages::text[], :schools::uuid[])
                            as u(guardian_id, event_id, kind, cause, occurred_at,
                                 division, title_zh, title_en, stage,
                                 age_from, age_to, topic, seconds,
                                 guardian_stage, school)
                        order by guardian_id, kind, cause
                        on conflict (guardian_id, kind, cause, occurred_at) do nothing
                        returning event_id
                        """)
                .params(columns(events, heardAt))
                .query(UUID.class)
                .list();
    }

    private static Map<String, Object> columns(List<LearningEvent> events, Instant heardAt) {
        return Map.ofEntries(
                Map.entry("heardAt", heardAt.toString()),
                Map.entry("guardians", array(events, e -> e.guardian().value(), UUID[]::new)),
                Map.entry("ids", array(events, LearningEvent::id, UUID[]::new)),
                Map.entry("kinds", array(events, e -> e.kind().slug(), String[]::new)),
                Map.entry("causes", array(events, LearningEvent::cause, UUID[]::new)),
                Map.entry("occurred", array(events, e -> e.occurredAt().toString(), String[]::new)),
                Map.entry("divisions", array(events, LearningEvent::division, String[]::new)),
                Map.entry("zh", array(events, e -> e.subject().title().zh(), String[]::new)),
                Map.entry("en", array(events, e -> e.subject().title().en(), String[]::new)),
                Map.entry("stages", array(events, e -> e.subject().stage().slug(), String[]::new)),
                Map.entry("from", array(events, e -> age(e, Ages::from), Integer[]::new)),
                Map.entry("to", array(events, e -> age(e, Ages::to), Integer[]::new)),
                Map.entry("topics", array(events, e -> e.subject().topic(), String[]::new)),
                Map.entry("seconds", array(events, e -> e.subject().seconds(), Integer[]::new)),
                Map.entry(
                        "guardianStages", array(events, EventStore::guardianStage, String[]::new)),
                Map.entry("schools", array(events, e -> e.setting().school(), UUID[]::new)));
    }

    /** The events of guardians with this kind and one of each guardian's causes. */
    List<LearningEvent> find(EventKind kind, Map<GuardianId, ? extends Collection<UUID>> causes) {
        List<UUID> guardians = new ArrayList<>();
        List<UUID> asked = new ArrayList<>();
        causes.forEach((guardian, own) ->
                own.forEach(cause -> {
                    guardians.add(guardian.value());
                    asked.add(cause);
                }));
        return jdbc.sql(
                        """
                        select e.guardian_id, e.event_id, e.kind, e.cause, e.occurred_at,
                               e.division, e.title_zh, e.title_en, e.stage, e.age_from, e.age_to,
                               e.topic, e.seconds, e.guardian_stage, e.school
                        from lateral unnest(:guardians::uuid[], :causes::uuid[])
                            as u(guardian_id, cause)
                        join learning.event e
                          on e.guardian_id = u.guardian_id and e.cause = u.cause
                        where e.kind = :kind
                        """)
                .param("guardians", guardians.toArray(UUID[]::new))
                .param("kind", kind.slug())
                .param("causes", asked.toArray(UUID[]::new))
                .query((row, _) -> map(row))
                .list();
    }

    /** Which of these lessons each of the guardians has completed; who has none is not there. */
    Map<GuardianId, Set<UUID>> completedLessons(
            Collection<GuardianId> guardians, Collection<UUID> lessons) {
        Map<GuardianId, Set<UUID>> completed = new HashMap<>();
        jdbc.sql(
                        """
                        select guardian_id, cause
                        from learning.told
                        where guardian_id = any(:guardians) and kind = :kind
                          and cause = any(:lessons)
                        """)
                .param("guardians", guardians.stream().map(GuardianId::value).toArray(UUID[]::new))
                .param("kind", EventKind.LESSON_COMPLETED.slug())
                .param("lessons", lessons.toArray(UUID[]::new))
                .query(row -> {
                    GuardianId guardian = new GuardianId(row.getObject("guardian_id", UUID.class));
                    completed
                            .computeIfAbsent(guardian, _ -> new HashSet<>())
                            .add(row.getObject("cause", UUID.class));
                });
        return completed;
    }

    /** How many of these completed each lesson, each from a moment of their own on, before one. */
    Map<LessonId, Integer> completedBy(
            Map<GuardianId, Instant> since, Collection<LessonId> lessons, Instant before) {
        List<Map.Entry<GuardianId, Instant>> guardians = List.copyOf(since.entrySet());
        Map<LessonId, Integer> completed = new HashMap<>();
        jdbc.sql(
                        """
                        select e.cause, count(*) as guardians
                        from learning.told e
                        join lateral unnest(:guardians::uuid[], :since::timestamptz[])
                            as u(guardian_id, since) on u.guardian_id = e.guardian_id
                        where e.kind = :kind and e.cause = any(:lessons)
                          and e.occurred_at >= u.since
                          and e.occurred_at < cast(:before as timestamptz)
                        group by e.cause
                        """)
                .param(
                        "guardians",
                        guardians.stream().map(it -> it.getKey().value()).toArray(UUID[]::new))
                .param(
                        "since",
                        guardians.stream()
                                .map(it -> it.getValue().toString())
                                .toArray(String[]::new))
                .param("kind", EventKind.LESSON_COMPLETED.slug())
                .param("lessons", lessons.stream().map(LessonId::value).toArray(UUID[]::new))
                .param("before", before.toString())
                .query(row -> {
                    completed.put(
                            new LessonId(row.getObject("cause", UUID.class)),
                            row.getInt("guardians"));
                });
        return completed;
    }

    private static @Nullable Integer age(LearningEvent event, Function<Ages, Integer> end) {
        Ages ages = event.subject().ages();
        return ages == null ? null : end.apply(ages);
    }

    private static @Nullable String guardianStage(LearningEvent event) {
        Stage stage = event.setting().guardianStage();
        return stage == null ? null : stage.slug();
    }

    private static <T> T[] array(
            Collection<LearningEvent> events,
            Function<LearningEvent, @Nullable T> value,
            IntFunction<T[]> make) {
        return events.stream().map(value).toArray(make);
    }

    static LearningEvent map(ResultSet row) throws SQLException {
        int from = row.getInt("age_from");
        Ages ages = row.wasNull() ? null : new Ages(from, row.getInt("age_to"));
        return new LearningEvent(
                row.getObject("event_id", UUID.class),
                new GuardianId(row.getObject("guardian_id", UUID.class)),
                EventKind.ofSlug(row.getString("kind")).orElseThrow(),
                row.getObject("cause", UUID.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                new Subject(
                        new Words(row.getString("title_zh"), row.getString("title_en")),
                        Stage.ofSlug(row.getString("stage")).orElseThrow(),
                        ages,
                        Optional.ofNullable(row.getString("topic")).orElse(""),
                        row.getInt("seconds")),
                row.getString("division"),
                setting(row));
    }

    private static Setting setting(ResultSet row) throws SQLException {
        Stage stage =
                Optional.ofNullable(row.getString("guardian_stage"))
                        .flatMap(Stage::ofSlug)
                        .orElse(null);
        return new Setting(stage, row.getObject("school", UUID.class));
    }
}
