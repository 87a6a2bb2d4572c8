package org.jiaxue.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.activities.code.RotatingCode;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Activities and their sessions. */
@Repository
class ActivityStore {

    private final JdbcClient sql;

    ActivityStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A session with what makes its codes. */
    record Keyed(Session session, RotatingCode code) {}

    /** Adds the activity; one that is there already is left as it is. */
    void add(Activity activity, StaffId by) {
        Ages ages = activity.ages();
        sql.sql(
                        """
                        insert into activities.activity
                            (id, title_zh, title_en, about_zh, about_en, place_zh, place_en,
                             organiser_zh, organiser_en, division, stage, months_from, months_to,
                             created_by)
                        values
                            (:id, :titleZh, :titleEn, :aboutZh, :aboutEn, :placeZh, :placeEn,
                             :organiserZh, :organiserEn, :division, :stage, :from, :to, :by)
                        on conflict (id) do nothing
                        """)
                .param("id", activity.id().value())
                .param("titleZh", activity.title().zh())
                .param("titleEn", activity.title().en())
                .param("aboutZh", activity.about().zh())
                .param("aboutEn", activity.about().en())
                .param("placeZh", activity.place().zh())
                .param("placeEn", activity.place().en())
                .param("organiserZh", activity.organiser().zh())
                .param("organiserEn", activity.organiser().en())
                .param("division", activity.division())
                .param("stage", activity.stage().slug())
                .param("from", ages == null ? null : ages.from())
                .param("to", ages == null ? null : ages.to())
                .param("by", by.value())
                .update();
    }

    Optional<Activity> find(ActivityId id) {
        return sql.sql("select * from activities.activity where id = :id")
                .param("id", id.value())
                .query(ActivityStore::activity)
                .optional();
    }

    /** Keeps others from adding sessions to this activity until the transaction ends. */
    boolean lock(ActivityId id) {
        return sql.sql("select 1 from activities.activity where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether another session can be signed in to during a part of this one's time. */
    boolean overlaps(Session session) {
        return sql.sql(
                        """
                        select exists (
                            select 1 from activities.session
                             where activity = :activity and id <> :id
                               and starts_at - cast(:margin as interval) < :closes
                               and ends_at + cast(:margin as interval) > :opens)
                        """)
                .param("activity", session.activity().value())
                .param("id", session.id().value())
                .param("margin", Session.MARGIN.toString())
                .param("opens", Timestamp.from(session.opensAt()))
                .param("closes", Timestamp.from(session.closesAt()))
                .query(Boolean.class)
                .single();
    }

    /** Adds the session, of which others are told; false if it is there already and stays. */
    boolean add(Session session, byte[] secret) {
        return sql.sql(
                                """
                                insert into activities.session
                                    (id, activity, starts_at, ends_at, secret, told)
                                values (:id, :activity, :starts, :ends, :secret, true)
                                on conflict (id) do nothing
                                """)
                        .param("id", session.id().value())
                        .param("activity", session.activity().value())
                        .param("starts", Timestamp.from(session.startsAt()))
                        .param("ends", Timestamp.from(session.endsAt()))
                        .param("secret", secret)
                        .update()
                > 0;
    }

    Optional<Keyed> session(SessionId id) {
        return sql.sql(
                        """
                        select id as session, activity, starts_at, ends_at, secret
                          from activities.session where id = :id
                        """)
                .param("id", id.value())
                .query(ActivityStore::keyed)
                .optional();
    }

    /** The sessions of an activity that end after the given time, in order, at most the limit. */
    List<Keyed> sessions(ActivityId activity, Instant after, int limit) {
        return sql.sql(
                        """
                        select id as session, activity, starts_at, ends_at, secret
                          from activities.session
                         where activity = :activity and ends_at > :after
                         order by starts_at limit :limit
                        """)
                .param("activity", activity.value())
                .param("after", Timestamp.from(after))
                .param("limit", limit)
                .query(ActivityStore::keyed)
                .list();
    }

    /** Sessions in a division and below that overlap the given time, by their start. */
    List<Upcoming> between(String division, Instant from, Instant to, int limit) {
        return sql.sql(
                        """
                        select a.*, s.id as session, s.activity, s.starts_at, s.ends_at
                          from activities.session s join activities.activity a on a.id = s.activity
                         where a.division like :division || '%'
                           and s.ends_at > :from and s.starts_at < :to
                         order by s.starts_at, a.division, s.id limit :limit
                        """)
                .param("division", division)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("limit", limit)
                .query((row, n) -> new Upcoming(activity(row, n), session(row)))
                .list();
    }

    /**
     * Of each activity that fits a family the first session in a division and below that overlaps
     * the given time and was not signed in to, by its start.
     */
    List<Upcoming> fitting(
            GuardianId guardian,
            String division,
            Activities.Family family,
            Instant from,
            Instant to,
            int limit) {
        return sql.sql(
                        """
                        select * from (
                            select distinct on (a.id)
                                   a.*, s.id as session, s.activity, s.starts_at, s.ends_at
                              from activities.session s
                              join activities.activity a on a.id = s.activity
                             where a.division like :division || '%'
                               and s.ends_at > :from and s.starts_at < :to
                               and (cardinality(:stages::text[]) = 0
                                    or a.stage = any(:stages::text[])
                                    or exists (
                                        select from unnest(:months::int[]) as child (months)
                                         where child.months >= a.months_from
                                           and child.months < a.months_to))
                               and not exists (
                                   select from activities.attendance t
                                    where t.guardian_id = :guardian and t.session_id = s.id)
                             order by a.id, s.starts_at, s.id) first
                         order by starts_at, division, session limit :limit
                        """)
                .param("guardian", guardian.value())
                .param("division", division)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("stages", family.stages().stream().map(Stage::slug).toArray(String[]::new))
                .param("months", family.months().toArray(Integer[]::new))
                .param("limit", limit)
                .query((row, n) -> new Upcoming(activity(row, n), session(row)))
                .list();
    }

    static Activity activity(ResultSet row, int n) throws SQLException {
        int from = row.getInt("months_from");
        Ages ages = row.wasNull() ? null : new Ages(from, row.getInt("months_to"));
        return new Activity(
                new ActivityId(row.getObject("id", UUID.class)),
                words(row, "title"),
                words(row, "about"),
                words(row, "place"),
                words(row, "organiser"),
                row.getString("division"),
                Stage.ofSlug(row.getString("stage")).orElseThrow(),
                ages);
    }

    private static Words words(ResultSet row, String name) throws SQLException {
        return new Words(row.getString(name + "_zh"), row.getString(name + "_en"));
    }

    static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(row.getObject("session", UUID.class)),
                new ActivityId(row.getObject("activity", UUID.class)),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }

    private static Keyed keyed(ResultSet row, int n) throws SQLException {
        Session session = session(row);
        return new Keyed(session, new RotatingCode(session.id(), row.getBytes("secret")));
    }
}
