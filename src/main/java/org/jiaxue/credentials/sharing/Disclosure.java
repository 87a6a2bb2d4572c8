package org.jiaxue.credentials.sharing;

import java.util.Set;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides who sees more of a certificate than anybody may. */
@Component
public class Disclosure {

    private final Credentials credentials;
    private final Shares shares;

    Disclosure(Credentials credentials, Shares shares) {
        this.credentials = credentials;
        this.shares = shares;
    }

    /** With whose eyes a certificate is looked at. */
    public enum Eyes {
        HOLDER(true),
        /** Somebody who was given a link that is alive. */
        GUEST(true),
        /** Somebody whose link is withdrawn, has ended, or never was one. */
        LATE(false),
        STRANGER(false);

        private final boolean all;

        Eyes(boolean all) {
            this.all = all;
        }

        /** Whether they see the name and the document. */
        public boolean seeAll() {
            return all;
        }
    }

    /**
     * Whose eyes these are.
     *
     * @param token of a link, or null when the address was opened without one
     */
    public Eyes of(Viewer viewer, CredentialId id, @Nullable String token) {
        if (viewer instanceof Viewer.Guardian(GuardianId guardian, Set<Viewer.Scope> scopes)
                && scopes.contains(Viewer.Scope.READ)
                && credentials.belongs(id, guardian)) {
            return Eyes.HOLDER;
        }
        if (token == null) {
            return Eyes.STRANGER;
        }
        return shares.opens(id, token) ? Eyes.GUEST : Eyes.LATE;
    }
}
