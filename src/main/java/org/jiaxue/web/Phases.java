package org.jiaxue.web;

import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * The order, as phases of Spring's life cycle, of what is done at a start before the first request
 * is served.
 */
public final class Phases {

    private static final int SERVING = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE;
    private static final int APART = 1_024;

    /** Weeks whose day has come are closed, with what fills a demonstration already there. */
    public static final int CLOSING = SERVING - APART;

    /** A demonstration is filled. */
    public static final int FILLING = CLOSING - APART;

    private Phases() {}
}
