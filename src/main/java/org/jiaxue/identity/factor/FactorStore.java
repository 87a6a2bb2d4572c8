package org.jiaxue.identity.factor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jiaxue.web.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FactorStore {

    private static final int MOST_COUNTED = 1_000_000;

    /**
     * A confirmed second factor.
     *
     * @param failed how many codes in a row were wrong
     */
    record Row(String secretSealed, long lastStep, int failed) {}

    private final JdbcClient jdbc;

    FactorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> find(StaffId staff) {
        return jdbc.sql(
                        """
                        select secret_sealed, last_step, failed from identity.second_factor
                        where staff_id = :staff
                        """)
                .param("staff", staff.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * Counts a try before it is judged, so that tries at once cannot outrun the bound; whoever is
     * second waits here for the first.
     */
    Optional<Row> tried(StaffId staff) {
        return jdbc.sql(
                        """
                        update identity.second_factor set failed = least(failed + 1, :most)
                        where staff_id = :staff
                        returning secret_sealed, last_step, failed
                        """)
                .param("staff", staff.value())
                .param("most", MOST_COUNTED)
                .query((row, _) -> read(row))
                .optional();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("secret_sealed"), row.getLong("last_step"), row.getInt("failed"));
    }

    /** Keeps a factor that was just confirmed, in the place of an earlier one. */
    void put(StaffId staff, Row factor, Instant at) {
        jdbc.sql(
                        """
                        insert into identity.second_factor
                            (staff_id, secret_sealed, last_step, enrolled_at)
                        values (:staff, :secret, :step, :at)
                        on conflict (staff_id) do update
                        set secret_sealed = excluded.secret_sealed,
                            last_step = excluded.last_step, failed = 0,
                            enrolled_at = excluded.enrolled_at
                        """)
                .param("staff", staff.value())
                .param("secret", factor.secretSealed())
                .param("step", factor.lastStep())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Uses a step up; of two who come with its code at once, one is let in. */
    boolean use(StaffId staff, long step) {
        return jdbc.sql(
                                """
                                update identity.second_factor set last_step = :step, failed = 0
                                where staff_id = :staff and last_step < :step
                                """)
                        .param("staff", staff.value())
                        .param("step", step)
                        .update()
                > 0;
    }

    /** Uses a recovery code up. */
    boolean useRecovery(StaffId staff, String hash, Instant at) {
        return jdbc.sql(
                                """
                                update identity.recovery_code set used_at = :at
                                where staff_id = :staff and code_hash = :hash and used_at is null
                                """)
                        .param("staff", staff.value())
                        .param("hash", hash)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Counts anew after a code that was right. */
    void forgive(StaffId staff) {
        jdbc.sql("update identity.second_factor set failed = 0 where staff_id = :staff")
                .param("staff", staff.value())
                .update();
    }

    /** Puts new recovery codes in the place of all earlier ones. */
    void putRecovery(StaffId staff, List<String> hashes) {
        forgetRecovery(staff);
        jdbc.sql(
                        """
                        insert into identity.recovery_code (staff_id, code_hash)
                        select :staff, hash from unnest(cast(:hashes as text[])) as hash
                        """)
                .param("staff", staff.value())
                .param("hashes", hashes.toArray(String[]::new))
                .update();
    }

    int recoveryLeft(StaffId staff) {
        return jdbc.sql(
                        """
                        select count(*) from identity.recovery_code
                        where staff_id = :staff and used_at is null
                        """)
                .param("staff", staff.value())
                .query(Integer.class)
                .single();
    }

    boolean remove(StaffId staff) {
        forgetRecovery(staff);
        return jdbc.sql("delete from identity.second_factor where staff_id = :staff")
                        .param("staff", staff.value())
                        .update()
                > 0;
    }

    private void forgetRecovery(StaffId staff) {
        jdbc.sql("delete from identity.recovery_code where staff_id = :staff")
                .param("staff", staff.value())
                .update();
    }
}
