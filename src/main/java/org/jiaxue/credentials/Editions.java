package org.jiaxue.credentials;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.credentials.badge.Award;
import org.jiaxue.credentials.badge.Badge;
import org.jiaxue.credentials.issuer.Issuer;
import org.jiaxue.credentials.issuer.Signer;
import org.jiaxue.credentials.proof.StrictJson;
import org.jiaxue.credentials.status.StatusLists;
import org.jiaxue.credentials.status.StatusPosition;
import org.jiaxue.identity.People;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues certificates and issues them anew. Each is frozen; choosing another name adds an edition
 * of the same achievement with the same date, and marks the earlier one as replaced.
 */
@Component
class Editions {

    private final Signer signer;
    private final CredentialStore credentials;
    private final StatusLists statuses;
    private final People people;
    private final Times times;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Editions(
            Signer signer,
            CredentialStore credentials,
            StatusLists statuses,
            People people,
            Times times,
            ApplicationEventPublisher events) {
        this.signer = signer;
        this.credentials = credentials;
        this.statuses = statuses;
        this.people = people;
        this.times = times;
        this.events = events;
    }

    /** The first, which names nobody; nothing when the guardian has one for that cause. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CredentialId> first(Award award) {
        if (credentials.has(award.guardian(), award.cause())) {
            return Optional.empty();
        }
        CredentialId id = CredentialId.random(random);
        StatusPosition position = statuses.take(id);
        Instant at = award.at().truncatedTo(ChronoUnit.SECONDS);
        Instant now = now();
        Issuer issuer = signer.issuer();
        String document =
                issuer.sign(
                        Badge.document(
                                issuer, id, UUID.randomUUID(), award.achievement(), position, at),
                        now);
        Credential credential =
                new Credential(
                        award.guardian(),
                        award.cause(),
                        1,
                        id,
                        award.achievement().kind(),
                        award.achievement().name(),
                        award.division(),
                        position,
                        null,
                        document,
                        at,
                        now);
        if (!credentials.insert(credential)) {
            return Optional.empty();
        }
        credentials.insertHolder(id, award.guardian());
        events.publishEvent(
                new CredentialIssued(
                        award.guardian(), id, award.division(), credential.kind(), at));
        return Optional.of(id);
    }

    /**
     * The next one. The database lets one of two that run at once add an edition; the other waits
     * for it and then finds that its own was taken. Locks are taken in this order: the place of the
     * edition, then the status list of the one before it.
     *
     * @param name null for none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Renewing next(GuardianId guardian, CredentialId id, @Nullable String name) {
        boolean here = !people.hereUntilCommit(List.of(guardian)).isEmpty();
        Optional<Credential> found =
                credentials.find(id).filter(it -> here && it.guardian().equals(guardian));
        if (found.isEmpty()) {
            return new Renewing.Unknown();
        }
        Credential earlier = found.get();
        // The mark is read first: where another transaction has just set it, its edition shows too.
        boolean marked = statuses.revocation(earlier.position()).isPresent();
        CredentialId newest = credentials.ends(guardian, earlier.cause()).newest();
        if (!newest.equals(id)) {
            return new Renewing.Superseded(newest);
        }
        if (marked) {
            return new Renewing.Withdrawn();
        }
        if (Objects.equals(earlier.holder(), name)) {
            return new Renewing.Same();
        }
        Instant since = now().minus(Duration.ofDays(1));
        if (credentials.renewedSince(guardian, since) >= Credentials.MAX_RENEWED_A_DAY) {
            return new Renewing.TooOften();
        }
        return replace(earlier, name);
    }

    private Renewing replace(Credential earlier, @Nullable String name) {
        CredentialId id = CredentialId.random(random);
        Instant now = now();
        Credential next = renewed(earlier, id, name, now);
        if (!credentials.insert(next)) {
            CredentialId newest = credentials.ends(earlier.guardian(), earlier.cause()).newest();
            return new Renewing.Superseded(newest);
        }
        credentials.insertHolder(id, earlier.guardian());
        credentials.deleteShares(earlier.guardian(), earlier.id());
        if (!statuses.replace(earlier.id(), earlier.position(), now)) {
            throw new Refusal(Problem.conflict("credentials.problem.withdrawn"));
        }
        return new Renewing.Renewed(id);
    }

    private Credential renewed(
            Credential earlier, CredentialId id, @Nullable String name, Instant now) {
        Issuer issuer = signer.issuer();
        StatusPosition position = statuses.take(id);
        String document =
                issuer.sign(
                        Badge.renewed(
                                issuer,
                                StrictJson.read(earlier.document()).orElseThrow(),
                                id,
                                UUID.randomUUID(),
                                position,
                                name),
                        now);
        return new Credential(
                earlier.guardian(),
                earlier.cause(),
                earlier.edition() + 1,
                id,
                earlier.kind(),
                earlier.name(),
                earlier.division(),
                position,
                name,
                document,
                earlier.issuedAt(),
                now);
    }

    private Instant now() {
        return times.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
