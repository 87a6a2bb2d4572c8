package org.jiaxue.identity.account;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.ErasureAsked;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Throttle;
import org.jiaxue.identity.family.Guardians;
import org.jiaxue.identity.signin.Bounds;
import org.jiaxue.identity.signin.Codes;
import org.jiaxue.identity.token.Tokens;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases accounts. First, in one transaction, the erasure is recorded and the guardian's own row
 * goes with the phone, children, consents, sessions and codes: whoever still writes about them
 * holds that row until they commit, so the transaction waits for them, and whoever comes later
 * finds nobody to write about. Then every room removes its own, each in a transaction of its own. A
 * process that ends in between leaves the record, and a job goes on from there.
 */
@Component
class Erasures {

    /** How long lines of the log name the id of somebody whose account is gone. */
    static final Duration LOG_KEPT = Duration.ofDays(180);

    /** Erasures that one run of the job finishes. */
    static final int MOST_AT_ONCE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final ErasureStore store;
    private final List<PersonalData> rooms;
    private final Guardians guardians;
    private final Tokens tokens;
    private final Codes codes;
    private final Throttle throttle;
    private final Audit audit;
    private final Times times;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Erasures(
            ErasureStore store,
            List<PersonalData> rooms,
            Guardians guardians,
            Tokens tokens,
            Codes codes,
            Throttle throttle,
            Audit audit,
            Times times,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.store = store;
        this.rooms =
                rooms.stream()
                        .sorted(Comparator.comparing((PersonalData room) -> room.keeps().schema()))
                        .toList();
        this.guardians = guardians;
        this.tokens = tokens;
        this.codes = codes;
        this.throttle = throttle;
        this.audit = audit;
        this.times = times;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Records that everything goes, and lets the account go at once; asked again, nothing happens.
     *
     * <p>Locks the guardian's row first, as a withdrawal of consent does, and then what plays: a
     * beat holds its coverage and never asks for the guardian's row.
     */
    void ask(GuardianId guardian) {
        transaction.executeWithoutResult(_ -> {
            if (store.lock(guardian)) {
                Phone phone = guardians.phoneOf(guardian);
                events.publishEvent(new ErasureAsked(guardian));
                store.record(guardian, times.now());
                tokens.removeAll(guardian);
                codes.forget(phone);
                throttle.forget(Bounds.ARCHIVES_A_GUARDIAN_AN_HOUR, guardian.toString());
                throttle.forget(Bounds.NUMBER_WAITS_A_GUARDIAN_A_DAY, guardian.toString());
                store.remove(guardian, guardians.hashOf(phone));
                audit.note(
                        Viewer.Guardian.inPerson(guardian),
                        "guardian.erasure-asked",
                        guardian.toString());
            }
        });
    }

    /** Has every room remove what it keeps of somebody whose erasure was asked for. */
    void finish(GuardianId guardian) {
        for (PersonalData room : rooms) {
            transaction.executeWithoutResult(_ -> room.erase(guardian));
        }
        transaction.executeWithoutResult(_ -> {
            store.done(guardian, times.now());
            audit.note(new Viewer.Visitor(), "guardian.erased", guardian.toString());
        });
    }

    /** As {@link #finish}; where the database or a file refuses, the job finishes it later. */
    void finishIfPossible(GuardianId guardian) {
        try {
            finish(guardian);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("erasure not finished, will be why={}", away.getClass().getSimpleName());
            LOG.debug("erasure not finished", away);
        } catch (Refusal unreadable) {
            LOG.error(
                    "erasure not finished, will be why={} about={}",
                    unreadable.problem().code(),
                    unreadable.problem().args());
        } catch (UncheckedIOException unwritable) {
            LOG.error("erasure not finished, will be why={}", unwritable.getMessage());
        }
    }

    /** Finishes what was asked for before; at most {@link #MOST_AT_ONCE}, the oldest first. */
    void finishAll() {
        store.undone(MOST_AT_ONCE).forEach(this::finishIfPossible);
    }

    /** Removes the last that names the ids of those who are long gone. */
    void forget() {
        transaction.executeWithoutResult(_ -> store.forget(times.now().minus(LOG_KEPT)));
    }
}
