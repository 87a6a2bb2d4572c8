package org.jiaxue.learning.playback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jiaxue.bench.Machine;
import org.jiaxue.bench.StoredGuardians;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is stored before a run: guardians with a token each and {@value #LESSONS} playbacks of
 * lessons of {@value #SECONDS} seconds each, one of them active. {@value #GUARDIANS} of them, who
 * lie scattered among all, tell beats.
 */
final class StoredPlaybacks {

    static final int GUARDIANS = 20_000;
    static final int LESSONS = 5;
    static final int SECONDS = 600;

    /** The ids of those who tell beats, as a query. */
    private static final String TELLING =
            "select md5('guardian ' || g)::uuid from generate_series(1, " + GUARDIANS + ") g";

    private final JdbcClient owner;
    private final int all;
    private final StoredGuardians guardians;

    /** Those who tell beats, and nobody else. */
    StoredPlaybacks(JdbcClient owner) {
        this(owner, GUARDIANS);
    }

    /**
     * Stores more than those who tell beats.
     *
     * @param all how many guardians there are, at least {@link #GUARDIANS}
     */
    StoredPlaybacks(JdbcClient owner, int all) {
        this.owner = owner;
        this.all = all;
        this.guardians = new StoredGuardians(owner, all);
    }

    /** How many playbacks there are. */
    int playbacks() {
        return all * LESSONS;
    }

    /** Removes what an earlier measurement left, and stores everything anew. */
    void fill() {
        guardians.fill("BEARER");
        play();
        cover();
        run("vacuum analyze");
    }

    private void play() {
        owner.sql(
                        """
                        insert into learning.playback
                            (guardian_id, playback_id, lesson_id, started_at)
                        select md5('guardian ' || g)::uuid, md5(g || ' plays ' || l)::uuid,
                               md5('lesson ' || l)::uuid, now()
                        from generate_series(1, :guardians) g, generate_series(1, :lessons) l
                        order by 1
                        """)
                .param("guardians", all)
                .param("lessons", LESSONS)
                .update();
    }

    private void cover() {
        owner.sql(
                        """
                        insert into learning.coverage
                            (guardian_id, lesson_id, covered, covered_seconds, active, clock_at)
                        select md5('guardian ' || g)::uuid, md5('lesson ' || l)::uuid,
                               (repeat('1', :half) || repeat('0', :half))::varbit, :half,
                               case when l = 1 then md5(g || ' plays ' || l)::uuid end, now()
                        from generate_series(1, :guardians) g, generate_series(1, :lessons) l
                        order by 1
                        """)
                .param("half", SECONDS / 2)
                .param("guardians", all)
                .param("lessons", LESSONS)
                .update();
    }

    /** Writes tokens and active playbacks of those who tell beats to a file, a guardian a line. */
    void hand(Path file) throws IOException {
        List<String> lines =
                owner.sql(
                                """
                                select %s || ' ' || md5(g || ' plays 1')::uuid
                                from generate_series(1, :guardians) g
                                order by g
                                """
                                        .formatted(StoredGuardians.TOKEN))
                        .param("seed", guardians.seed())
                        .param("guardians", GUARDIANS)
                        .query(String.class)
                        .list();
        Files.write(file, lines);
    }

    /** The guardians in the order of that file. */
    List<GuardianId> inOrder() {
        return owner
                .sql(
                        """
                        select md5('guardian ' || g)::uuid
                        from generate_series(1, :guardians) g
                        order by g
                        """)
                .param("guardians", GUARDIANS)
                .query(UUID.class)
                .list()
                .stream()
                .map(GuardianId::new)
                .toList();
    }

    /**
     * Nothing of what those who tell beats play was played, and their clocks stand at the time
     * answered. The rows count as written once more, as by another node, so the house reads each of
     * them again.
     */
    Instant rewind() {
        Instant clock =
                owner.sql("select date_trunc('second', now() - interval '1 hour')")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant();
        owner.sql(
                        """
                        update learning.coverage
                        set covered = repeat('0', :seconds)::varbit, covered_seconds = 0,
                            position = 0, version = version + 1,
                            clock_at = cast(:clock as timestamptz)
                        where active is not null and guardian_id in (%s)
                        """
                                .formatted(TELLING))
                .param("seconds", SECONDS)
                .param("clock", clock.toString())
                .update();
        run("vacuum learning.coverage");
        return clock;
    }

    /** The seconds covered since {@link #rewind()}, counted bit by bit. */
    long covered() {
        return owner.sql(
                        """
                        select coalesce(sum(bit_count(covered)), 0)
                        from learning.coverage
                        where active is not null and guardian_id in (%s)
                        """
                                .formatted(TELLING))
                .query(Long.class)
                .single();
    }

    /** How often active rows were written since they are there. */
    long writes() {
        return owner.sql(
                        """
                        select sum(version) from learning.coverage
                        where active is not null and guardian_id in (%s)
                        """
                                .formatted(TELLING))
                .query(Long.class)
                .single();
    }

    /** A setting of the server. */
    String setting(String name) {
        return Machine.setting(owner, name);
    }

    private void run(String statement) {
        owner.sql(statement).update();
    }
}
