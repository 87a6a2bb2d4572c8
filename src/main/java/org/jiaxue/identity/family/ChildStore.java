package org.jiaxue.identity.family;

import java.sql.Date;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps children; whoever writes here has locked their guardian's row. */
@Component
class ChildStore {

    private final JdbcClient jdbc;
    private final Times times;

    ChildStore(JdbcClient jdbc, Times times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    void putChild(GuardianId id, UUID child, YearMonth month, @Nullable Stage stage) {
        jdbc.sql(
                        """
                        insert into identity.child
                            (guardian_id, child_id, birth_month, stage, added_at)
                        values (:id, :child, :month, :stage, :at)
                        on conflict (guardian_id, child_id) do update
                        set birth_month = excluded.birth_month, stage = excluded.stage
                        """)
                .param("id", id.value())
                .param("child", child)
                .param("month", Date.valueOf(month.atDay(1)))
                .param("stage", stage == null ? null : stage.name())
                .param("at", times.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean removeChild(GuardianId id, UUID child) {
        return jdbc.sql(
                                """
                                delete from identity.child
                                where guardian_id = :id and child_id = :child
                                """)
                        .param("id", id.value())
                        .param("child", child)
                        .update()
                > 0;
    }

    void removeChildren(GuardianId id) {
        jdbc.sql("delete from identity.child where guardian_id = :id")
                .param("id", id.value())
                .update();
    }
}
