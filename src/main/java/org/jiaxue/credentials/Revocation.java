package org.jiaxue.credentials;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** That a credential was withdrawn, as anyone may know it; what was learned stays as it is. */
public record Revocation(Reason reason, Instant at) {

    /**
     * Why a credential may be withdrawn. There is no other reason: nobody loses one for learning
     * less.
     */
    public enum Reason {
        MISTAKE,
        DUPLICATE,
        ASKED,
        /** Its holder had it issued again under another name; nobody else may say so. */
        REPLACED;

        /** Those that an officer can choose. */
        public static List<Reason> forOfficers() {
            return List.of(MISTAKE, DUPLICATE, ASKED);
        }

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Reason> ofSlug(String slug) {
            return Arrays.stream(values()).filter(each -> each.slug().equals(slug)).findFirst();
        }
    }
}
