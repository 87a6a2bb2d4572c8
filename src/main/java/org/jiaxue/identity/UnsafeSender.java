package org.jiaxue.identity;

/** A way of sending codes that would let strangers in; the message says what to set instead. */
public final class UnsafeSender extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnsafeSender(String sentence) {
        super(sentence);
    }
}
