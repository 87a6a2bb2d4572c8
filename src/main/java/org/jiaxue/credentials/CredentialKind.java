package org.jiaxue.credentials;

import java.util.Arrays;
import java.util.Locale;

/** What a credential was issued for. */
public enum CredentialKind {
    LEVEL("Badge"),
    COURSE("CertificateOfCompletion");

    private final String achievementType;

    CredentialKind(String achievementType) {
        this.achievementType = achievementType;
    }

    /** Which of Open Badges' achievement types it is. */
    String achievementType() {
        return achievementType;
    }

    /** The kind's name in tables and texts, for instance {@code level}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CredentialKind ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
