package org.jiaxue.credentials.paper;

/** Keeps all presses busy for a while. */
public final class Busy {

    private Busy() {}

    public static void during(Paper paper, Runnable while_) {
        paper.presses().acquireUninterruptibly(Paper.PRESSES);
        try {
            while_.run();
        } finally {
            paper.presses().release(Paper.PRESSES);
        }
    }
}
