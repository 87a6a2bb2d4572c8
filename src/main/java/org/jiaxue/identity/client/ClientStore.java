package org.jiaxue.identity.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.web.ClientId;
import org.jiaxue.web.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ClientStore {

    private final JdbcClient jdbc;

    ClientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a client; answers false where it is there already. */
    boolean add(Client client, StaffId by) {
        return jdbc.sql(
                                """
                                insert into identity.client
                                    (client_id, name, division, made_by, made_at, ends_at)
                                values (:id, :name, :division, :by, :at, :ends)
                                on conflict (client_id) do nothing
                                """)
                        .param("id", client.id().value())
                        .param("name", client.name())
                        .param("division", client.division())
                        .param("by", by.value())
                        .param("at", client.madeAt().atOffset(ZoneOffset.UTC))
                        .param("ends", client.endsAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those of a division and below it that were not withdrawn, the newest first. */
    List<Client> within(String division, int most) {
        return jdbc.sql(
                        """
                        select c.client_id, c.name, c.division, c.made_at, c.ends_at, used.last_on,
                               coalesce(used.beats, 0) as beats
                        from identity.client c
                        left join lateral (
                            select max(u.day) as last_on, sum(u.beats) as beats
                            from identity.client_use u where u.client_id = c.client_id
                        ) used on true
                        where c.withdrawn_at is null
                          and c.division >= :division and c.division < :beyond
                        order by c.made_at desc, c.client_id
                        limit :most
                        """)
                .param("division", division)
                .param("beyond", division + "~")
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    /** The division of a client that was not withdrawn. */
    Optional<String> divisionOf(ClientId id) {
        return jdbc.sql(
                        """
                        select division from identity.client
                        where client_id = :id and withdrawn_at is null
                        """)
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    boolean withdraw(ClientId id, Instant now) {
        return jdbc.sql(
                                """
                                update identity.client set withdrawn_at = :now
                                where client_id = :id and withdrawn_at is null
                                """)
                        .param("id", id.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Adds to what each client did on a day. */
    void count(Map<ClientId, Clients.Use> uses, LocalDate day) {
        List<Clients.Use> all = List.copyOf(uses.values());
        jdbc.sql(
                        """
                        insert into identity.client_use as u (client_id, day, requests, beats)
                        select told.client_id, cast(:day as date), told.requests, told.beats
                        from unnest(:clients::uuid[], :requests::bigint[], :beats::bigint[])
                            as told(client_id, requests, beats)
                        order by told.client_id
                        on conflict (client_id, day) do update
                        set requests = u.requests + excluded.requests,
                            beats = u.beats + excluded.beats
                        """)
                .param("day", day)
                .param("clients", all.stream().map(it -> it.client().value()).toArray(UUID[]::new))
                .param("requests", all.stream().map(Clients.Use::requests).toArray(Long[]::new))
                .param("beats", all.stream().map(Clients.Use::beats).toArray(Long[]::new))
                .update();
    }

    private static Client read(ResultSet row) throws SQLException {
        return new Client(
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("name"),
                row.getString("division"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_on", LocalDate.class),
                row.getLong("beats"));
    }
}
