package org.jiaxue.web;

import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * The order, as phases of Spring's life cycle, of what is done at a start; at the end it is undone
 * the other way round.
 */
public final class Phases {

    private static final int SERVING = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE;
    private static final int APART = 1_024;

    /** Weeks whose day has come are closed, with what fills a demonstration already there. */
    public static final int CLOSING = SERVING - APART;

    /** A demonstration is filled. */
    public static final int FILLING = CLOSING - APART;

    /** What other nodes change is heard, before anything is read that they may change. */
    public static final int LISTENING = FILLING - APART;

    /**
     * The house serves and does its share of the jobs. It gives both up at once: what is being
     * answered and what is being done may end.
     */
    public static final int WORKING = WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;

    /** The house has begun to serve; the first that hears that it is to end. */
    public static final int DRAINING = WORKING + APART / 2;

    private Phases() {}
}
