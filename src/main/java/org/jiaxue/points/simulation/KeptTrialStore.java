package org.jiaxue.points.simulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.simulation.Trial.Came;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Term;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The statements of trials that officers begin. */
@Component
class KeptTrialStore {

    /** A trial of which nothing was heard for so long was broken off. */
    static final Duration SILENT = Duration.ofSeconds(60);

    /** How long they are kept, so that a later one is not told apart from it by few. */
    private static final Duration KEPT = Duration.ofDays(400);

    private static final Duration DAY = Duration.ofDays(1);

    /** With so many earlier trials, the latest, a new one is compared. */
    private static final int MOST_COMPARED = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    KeptTrialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a trial; answers false where somebody has begun so many within a day. */
    boolean begin(UUID id, StaffId by, Owner place, Asked asked, int mostADay, Instant at) {
        Words title = asked.proposed().title();
        return jdbc.sql(
                                """
                                insert into points.trial (
                                    trial_id, tried_by, place, whom, term, title_zh, title_en,
                                    asked_at, heard_at)
                                select :id, :by, :place, :whom, :term, :zh, :en, :at,
                                       clock_timestamp()
                                where (
                                    select count(*) from points.trial
                                    where tried_by = :by and asked_at > :since
                                ) < :most
                                """)
                        .param("id", id)
                        .param("by", by.value())
                        .param("place", place.key())
                        .param("whom", asked.whom().key())
                        .param("term", asked.term().code())
                        .param("zh", title.zh())
                        .param("en", title.en())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("since", at.minus(DAY).atOffset(ZoneOffset.UTC))
                        .param("most", mostADay)
                        .update()
                == 1;
    }

    /** Says how far a trial is; answers false where it was ended meanwhile. */
    boolean goesOn(UUID id, int percent) {
        return jdbc.sql(
                                """
                                update points.trial
                                set percent = :percent, heard_at = clock_timestamp()
                                where trial_id = :id and state = 'running'
                                """)
                        .param("id", id)
                        .param("percent", percent)
                        .update()
                == 1;
    }

    /**
     * Until the transaction ends, no other trial of these guardians and this term is compared with
     * earlier ones, at any node: two that come to their ends together would not see each other.
     */
    void lock(Asked asked) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(
                            hashtext('points.trial'), hashtext(:whom || ' ' || :term))
                        """)
                .param("whom", asked.whom().key())
                .param("term", asked.term().code())
                .query((_, _) -> 1)
                .list();
    }

    /**
     * Keeps what came of a trial that nobody has ended.
     *
     * @param marks null where it repeats what an earlier one told
     */
    void done(UUID id, Came came, @Nullable Marks marks) {
        jdbc.sql(
                        """
                        update points.trial
                        set state = 'done', percent = 100, came = :came, marks = :marks
                        where trial_id = :id and state = 'running'
                        """)
                .param("id", id)
                .param("came", JSON.writeValueAsString(came))
                .param("marks", marks == null ? null : marks.bytes(), Types.BINARY)
                .update();
    }

    /** Ends a trial of which nothing came. */
    void end(UUID id, Trial.State how) {
        jdbc.sql(
                        """
                        update points.trial set state = :state
                        where trial_id = :id and state = 'running'
                        """)
                .param("id", id)
                .param("state", how.name().toLowerCase(Locale.ROOT))
                .update();
    }

    /** A trial of somebody, not older than since a moment. */
    Optional<Trial> find(UUID id, StaffId by, Instant since) {
        return jdbc.sql(
                        """
                        select trial_id, tried_by, place, title_zh, title_en, term, state, percent,
                               came, heard_at < clock_timestamp() - :silent * interval '1 second'
                                   as silent
                        from points.trial
                        where trial_id = :id and tried_by = :by and asked_at > :since
                        """)
                .param("id", id)
                .param("by", by.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("silent", SILENT.toSeconds())
                .query((row, _) -> trial(row))
                .optional();
    }

    /** What somebody has tried since, the latest first. */
    List<Trial> of(StaffId by, Instant since, int most) {
        return jdbc.sql(
                        """
                        select trial_id, tried_by, place, title_zh, title_en, term, state, percent,
                               null as came,
                               heard_at < clock_timestamp() - :silent * interval '1 second'
                                   as silent
                        from points.trial
                        where tried_by = :by and asked_at > :since
                        order by asked_at desc, trial_id desc
                        limit :most
                        """)
                .param("by", by.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("silent", SILENT.toSeconds())
                .param("most", most)
                .query((row, _) -> trial(row))
                .list();
    }

    private static Trial trial(ResultSet row) throws SQLException {
        Trial.State state = Trial.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        @Nullable String came = row.getString("came");
        return new Trial(
                row.getObject("trial_id", UUID.class),
                new StaffId(row.getObject("tried_by", UUID.class)),
                Owner.ofKey(row.getString("place")).orElseThrow(),
                new Words(row.getString("title_zh"), row.getString("title_en")),
                Term.ofCode(row.getString("term")).orElseThrow(),
                state == Trial.State.RUNNING && row.getBoolean("silent")
                        ? Trial.State.BROKEN_OFF
                        : state,
                row.getInt("percent"),
                came == null ? null : JSON.readValue(came, Came.class));
    }

    /** What was told of trials of the same guardians and term, and when; the latest first. */
    record Earlier(UUID id, Marks marks, Instant at) {}

    List<Earlier> earlier(Asked asked) {
        return jdbc.sql(
                        """
                        select trial_id, marks, asked_at
                        from points.trial
                        where whom = :whom and term = :term and state = 'done'
                          and marks is not null
                        order by asked_at desc
                        limit :most
                        """)
                .param("whom", asked.whom().key())
                .param("term", asked.term().code())
                .param("most", MOST_COMPARED)
                .query((row, _) ->
                        new Earlier(
                                row.getObject(1, UUID.class),
                                Marks.of(row.getBytes(2)),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    Outcome outcome(UUID id) {
        String came =
                jdbc.sql("select came from points.trial where trial_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single();
        return JSON.readValue(came, Came.class).outcome();
    }

    /** Forgets what is too old to be compared with. */
    void forget(Instant now) {
        jdbc.sql("delete from points.trial where asked_at < :before")
                .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
