package org.jiaxue.licences.confirming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.licences.Confirmations.Place;
import org.jiaxue.licences.Confirmations.State;
import org.jiaxue.licences.Confirmations.Wanted;
import org.jiaxue.licences.Confirmer;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps requests under their guardian, and what waits under the place where it does. */
@Component
class ConfirmationStore {

    private final JdbcClient jdbc;

    ConfirmationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A request as it is kept.
     *
     * @param version of the scheme when it was asked for
     * @param division the guardian's at that time
     */
    record Kept(
            UUID id,
            GuardianId guardian,
            Wanted wanted,
            int version,
            String division,
            Place place,
            Instant askedAt,
            State state,
            @Nullable Instant decidedAt,
            String reason) {}

    /** Keeps a request that waits; false where one for the level is open or confirmed already. */
    boolean insert(Kept one) {
        boolean added =
                jdbc.sql(
                                        """
                                        insert into licences.confirmation (
                                            guardian_id, request_id, scheme, version, layer, period,
                                            level, division, confirmer, node, asked_at, state)
                                        values (:guardian, :id, :scheme, :version, :layer, :period,
                                                :level, :division, :confirmer, :node, :at,
                                                'waiting')
                                        on conflict (guardian_id, scheme, layer, period, level)
                                            where state in ('waiting', 'confirmed')
                                            do nothing
                                        """)
                                .param("guardian", one.guardian().value())
                                .param("id", one.id())
                                .param("scheme", one.wanted().scheme())
                                .param("version", one.version())
                                .param("layer", one.wanted().layer())
                                .param("period", one.wanted().period())
                                .param("level", one.wanted().level())
                                .param("division", one.division())
                                .param("confirmer", one.place().confirmer().slug())
                                .param("node", one.place().node())
                                .param("at", utc(one.askedAt()))
                                .update()
                        > 0;
        if (added) {
            insertWaiting(one);
        }
        return added;
    }

    private void insertWaiting(Kept one) {
        jdbc.sql(
                        """
                        insert into licences.waiting (
                            confirmer, node, request_id, guardian_id, asked_at)
                        values (:confirmer, :node, :id, :guardian, :at)
                        """)
                .param("confirmer", one.place().confirmer().slug())
                .param("node", one.place().node())
                .param("id", one.id())
                .param("guardian", one.guardian().value())
                .param("at", utc(one.askedAt()))
                .update();
    }

    /** A guardian's requests, the latest first. */
    List<Kept> of(GuardianId guardian, int most) {
        return jdbc.sql(
                        """
                        select request_id, guardian_id, scheme, layer, level, period, version,
                               division, confirmer, node, asked_at, state, decided_at, reason
                        from licences.confirmation
                        where guardian_id = :guardian
                        order by asked_at desc, request_id desc
                        limit :most
                        """)
                .param("guardian", guardian.value())
                .param("most", most)
                .query((row, _) -> kept(row))
                .list();
    }

    /** What waits at these places, the oldest first. */
    List<Kept> waiting(Collection<Place> places, int most) {
        return jdbc.sql(
                        """
                        select c.request_id, c.guardian_id, c.scheme, c.layer, c.level, c.period,
                               c.version, c.division, c.confirmer, c.node, c.asked_at, c.state,
                               c.decided_at, c.reason
                        from licences.waiting w
                        join unnest(cast(:confirmers as text[]), cast(:nodes as text[]))
                            as mine (confirmer, node)
                          on w.confirmer = mine.confirmer and w.node = mine.node
                        join licences.confirmation c
                          on c.guardian_id = w.guardian_id and c.request_id = w.request_id
                        where c.state = 'waiting'
                        order by w.asked_at, w.request_id
                        limit :most
                        """)
                .param("confirmers", confirmers(places))
                .param("nodes", places.stream().map(Place::node).toArray(String[]::new))
                .param("most", most)
                .query((row, _) -> kept(row))
                .list();
    }

    /** One request that waits at one of these places. */
    Optional<Kept> waiting(UUID request, Collection<Place> places) {
        return jdbc.sql(
                        """
                        select c.request_id, c.guardian_id, c.scheme, c.layer, c.level, c.period,
                               c.version, c.division, c.confirmer, c.node, c.asked_at, c.state,
                               c.decided_at, c.reason
                        from licences.waiting w
                        join unnest(cast(:confirmers as text[]), cast(:nodes as text[]))
                            as mine (confirmer, node)
                          on w.confirmer = mine.confirmer and w.node = mine.node
                        join licences.confirmation c
                          on c.guardian_id = w.guardian_id and c.request_id = w.request_id
                        where w.request_id = :request and c.state = 'waiting'
                        """)
                .param("request", request)
                .param("confirmers", confirmers(places))
                .param("nodes", places.stream().map(Place::node).toArray(String[]::new))
                .query((row, _) -> kept(row))
                .optional();
    }

    /** Ends a request that waits; false for one that does not, because another was quicker. */
    boolean decide(Kept one, State state, @Nullable StaffId by, String reason, Instant at) {
        boolean decided =
                jdbc.sql(
                                        """
                                        update licences.confirmation
                                        set state = :state, decided_at = :at, decided_by = :by,
                                            reason = :reason
                                        where guardian_id = :guardian and request_id = :id
                                          and state = 'waiting'
                                        """)
                                .param("state", slug(state))
                                .param("at", utc(at))
                                .param("by", by == null ? null : by.value(), Types.OTHER)
                                .param("reason", reason)
                                .param("guardian", one.guardian().value())
                                .param("id", one.id())
                                .update()
                        > 0;
        if (decided) {
            jdbc.sql(
                            """
                            delete from licences.waiting
                            where confirmer = :confirmer and node = :node and request_id = :id
                            """)
                    .param("confirmer", one.place().confirmer().slug())
                    .param("node", one.place().node())
                    .param("id", one.id())
                    .update();
        }
        return decided;
    }

    private static String[] confirmers(Collection<Place> places) {
        return places.stream().map(it -> it.confirmer().slug()).toArray(String[]::new);
    }

    private static String slug(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Kept(
                row.getObject("request_id", UUID.class),
                new GuardianId(row.getObject("guardian_id", UUID.class)),
                new Wanted(
                        row.getString("scheme"),
                        row.getString("layer"),
                        row.getInt("level"),
                        row.getString("period")),
                row.getInt("version"),
                row.getString("division"),
                new Place(
                        Confirmer.ofSlug(row.getString("confirmer")).orElseThrow(),
                        row.getString("node")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                decided == null ? null : decided.toInstant(),
                row.getString("reason"));
    }
}
