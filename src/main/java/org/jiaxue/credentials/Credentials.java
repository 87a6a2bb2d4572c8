package org.jiaxue.credentials;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiaxue.credentials.badge.Award;
import org.jiaxue.credentials.issuer.Signer;
import org.jiaxue.credentials.status.StatusLists;
import org.jiaxue.identity.Audit;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door: a guardian's credentials, what a check of one says, and revocation. A credential is
 * issued once for each cause, frozen as issued, and names nobody.
 */
@Component
public class Credentials {

    /** Credentials listed at once, at most. */
    public static final int MAX_LISTED = 100;

    /** Characters of a note on a revocation, at most. */
    public static final int MAX_NOTE = 200;

    /** Times within 24 hours that a guardian may have certificates issued anew. */
    public static final int MAX_RENEWED_A_DAY = 20;

    /** Characters of a name on a certificate, at most. */
    public static final int MAX_NAME = 60;

    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

    private final Signer signer;
    private final CredentialStore credentials;
    private final StatusLists statuses;
    private final Checker checker;
    private final Editions editions;
    private final Audit audit;
    private final Times times;
    private final ApplicationEventPublisher events;

    Credentials(
            Signer signer,
            CredentialStore credentials,
            StatusLists statuses,
            Checker checker,
            Editions editions,
            Audit audit,
            Times times,
            ApplicationEventPublisher events) {
        this.signer = signer;
        this.credentials = credentials;
        this.statuses = statuses;
        this.checker = checker;
        this.editions = editions;
        this.audit = audit;
        this.times = times;
        this.events = events;
    }

    /** A credential in a list. */
    public record Summary(
            CredentialId id, CredentialKind kind, Words name, Instant issuedAt, boolean revoked) {}

    /**
     * A stretch of a list.
     *
     * @param next what to pass as {@code before} for the following stretch; empty at the end
     */
    public record Stretch(List<Summary> items, @Nullable CredentialId next) {}

    /**
     * A guardian's credentials, newest first.
     *
     * @param limit 1 to {@link #MAX_LISTED}; cut to that
     * @param before one of the guardian's own, to go on after it; after another's there is nothing
     */
    @Transactional(readOnly = true)
    public Stretch of(GuardianId guardian, int limit, @Nullable CredentialId before) {
        int size = Math.clamp(limit, 1, MAX_LISTED);
        List<Summary> found =
                before == null
                        ? credentials.newest(guardian, size + 1)
                        : credentials.before(guardian, before, size + 1);
        if (found.size() <= size) {
            return new Stretch(found, null);
        }
        List<Summary> items = found.subList(0, size);
        return new Stretch(items, items.getLast().id());
    }

    /** Whether a credential is this guardian's. */
    @Transactional(readOnly = true)
    public boolean belongs(CredentialId id, GuardianId guardian) {
        return credentials.find(id).filter(it -> it.guardian().equals(guardian)).isPresent();
    }

    /** All that stands in it, for its holder and whoever they show it to. */
    @Transactional(readOnly = true)
    public Optional<Statement> statement(CredentialId id) {
        return credentials.find(id).map(Statement::of);
    }

    /** The one that is in force in place of this one; itself unless it was issued anew. */
    @Transactional(readOnly = true)
    public Optional<CredentialId> newest(CredentialId id) {
        return credentials.find(id).map(it -> credentials.ends(it.guardian(), it.cause()).newest());
    }

    /**
     * Issues a certificate anew with another name on it, or none: the same achievement and date, a
     * number of its own. The earlier one is replaced; nothing is earned by it, nothing told.
     *
     * @param name at most {@link #MAX_NAME} characters, all of which can be printed; null for none
     */
    @Transactional
    public Renewing renew(GuardianId guardian, CredentialId id, @Nullable String name) {
        return editions.next(guardian, id, name);
    }

    /**
     * A certificate as it was told of.
     *
     * @param revoked whether it, or what was issued anew in its place, was withdrawn since
     */
    public record Told(CredentialIssued issued, boolean revoked) {}

    /**
     * Reads what was told of as issued, of many guardians: one for each cause, in no order, brought
     * bit by bit.
     *
     * @param after guardians that come after this one, as the database compares ids: byte by byte
     * @param upTo up to this one, whose are read too
     * @param from what was reached at this moment or later
     */
    @Transactional(readOnly = true)
    public void told(GuardianId after, GuardianId upTo, Instant from, Consumer<Told> reader) {
        credentials.told(after, upTo, from, reader);
    }

    /** The document as issued, byte for byte in UTF-8 (Open Badges 3.0, Data Integrity proof). */
    @Transactional(readOnly = true)
    public Optional<String> document(CredentialId id) {
        return credentials.find(id).map(Credential::document);
    }

    /** The division code under which officers answer for a credential. */
    @Transactional(readOnly = true)
    public Optional<String> division(CredentialId id) {
        return credentials.find(id).map(Credential::division);
    }

    /** Checks the credential that is on record under this id. */
    @Transactional(readOnly = true)
    public Check check(CredentialId id) {
        return checker.check(id);
    }

    /** Checks a copy: the text of a document, at most 65,536 characters of use. */
    @Transactional(readOnly = true)
    public Check check(String copy) {
        return checker.check(copy);
    }

    /** The address that certificates name for good, without a slash at its end. */
    public String address() {
        return signer.issuer().base().value();
    }

    /** The DID document of the issuer (DID Core 1.0), as JSON. */
    public String didDocument() {
        return signer.issuer().didDocument();
    }

    /** A status list as last signed (Bitstring Status List 1.0), as JSON. */
    @Transactional(readOnly = true)
    public Optional<String> statusList(int list) {
        return statuses.document(list);
    }

    /**
     * Withdraws a credential and signs its status list anew; what was learned stays as it is. The
     * caller has made sure that the officer may.
     *
     * @param note for the file, never shown to the public; at most {@link #MAX_NOTE} characters
     */
    @Transactional
    public Revoking revoke(
            CredentialId id, Viewer.Staff officer, Revocation.Reason reason, String note) {
        Optional<Credential> found = credentials.find(id);
        if (found.isEmpty()) {
            return new Revoking.Unknown();
        }
        Credential credential = found.get();
        Revocation revocation = new Revocation(reason, times.now());
        if (!statuses.revoke(id, credential.position(), revocation, officer.id(), note)) {
            return new Revoking.Already(statuses.revocation(credential.position()).orElseThrow());
        }
        events.publishEvent(
                new CredentialRevoked(
                        credential.guardian(),
                        id,
                        credentials.ends(credential.guardian(), credential.cause()).first(),
                        credential.division(),
                        credential.kind(),
                        revocation.at()));
        audit.note(officer, "credential.revoked", id.value());
        LOG.info("revoked credential={} officer={} reason={}", id, officer.id(), reason.slug());
        return new Revoking.Revoked(revocation);
    }

    /** Issues what an award is for, unless the guardian has it already. */
    @Transactional
    Optional<CredentialId> issue(Award award) {
        return editions.first(award);
    }
}
