package org.jiaxue.web;

/** Whom a route admits. */
public enum Audience {
    ANYONE,
    GUARDIAN,
    /** A guardian, or a trusted client with the scope {@link Viewer.Scope#RELAY}. */
    GUARDIAN_OR_CLIENT,
    STAFF
}
