package org.jiaxue.web;

/** Whom a route admits. */
public enum Audience {
    ANYONE,
    GUARDIAN,
    STAFF
}
