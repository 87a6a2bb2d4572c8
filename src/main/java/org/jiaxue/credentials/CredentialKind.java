package org.jiaxue.credentials;

import java.util.Arrays;
import java.util.Locale;

/** What a credential was issued for. */
public enum CredentialKind {
    LEVEL("Badge", "star"),
    COURSE("CertificateOfCompletion", "certificate"),
    /** What was learned in a term or a school year. */
    PERIOD("Certificate", "certificate");

    private final String achievementType;
    private final String icon;

    CredentialKind(String achievementType, String icon) {
        this.achievementType = achievementType;
        this.icon = icon;
    }

    /** Which of Open Badges' achievement types it is. */
    public String achievementType() {
        return achievementType;
    }

    /** The icon that stands for it in lists. */
    public String icon() {
        return icon;
    }

    /** The kind's name in tables and texts, for instance {@code level}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CredentialKind ofAchievement(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.achievementType.equals(type))
                .findFirst()
                .orElseThrow();
    }

    static CredentialKind ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
