package org.jiaxue.credentials;

import org.jiaxue.web.Words;

/**
 * What a credential is about.
 *
 * @param path of its address under the base URL, beginning with a slash
 * @param version of the scheme that it was earned under, or of the course
 * @param criteria what it took, in sentences; lessons and activities, never hours
 */
record Achievement(
        Kind kind, String path, String version, Words name, Words description, Words criteria) {

    /** Which of Open Badges' achievement types it is. */
    enum Kind {
        LEVEL("Badge"),
        COURSE("CertificateOfCompletion");

        private final String achievementType;

        Kind(String achievementType) {
            this.achievementType = achievementType;
        }

        String achievementType() {
            return achievementType;
        }
    }
}
