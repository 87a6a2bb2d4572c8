package org.jiaxue.learning.playback;

/** Why the figures cannot be believed, in a sentence. */
final class BenchFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    BenchFailed(String sentence) {
        super(sentence);
    }
}
