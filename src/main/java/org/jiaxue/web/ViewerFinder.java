package org.jiaxue.web;

import jakarta.servlet.http.HttpServletRequest;

/** Finds out who sent a request, by its session cookie or bearer token. */
public interface ViewerFinder {

    /** The cookie that holds a browser's session. */
    String SESSION_COOKIE = "session";

    /** The viewer; a visitor when nothing was shown. Refuses a token that is unknown or expired. */
    Viewer find(HttpServletRequest request);
}
