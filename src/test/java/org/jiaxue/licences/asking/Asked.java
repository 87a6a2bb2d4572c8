package org.jiaxue.licences.asking;

import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a guardian leaves behind who asked for confirmations: one declined, one waiting. */
public final class Asked {

    private final JdbcClient jdbc;
    private final CalledStore names;

    public Asked(ApplicationContext house) {
        jdbc = house.getBean(JdbcClient.class);
        names = house.getBean(CalledStore.class);
    }

    public void by(GuardianId guardian) {
        UUID declined = Ids.next();
        UUID waiting = Ids.next();
        insert(guardian, declined);
        jdbc.sql(
                        """
                        update licences.confirmation
                           set state = 'declined', decided_at = now(), decided_by = :by,
                               reason = 'talk-first'
                         where guardian_id = :guardian and request_id = :request
                        """)
                .param("by", Ids.next())
                .param("guardian", guardian.value())
                .param("request", declined)
                .update();
        insert(guardian, waiting);
        jdbc.sql(
                        """
                        insert into licences.waiting
                            (confirmer, node, request_id, guardian_id, asked_at)
                        values ('county', '330702', :request, :guardian, now())
                        """)
                .param("request", waiting)
                .param("guardian", guardian.value())
                .update();
        names.add(guardian, waiting, "小雨妈妈");
    }

    private void insert(GuardianId guardian, UUID request) {
        jdbc.sql(
                        """
                        insert into licences.confirmation
                            (guardian_id, request_id, scheme, version, layer, period, level,
                             division, confirmer, node, asked_at, state)
                        values (:guardian, :request, 'wucheng', 1, 'county', :period, 1, '330702',
                                'county', '330702', now(), 'waiting')
                        """)
                .param("guardian", guardian.value())
                .param("request", request)
                .param("period", "2026-2027")
                .update();
    }
}
