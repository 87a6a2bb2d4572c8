package org.jiaxue.activities;

/** An activity and a session of it that is not over. */
public record Upcoming(Activity activity, Session session) {}
