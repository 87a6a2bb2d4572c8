package org.jiaxue.identity;

import java.time.Instant;

/**
 * A consent that was given or withdrawn.
 *
 * @param version the version of the words that were shown
 */
public record Consent(Purpose purpose, int version, boolean given, Instant at) {}
