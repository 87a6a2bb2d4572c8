package org.jiaxue.learning.playback;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which playback is of which lesson, and which one is active. */
@Repository
class PlaybackStore {

    private final JdbcClient jdbc;

    PlaybackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LessonId> lessonOf(GuardianId guardian, UUID playback) {
        return jdbc.sql(
                        """
                        select lesson_id from learning.playback
                        where guardian_id = :guardian and playback_id = :playback
                        """)
                .param("guardian", guardian.value())
                .param("playback", playback)
                .query(UUID.class)
                .optional()
                .map(LessonId::new);
    }

    /** A playback of a guardian; ids are the client's, so another guardian may have the same. */
    record Key(GuardianId guardian, UUID playback) {

        static Key of(Beat beat) {
            return new Key(beat.guardian(), beat.playback());
        }
    }

    /** Which of these beats' ids are playbacks of their guardian. */
    Set<Key> known(Collection<Beat> beats) {
        return jdbc
                .sql(
                        """
                        select p.guardian_id, p.playback_id
                        from lateral unnest(:guardians::uuid[], :playbacks::uuid[])
                            as u(guardian_id, playback_id)
                        join learning.playback p
                          on p.guardian_id = u.guardian_id and p.playback_id = u.playback_id
                        """)
                .param(
                        "guardians",
                        beats.stream().map(beat -> beat.guardian().value()).toArray(UUID[]::new))
                .param("playbacks", beats.stream().map(Beat::playback).toArray(UUID[]::new))
                .query((row, _) ->
                        new Key(
                                new GuardianId(row.getObject("guardian_id", UUID.class)),
                                row.getObject("playback_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Keeps a new id; false when the guardian has used it before. */
    boolean begin(GuardianId guardian, UUID playback, LessonId lesson, Instant now) {
        return jdbc.sql(
                                """
                                insert into learning.playback
                                    (guardian_id, playback_id, lesson_id, started_at)
                                values (:guardian, :playback, :lesson, :now)
                                on conflict (guardian_id, playback_id) do nothing
                                """)
                        .param("guardian", guardian.value())
                        .param("playback", playback)
                        .param("lesson", lesson.value())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Makes every other playback of the guardian inactive. */
    void rest(GuardianId guardian, UUID playback) {
        jdbc.sql(
                        """
                        update learning.coverage
                        set active = null, version = version + 1
                        where guardian_id = :guardian and active is not null and active <> :playback
                        """)
                .param("guardian", guardian.value())
                .param("playback", playback)
                .update();
    }

    /** Makes whatever plays inactive. */
    void rest(GuardianId guardian) {
        jdbc.sql(
                        """
                        update learning.coverage
                        set active = null, version = version + 1
                        where guardian_id = :guardian and active is not null
                        """)
                .param("guardian", guardian.value())
                .update();
    }

    /** Makes the playback active and starts its clock; one that is active already is left alone. */
    void activate(GuardianId guardian, LessonId lesson, UUID playback, int seconds, Instant now) {
        jdbc.sql(
                        """
                        insert into learning.coverage as c
                            (guardian_id, lesson_id, covered, active, clock_at)
                        values (:guardian, :lesson, cast(repeat('0', :seconds) as varbit),
                                :playback, :now)
                        on conflict (guardian_id, lesson_id) do update
                        set active = excluded.active,
                            clock_at = excluded.clock_at,
                            version = c.version + 1
                        where c.active is distinct from excluded.active
                        """)
                .param("guardian", guardian.value())
                .param("lesson", lesson.value())
                .param("playback", playback)
                .param("seconds", seconds)
                .param("now", at(now))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
