package org.jiaxue.identity.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Issued;
import org.jiaxue.identity.token.Tokens;
import org.jiaxue.web.Access;
import org.jiaxue.web.ClientId;
import org.jiaxue.web.Deed;
import org.jiaxue.web.GroupWait;
import org.jiaxue.web.Grouped;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Programs of other platforms that may tell what guardians played, by name. A client is trusted for
 * one division and has one token, which is told once and good for a year; a new one is a new
 * client. Every use is counted before anything comes of it.
 */
@Component
public class Clients implements DisposableBean {

    public static final Duration LIFETIME = Duration.ofDays(365);

    /** How many there can be of a division and below it. */
    public static final int MOST = 100;

    private static final GroupWait WAIT = new GroupWait("web.problem.away");

    private final ClientStore store;
    private final Tokens tokens;
    private final Access access;
    private final Audit audit;
    private final Times times;
    private final Grouped<Use, Use> counter;

    Clients(ClientStore store, Tokens tokens, Access access, Audit audit, Times times) {
        this.store = store;
        this.tokens = tokens;
        this.access = access;
        this.audit = audit;
        this.times = times;
        this.counter = new Grouped<>("client-uses", 1, this::count);
    }

    /** So many requests of a client, and so many beats told in them. */
    record Use(ClientId client, long requests, long beats) {

        Use and(Use more) {
            return new Use(client, requests + more.requests, beats + more.beats);
        }
    }

    /**
     * Trusts a client; its token is told here and never again.
     *
     * @param id the form's own, so that one that is sent twice trusts one client
     * @param name 1 to {@value Client#LONGEST_NAME} characters
     * @return empty where the client is there already
     */
    @Transactional
    public Optional<Issued> trust(Viewer.Staff by, ClientId id, String division, String name) {
        access.require(by, Deed.TRUST_CLIENTS, division);
        if (store.within(division, MOST).size() >= MOST) {
            throw new Refusal(Problem.unprocessable("identity.problem.clients-many", MOST));
        }
        Instant now = times.now();
        Client client = new Client(id, name, division, now, now.plus(LIFETIME), null, 0);
        if (!store.add(client, by.id())) {
            return Optional.empty();
        }
        audit.note(by, "client.trusted", id.toString(), division);
        return Optional.of(
                tokens.bearer(
                        new Viewer.Client(id, division, Set.of(Viewer.Scope.RELAY)), LIFETIME));
    }

    /** Those of a division and below it, the newest first, at most {@value #MOST}. */
    public List<Client> within(String division) {
        return store.within(division, MOST);
    }

    /** Trusts a client no longer and ends its token; refuses an unknown one with 404. */
    @Transactional
    public void withdraw(Viewer by, ClientId id) {
        String division = store.divisionOf(id).orElseThrow(Clients::gone);
        access.require(by, Deed.TRUST_CLIENTS, division);
        if (!store.withdraw(id, times.now())) {
            throw gone();
        }
        tokens.removeAll(id);
        audit.note(by, "client.withdrawn", id.toString(), division);
    }

    /** Counts a request in which a client tells so many beats; refuses with 503 what it cannot. */
    public void count(ClientId client, int beats) {
        WAIT.forAnswer(counter.offer(client, new Use(client, 1, beats)).orElseThrow(WAIT::refusal));
    }

    private List<Use> count(List<Use> uses) {
        Map<ClientId, Use> byClient = new LinkedHashMap<>();
        uses.forEach(use -> byClient.merge(use.client(), use, Use::and));
        store.count(Collections.unmodifiableMap(byClient), times.today());
        return uses;
    }

    private static Refusal gone() {
        return new Refusal(Problem.notFound("identity.problem.client-gone"));
    }

    @Override
    public void destroy() {
        counter.close();
    }
}
