package org.jiaxue.points.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.points.RuleDesk;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps drafts. Every change names the edition that its maker has seen. */
@Component
class DraftStore {

    /** The database's own word that nobody approves what they wrote. */
    static final String TWO_PEOPLE = "draft_two_people";

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, Owner owner, String body, StaffId by, Instant at) {
        jdbc.sql(
                        """
                        insert into points.draft (
                            draft_id, owner, body, drafted_by, drafted_at, edited_by, edited_at,
                            written_by)
                        values (:id, :owner, :body, :by, :at, :by, :at, array[:by]::uuid[])
                        """)
                .param("id", id)
                .param("owner", owner.key())
                .param("body", body)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean edit(UUID id, int edition, String body, StaffId by, Instant at) {
        return jdbc.sql(
                                """
                                update points.draft
                                set body = :body, edition = edition + 1, edited_by = :by,
                                    edited_at = :at, state = 'open',
                                    written_by = case when :by = any (written_by) then written_by
                                        else written_by || :by::uuid end
                                where draft_id = :id and edition = :edition
                                  and state in ('open', 'refused')
                                """)
                        .param("id", id)
                        .param("edition", edition)
                        .param("body", body)
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean preview(UUID id, int edition) {
        return jdbc.sql(
                                """
                                update points.draft set previewed_edition = edition
                                where draft_id = :id and edition = :edition and state = 'open'
                                """)
                        .param("id", id)
                        .param("edition", edition)
                        .update()
                == 1;
    }

    boolean refuse(UUID id, int edition, StaffId by, Instant at, String note) {
        return jdbc.sql(
                                """
                                update points.draft
                                set state = 'refused', decided_by = :by, decided_at = :at,
                                    note = :note
                                where draft_id = :id and edition = :edition and state = 'open'
                                  and previewed_edition = edition
                                """)
                        .param("id", id)
                        .param("edition", edition)
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("note", note)
                        .update()
                == 1;
    }

    boolean withdraw(UUID id, int edition, StaffId by, Instant at) {
        return jdbc.sql(
                                """
                                update points.draft
                                set state = 'withdrawn', decided_by = :by, decided_at = :at
                                where draft_id = :id and edition = :edition
                                  and state in ('open', 'refused')
                                """)
                        .param("id", id)
                        .param("edition", edition)
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean approve(UUID id, int edition, StaffId by, Instant at, int version) {
        return jdbc.sql(
                                """
                                update points.draft
                                set state = 'approved', decided_by = :by, decided_at = :at,
                                    version = :version
                                where draft_id = :id and edition = :edition and state = 'open'
                                  and previewed_edition = edition
                                """)
                        .param("id", id)
                        .param("edition", edition)
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("version", version)
                        .update()
                == 1;
    }

    /** One approval after the other, everywhere, so that each is judged beside all before it. */
    void lockApprovals() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('points.draft.approval'))")
                .query((_, _) -> 1)
                .list();
    }

    Optional<Draft> find(UUID id) {
        return jdbc.sql(
                        """
                        select draft_id, owner, body, written_by, edited_by, edited_at, edition,
                               coalesce(previewed_edition, 0) as previewed, state, decided_by,
                               decided_at, note, coalesce(version, 0) as version
                        from points.draft where draft_id = :id
                        """)
                .param("id", id)
                .query((row, _) -> draft(row))
                .optional();
    }

    List<Draft> of(Owner owner, int most) {
        return jdbc.sql(
                        """
                        select draft_id, owner, body, written_by, edited_by, edited_at, edition,
                               coalesce(previewed_edition, 0) as previewed, state, decided_by,
                               decided_at, note, coalesce(version, 0) as version
                        from points.draft
                        where owner = :owner and state in ('open', 'refused')
                        order by edited_at desc, draft_id
                        limit :most
                        """)
                .param("owner", owner.key())
                .param("most", most)
                .query((row, _) -> draft(row))
                .list();
    }

    /** Drafts below a division that were looked at and wait for an approval. */
    List<Draft> waitingBelow(String division, int most) {
        return jdbc.sql(
                        """
                        select draft_id, owner, body, written_by, edited_by, edited_at, edition,
                               coalesce(previewed_edition, 0) as previewed, state, decided_by,
                               decided_at, note, coalesce(version, 0) as version
                        from points.draft
                        where starts_with(owner, :division) and owner <> :division
                          and state = 'open' and previewed_edition = edition
                        order by edited_at, draft_id
                        limit :most
                        """)
                .param("division", division)
                .param("most", most)
                .query((row, _) -> draft(row))
                .list();
    }

    /** What waits for somebody who may approve in these divisions and below. */
    RuleDesk.Waiting waiting(List<String> divisions, StaffId viewer) {
        return jdbc.sql(
                        """
                        select count(*) filter (where handed_in) as to_decide,
                               min(edited_at) filter (where handed_in) as oldest,
                               count(*) filter (where given_back) as given_back
                        from (
                            select edited_at,
                                   state = 'open' and previewed_edition = edition
                                       and not :viewer = any (written_by)
                                       and exists (
                                           select from unnest(:divisions::text[]) as division
                                           where starts_with(owner, division)) as handed_in,
                                   state = 'refused' and :viewer = any (written_by) as given_back
                            from points.draft where state in ('open', 'refused')
                        ) as draft
                        """)
                .param("viewer", viewer.value())
                .param("divisions", divisions.toArray(String[]::new))
                .query((row, _) ->
                        new RuleDesk.Waiting(
                                row.getInt("to_decide"),
                                instant(row.getObject("oldest", OffsetDateTime.class)),
                                row.getInt("given_back")))
                .single();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("draft_id", UUID.class),
                Owner.ofKey(row.getString("owner")).orElseThrow(),
                row.getString("body"),
                Arrays.stream((Object[]) row.getArray("written_by").getArray())
                        .map(it -> new StaffId((UUID) it))
                        .toList(),
                new StaffId(row.getObject("edited_by", UUID.class)),
                row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                row.getInt("edition"),
                row.getInt("previewed"),
                Draft.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                staff(row.getObject("decided_by", UUID.class)),
                instant(row.getObject("decided_at", OffsetDateTime.class)),
                row.getString("note"),
                row.getInt("version"));
    }

    private static @Nullable StaffId staff(@Nullable UUID id) {
        return id == null ? null : new StaffId(id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
