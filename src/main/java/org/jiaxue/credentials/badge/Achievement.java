package org.jiaxue.credentials.badge;

import org.jiaxue.credentials.CredentialKind;
import org.jiaxue.web.Words;

/**
 * What a credential is about.
 *
 * @param id an absolute IRI, the same for everyone who has it
 * @param version of the scheme that it was earned under, or of the course
 * @param criteria what it took, in sentences; lessons and activities, never hours
 */
public record Achievement(
        CredentialKind kind,
        String id,
        String version,
        Words name,
        Words description,
        Words criteria) {}
