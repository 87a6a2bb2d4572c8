package org.jiaxue.activities;

import java.time.Instant;

/** A session that a guardian signed in to. */
public record Attended(Activity activity, Session session, Instant at) {}
