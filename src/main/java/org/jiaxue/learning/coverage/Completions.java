package org.jiaxue.learning.coverage;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says which lessons are completed, so that it stays so. */
@Repository
public class Completions {

    private final JdbcClient jdbc;

    Completions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A guardian's coverage of a lesson. */
    public record Of(GuardianId guardian, LessonId lesson) {}

    /**
     * Which of these lessons are completed; neither these nor the others change until the caller's
     * transaction ends. The caller holds their guardians against an erasure.
     */
    public Set<Of> untilCommit(Collection<Of> asked) {
        Map<String, Object> ids =
                Map.of(
                        "guardians",
                        asked.stream().map(it -> it.guardian().value()).toArray(UUID[]::new),
                        "lessons",
                        asked.stream().map(it -> it.lesson().value()).toArray(UUID[]::new));
        lock(ids);
        return Set.copyOf(completed(ids));
    }

    /**
     * Locks the rows that are there in the order in which {@link CoverageStore#write} does, and
     * changes none: an upsert locks a row before it asks whether to write it. A cluster has no
     * {@code select … for update} over several guardians.
     */
    private void lock(Map<String, Object> ids) {
        jdbc.sql(
                        """
                        insert into learning.coverage as c
                            (guardian_id, lesson_id, covered, clock_at)
                        select seen.guardian_id, seen.lesson_id, cast('0' as varbit), seen.clock_at
                        from lateral unnest(:guardians::uuid[], :lessons::uuid[])
                            as u(guardian_id, lesson_id)
                        join learning.coverage seen
                          on seen.guardian_id = u.guardian_id and seen.lesson_id = u.lesson_id
                        order by seen.guardian_id, seen.lesson_id
                        on conflict (guardian_id, lesson_id) do update
                        set version = c.version
                        where false
                        """)
                .params(ids)
                .update();
    }

    private Set<Of> completed(Map<String, Object> ids) {
        return jdbc
                .sql(
                        """
                        select c.guardian_id, c.lesson_id
                        from lateral unnest(:guardians::uuid[], :lessons::uuid[])
                            as u(guardian_id, lesson_id)
                        join learning.coverage c
                          on c.guardian_id = u.guardian_id and c.lesson_id = u.lesson_id
                        where c.completed_at is not null
                        """)
                .params(ids)
                .query((row, _) ->
                        new Of(
                                new GuardianId(row.getObject("guardian_id", UUID.class)),
                                new LessonId(row.getObject("lesson_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
