package org.jiaxue.learning.reflection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Question;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what guardians answered last, and whether they were ever right. */
@Repository
public class ReflectionStore {

    private final JdbcClient jdbc;

    ReflectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A guardian's answer to a lesson's question. */
    public record Key(GuardianId guardian, LessonId lesson) {}

    /** Keeps the answer; one that was right once stays so, whatever is answered later. */
    void keep(GuardianId guardian, LessonId lesson, Question.Choice choice, Instant now) {
        jdbc.sql(
                        """
                        insert into learning.reflection as r
                            (guardian_id, lesson_id, answer, right_at)
                        values (:guardian, :lesson, :answer,
                                case when :right then cast(:now as timestamptz) end)
                        on conflict (guardian_id, lesson_id) do update
                        set answer = excluded.answer,
                            tries = r.tries + 1,
                            right_at = coalesce(r.right_at, excluded.right_at)
                        """)
                .param("guardian", guardian.value())
                .param("lesson", lesson.value())
                .param("answer", choice.letter())
                .param("right", choice.right())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * What a guardian answered.
     *
     * @param letter the one chosen last
     * @param right whether they were ever right
     */
    public record Given(String letter, boolean right) {}

    /** What the guardian answered last; empty before the first. */
    Optional<Given> last(GuardianId guardian, LessonId lesson) {
        return jdbc.sql(
                        """
                        select answer, right_at is not null from learning.reflection
                        where guardian_id = :guardian and lesson_id = :lesson
                        """)
                .param("guardian", guardian.value())
                .param("lesson", lesson.value())
                .query((row, _) -> new Given(row.getString(1), row.getBoolean(2)))
                .optional();
    }

    /**
     * How long a right answer took from when the guardian first played the lesson and had its
     * question before them. Wrong answers in between do not begin it anew: whoever tries the next
     * choice at once is in a hurry and nothing else.
     *
     * @param millis null where the lesson was not played before; at most a day
     */
    public record Taken(@Nullable Integer millis) {}

    /** Which of these were answered right before, and how long that took. */
    public Map<Key, Taken> right(Collection<Key> keys) {
        Map<Key, Taken> right = new HashMap<>();
        jdbc.sql(
                        """
                        select r.guardian_id, r.lesson_id,
                               least(86400000, extract(epoch from r.right_at - p.began) * 1000)
                                   ::int as millis
                        from lateral unnest(:guardians::uuid[], :lessons::uuid[])
                            as u(guardian_id, lesson_id)
                        join learning.reflection r
                          on r.guardian_id = u.guardian_id and r.lesson_id = u.lesson_id
                        left join lateral (
                            select min(q.started_at) as began from learning.playback q
                            where q.guardian_id = r.guardian_id and q.lesson_id = r.lesson_id
                              and q.started_at < r.right_at
                        ) p on true
                        where r.right_at is not null
                        """)
                .param(
                        "guardians",
                        keys.stream().map(key -> key.guardian().value()).toArray(UUID[]::new))
                .param(
                        "lessons",
                        keys.stream().map(key -> key.lesson().value()).toArray(UUID[]::new))
                .query(row -> {
                    right.put(
                            new Key(
                                    new GuardianId(row.getObject("guardian_id", UUID.class)),
                                    new LessonId(row.getObject("lesson_id", UUID.class))),
                            new Taken(row.getObject("millis", Integer.class)));
                });
        return right;
    }
}
