package org.jiaxue.web;

/**
 * What a node remembers of the database, and another node may change. Each also has an age that it
 * does not outlive, because a node that is cut off hears nothing. Called from one thread, which the
 * others wait for.
 */
public interface Remembered {

    /** The first words of its changes, such as {@code points.rules}. */
    String topic();

    /** That changed, somewhere: what is remembered of it is not to be answered with any more. */
    void changed(String what);

    /** Anything may have changed, since this node did not hear for a while. */
    void anyChanged();
}
