package org.jiaxue.identity.token;

import java.util.EnumSet;
import java.util.Set;
import org.jiaxue.identity.PasswordAlone;
import org.jiaxue.web.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The one place where it is decided that a member of staff without a second factor may do nothing
 * but set one up. It looks at every request, by session as well as by bearer token, so that a
 * factor that was reset shuts what was open before: a session keeps its owner's account alone, a
 * bearer token nothing.
 */
@Component
class Proof {

    private final boolean passwordAlone;

    Proof(ObjectProvider<PasswordAlone> exemption) {
        this.passwordAlone = exemption.stream().findAny().isPresent();
    }

    /** Whose token this is, with the scopes that they may use it for now. */
    Viewer asProven(TokenStore.Row token) {
        return token.viewer() instanceof Viewer.Staff staff
                ? new Viewer.Staff(staff.id(), staff.name(), scopes(token, staff))
                : token.viewer();
    }

    private Set<Viewer.Scope> scopes(TokenStore.Row token, Viewer.Staff staff) {
        Set<Viewer.Scope> scopes = EnumSet.noneOf(Viewer.Scope.class);
        if (token.factor() || passwordAlone) {
            scopes.addAll(staff.scopes());
        }
        switch (token.kind()) {
            case COOKIE -> scopes.add(Viewer.Scope.ACCOUNT);
            case BEARER -> scopes.remove(Viewer.Scope.ACCOUNT);
        }
        return scopes;
    }
}
