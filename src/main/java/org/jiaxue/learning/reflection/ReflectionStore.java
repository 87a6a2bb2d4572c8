package org.jiaxue.learning.reflection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.catalogue.LessonId;
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

    /** What several answers of a guardian to one question come to: the last counts. */
    private record Together(String letter, int tries, boolean right) {

        static Together of(Answer one) {
            return new Together(one.choice().letter(), 1, one.choice().right());
        }

        Together then(Together later) {
            return new Together(later.letter, tries + later.tries, right || later.right);
        }
    }

    /**
     * Keeps answers in their order; one that was right once stays so, whatever is answered later.
     * They are written in the order of guardians, as everything that writes for many.
     */
    void keep(List<Answer> answers, Instant now) {
        Map<Key, Together> rows = new LinkedHashMap<>();
        answers.forEach(it -> rows.merge(it.key(), Together.of(it), Together::then));
        jdbc.sql(
                        """
                        insert into learning.reflection as r
                            (guardian_id, lesson_id, answer, tries, right_at)
                        select u.guardian_id, u.lesson_id, u.answer, u.tries,
                               case when u.was_right then cast(:now as timestamptz) end
                        from unnest(:guardians::uuid[], :lessons::uuid[], :answers::text[],
                                    :tries::int[], :rights::boolean[])
                            as u(guardian_id, lesson_id, answer, tries, was_right)
                        order by u.guardian_id, u.lesson_id
                        on conflict (guardian_id, lesson_id) do update
                        set answer = excluded.answer,
                            tries = r.tries + excluded.tries,
                            right_at = coalesce(r.right_at, excluded.right_at)
                        """)
                .param("guardians", guardians(rows.keySet()))
                .param("lessons", lessons(rows.keySet()))
                .param(
                        "answers",
                        rows.values().stream().map(Together::letter).toArray(String[]::new))
                .param("tries", rows.values().stream().map(Together::tries).toArray(Integer[]::new))
                .param(
                        "rights",
                        rows.values().stream().map(Together::right).toArray(Boolean[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static UUID[] guardians(Collection<Key> keys) {
        return keys.stream().map(key -> key.guardian().value()).toArray(UUID[]::new);
    }

    private static UUID[] lessons(Collection<Key> keys) {
        return keys.stream().map(key -> key.lesson().value()).toArray(UUID[]::new);
    }

    /**
     * What a guardian answered.
     *
     * @param letter the one chosen last
     * @param right whether they were ever right
     */
    public record Given(String letter, boolean right) {}

    /** What these guardians answered last, of those that did. */
    public Map<Key, Given> last(Collection<Key> keys) {
        Map<Key, Given> last = new HashMap<>();
        jdbc.sql(
                        """
                        select r.guardian_id, r.lesson_id, r.answer,
                               r.right_at is not null as was_right
                        from learning.reflection r
                        join lateral unnest(:guardians::uuid[], :lessons::uuid[])
                            as k(guardian_id, lesson_id)
                          on r.guardian_id = k.guardian_id and r.lesson_id = k.lesson_id
                        """)
                .param("guardians", guardians(keys))
                .param("lessons", lessons(keys))
                .query(row -> {
                    last.put(
                            key(row),
                            new Given(row.getString("answer"), row.getBoolean("was_right")));
                });
        return last;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                new GuardianId(row.getObject("guardian_id", UUID.class)),
                new LessonId(row.getObject("lesson_id", UUID.class)));
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
                .param("guardians", guardians(keys))
                .param("lessons", lessons(keys))
                .query(row -> {
                    right.put(key(row), new Taken(row.getObject("millis", Integer.class)));
                });
        return right;
    }
}
