package org.jiaxue.bench;

/** Why the figures cannot be believed, in a sentence. */
public final class BenchFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BenchFailed(String sentence) {
        super(sentence);
    }
}
