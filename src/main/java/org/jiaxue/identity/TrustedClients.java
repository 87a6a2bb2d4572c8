package org.jiaxue.identity;

import java.util.Collection;
import java.util.Map;
import org.jiaxue.identity.client.Clients;
import org.jiaxue.identity.family.Residents;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;

/** The door to programs of other platforms that may tell what guardians played. */
@Component
public class TrustedClients {

    private final Clients clients;
    private final Residents residents;

    TrustedClients(Clients clients, Residents residents) {
        this.clients = clients;
        this.residents = residents;
    }

    /** Counts a request in which a client tells so many beats; refuses with 503 where it cannot. */
    public void count(Viewer.Client client, int beats) {
        clients.count(client.id(), beats);
    }

    /**
     * Whether the learning of each may be recorded, of those who live in the client's division or
     * below it; one who lives elsewhere is left out, as one who is unknown.
     *
     * @param ids at most {@value People#MOST_AT_ONCE}
     */
    public Map<GuardianId, Boolean> recorded(Viewer.Client client, Collection<GuardianId> ids) {
        return residents.recorded(client.division(), ids);
    }
}
