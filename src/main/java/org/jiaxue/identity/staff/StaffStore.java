package org.jiaxue.identity.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.identity.Colleague;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.Role;
import org.jiaxue.web.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StaffStore {

    /** Somebody who may sign in, with what their password is compared to. */
    record Row(StaffId id, String login, String name, String passwordHash) {}

    private final JdbcClient jdbc;

    StaffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds or, under the same login, changes; returns the id that the login has. */
    StaffId put(Row staff, Instant at) {
        return jdbc.sql(
                        """
                        insert into identity.staff (staff_id, login, name, password_hash, hired_at)
                        values (:id, :login, :name, :hash, :at)
                        on conflict (login) do update
                        set name = excluded.name, password_hash = excluded.password_hash,
                            left_at = null
                        returning staff_id
                        """)
                .param("id", staff.id().value())
                .param("login", staff.login())
                .param("name", staff.name())
                .param("hash", staff.passwordHash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(StaffId::new)
                .orElseThrow();
    }

    void grant(StaffId staff, List<Grant> grants) {
        jdbc.sql("delete from identity.staff_grant where staff_id = :staff")
                .param("staff", staff.value())
                .update();
        for (Grant grant : grants) {
            jdbc.sql(
                            """
                            insert into identity.staff_grant (staff_id, role, node)
                            values (:staff, :role, :node)
                            on conflict do nothing
                            """)
                    .param("staff", staff.value())
                    .param("role", grant.role().name())
                    .param("node", grant.node())
                    .update();
        }
    }

    Optional<Row> byLogin(String login) {
        return jdbc.sql(
                        """
                        select staff_id, login, name, password_hash from identity.staff
                        where login = :login and left_at is null
                        """)
                .param("login", login)
                .query((row, _) ->
                        new Row(
                                new StaffId(row.getObject("staff_id", UUID.class)),
                                row.getString("login"),
                                row.getString("name"),
                                row.getString("password_hash")))
                .optional();
    }

    List<Grant> grants(StaffId staff) {
        return jdbc.sql(
                        """
                        select role, node from identity.staff_grant
                        where staff_id = :staff
                        order by node, role
                        """)
                .param("staff", staff.value())
                .query((row, _) ->
                        new Grant(Role.valueOf(row.getString("role")), row.getString("node")))
                .list();
    }

    /** Who was granted something at this very node and has not left, in order of name. */
    List<Colleague> colleagues(String node, int most) {
        return jdbc.sql(
                        """
                        select staff.staff_id, staff.name,
                               array_agg(own.role order by own.role) as roles
                        from identity.staff_grant own
                        join identity.staff staff on staff.staff_id = own.staff_id
                        where own.node = :node and staff.left_at is null
                        group by staff.staff_id, staff.name
                        order by staff.name, staff.staff_id
                        limit :most
                        """)
                .param("node", node)
                .param("most", most)
                .query((row, _) ->
                        new Colleague(
                                new StaffId(row.getObject("staff_id", UUID.class)),
                                row.getString("name"),
                                roles((String[]) row.getArray("roles").getArray())))
                .list();
    }

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
