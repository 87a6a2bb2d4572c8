package org.jiaxue.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route of the API that is asked more often than all others together. Its plain requests come
 * past what a route can need but this one does not; every other request, and whoever reads the
 * routes, finds it where all are. For {@code POST} at one path with one id in it; the method may
 * ask for that id as a {@link String}, for its body as a tree of JSON, and for a {@link
 * GuardianId}, a {@link Sender} and {@link Texts}, and what it returns is written as JSON with
 * status 200.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Quick {}
