package org.jiaxue.web;

import java.util.Optional;
import java.util.Set;

/** Who is asking. */
public sealed interface Viewer {

    /** What a bearer token may be used for; a browser's session may do all. */
    enum Scope {
        LEARN,
        READ,
        STAFF,
        /** A member of staff's own account: password and second factor. */
        ACCOUNT,
        /** A trusted client's: tell what guardians played, naming each. */
        RELAY
    }

    /** Somebody who has not signed in. */
    record Visitor() implements Viewer {}

    /** A signed-in guardian. */
    record Guardian(GuardianId id, Set<Scope> scopes) implements Viewer {

        /** A guardian in person, who may do all that guardians may. */
        public static Guardian inPerson(GuardianId id) {
            return new Guardian(id, Set.of(Scope.LEARN, Scope.READ));
        }
    }

    /** A signed-in member of staff; what they may do is asked of {@link Access}. */
    record Staff(StaffId id, String name, Set<Scope> scopes) implements Viewer {

        /** Whether they have to set up a second factor first and may do nothing else before. */
        public boolean unproven() {
            return scopes.stream().allMatch(scope -> scope == Scope.ACCOUNT);
        }
    }

    /**
     * A program of another platform that is trusted with what guardians of a division played.
     *
     * @param division the division's code
     */
    record Client(ClientId id, String division, Set<Scope> scopes) implements Viewer {}

    /** The guardian's id, when a guardian asks. */
    default Optional<GuardianId> guardian() {
        return this instanceof Guardian(GuardianId id, Set<Scope> _)
                ? Optional.of(id)
                : Optional.empty();
    }

    default boolean signedIn() {
        return !(this instanceof Visitor);
    }
}
