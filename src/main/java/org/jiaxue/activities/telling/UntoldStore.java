package org.jiaxue.activities.telling;

import java.util.List;
import java.util.UUID;
import org.jiaxue.activities.SessionId;
import org.jiaxue.activities.SessionsAnnounced.Announced;
import org.jiaxue.identity.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UntoldStore {

    private final JdbcClient sql;

    UntoldStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Takes sessions that nobody was told of and marks them as told. Those that another process is
     * about to tell are left to it.
     */
    List<Announced> take(int most) {
        return sql.sql(
                        """
                        with untold as (
                            select id from activities.session where not told
                             order by id limit :most for update skip locked)
                        update activities.session s set told = true
                          from untold, activities.activity a
                         where s.id = untold.id and a.id = s.activity
                        returning s.id, s.starts_at, s.ends_at, a.division, a.stage
                        """)
                .param("most", most)
                .query((row, _) ->
                        new Announced(
                                new SessionId(row.getObject("id", UUID.class)),
                                row.getTimestamp("starts_at").toInstant(),
                                row.getTimestamp("ends_at").toInstant(),
                                row.getString("division"),
                                Stage.ofSlug(row.getString("stage")).orElseThrow()))
                .list();
    }
}
