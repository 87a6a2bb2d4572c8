package org.jiaxue.licences.asking;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Seal;
import org.jiaxue.web.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a guardian wants to be called by who confirms, sealed, while the request waits. */
@Component
class CalledStore {

    private static final String NAMES = "licences.confirmation.name";

    private final JdbcClient jdbc;
    private final Seal seal;

    CalledStore(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.seal = secrets.seal(NAMES);
    }

    void add(GuardianId guardian, UUID request, String name) {
        jdbc.sql(
                        """
                        insert into licences.called (guardian_id, request_id, name_sealed)
                        values (:guardian, :request, :name)
                        """)
                .param("guardian", guardian.value())
                .param("request", request)
                .param("name", seal.close(name, request.toString()))
                .update();
    }

    /** The names by request; one that was forgotten is not there. */
    Map<UUID, String> of(Collection<GuardianId> guardians) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql(
                        """
                        select request_id, name_sealed from licences.called
                         where guardian_id = any (:guardians)
                        """)
                .param("guardians", guardians.stream().map(GuardianId::value).toArray(UUID[]::new))
                .query(row -> {
                    UUID request = row.getObject("request_id", UUID.class);
                    seal.openText(row.getString("name_sealed"), request.toString())
                            .ifPresent(it -> names.put(request, it));
                });
        return names;
    }

    /** Forgets the name once the request is decided or taken back. */
    void forget(GuardianId guardian, UUID request) {
        jdbc.sql(
                        """
                        delete from licences.called
                         where guardian_id = :guardian and request_id = :request
                        """)
                .param("guardian", guardian.value())
                .param("request", request)
                .update();
    }

    void erase(GuardianId guardian) {
        jdbc.sql("delete from licences.called where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
    }
}
