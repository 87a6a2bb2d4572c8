package org.jiaxue.credentials.status;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.Revocation;
import org.jiaxue.credentials.issuer.Issuer;
import org.jiaxue.credentials.issuer.Signer;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives credentials their positions and signs a list anew when one of them is revoked. */
@Component
public class StatusLists {

    /** Draws of a position before a list counts as full: at three quarters, 8 miss one in ten. */
    private static final int DRAWS = 8;

    private final StatusStore store;
    private final Signer signer;
    private final Times times;
    private final SecureRandom random = new SecureRandom();

    StatusLists(StatusStore store, Signer signer, Times times) {
        this.store = store;
        this.signer = signer;
        this.times = times;
    }

    /** The list as last signed, as JSON. */
    public Optional<String> document(int list) {
        return store.find(list).map(StatusStore.Signed::document);
    }

    /** Draws a free position; a list in which that takes too long is left for a new one. */
    public StatusPosition take(CredentialId id) {
        int list = Math.max(1, store.newest());
        while (true) {
            if (store.find(list).isEmpty()) {
                store.open(list, sign(list, Set.of()));
            }
            for (int draw = 0; draw < DRAWS; draw++) {
                StatusPosition position =
                        new StatusPosition(list, random.nextInt(StatusList.POSITIONS));
                if (store.take(position, id)) {
                    return position;
                }
            }
            list++;
        }
    }

    /**
     * Records a revocation and signs the list anew, within the caller's transaction.
     *
     * @return false when the credential was revoked before; its first revocation stands
     */
    public boolean revoke(
            CredentialId id,
            StatusPosition position,
            Revocation revocation,
            StaffId officer,
            String note) {
        return mark(id, position, revocation, officer, note);
    }

    /**
     * Records that a credential gave way to the next edition of it, and signs the list anew.
     *
     * @return false when it was revoked or replaced before
     */
    public boolean replace(CredentialId id, StatusPosition position, Instant at) {
        return mark(id, position, new Revocation(Revocation.Reason.REPLACED, at), null, "");
    }

    private boolean mark(
            CredentialId id,
            StatusPosition position,
            Revocation revocation,
            @Nullable StaffId officer,
            String note) {
        int list = position.list();
        store.lock(list);
        if (!store.revoke(id, position, revocation, officer, note)) {
            return false;
        }
        store.replace(list, sign(list, store.revoked(list)));
        return true;
    }

    /** The place that was given to a credential, whether or not a copy of it is kept. */
    public Optional<StatusPosition> position(CredentialId id) {
        return store.position(id);
    }

    public Optional<Revocation> revocation(StatusPosition position) {
        return store.revocation(position);
    }

    private StatusStore.Signed sign(int list, Set<Integer> revoked) {
        Instant at = times.now();
        Issuer issuer = signer.issuer();
        return new StatusStore.Signed(
                issuer.sign(StatusList.document(issuer, list, revoked, at), at), at);
    }
}
