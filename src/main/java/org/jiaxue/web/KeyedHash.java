package org.jiaxue.web;

import javax.crypto.Mac;

/** Hashes many messages under one key (HMAC with SHA-256); safe for several threads. */
public final class KeyedHash {

    private final Mac ready;

    KeyedHash(Mac ready) {
        this.ready = ready;
    }

    /** The hash of a message, 32 bytes. */
    public byte[] of(byte[] message) {
        try {
            return ((Mac) ready.clone()).doFinal(message);
        } catch (CloneNotSupportedException other) {
            throw new IllegalStateException("This Java's HMAC cannot be cloned", other);
        }
    }
}
