package org.jiaxue.credentials.proof;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 public key, written as a Multikey ({@code z6Mk…}). */
public final class VerifyingKey {

    /** The multicodec prefix of an Ed25519 public key (0xed as a varint). */
    private static final byte[] PREFIX = {(byte) 0xed, 0x01};

    private final byte[] key;

    VerifyingKey(byte[] key) {
        this.key = key.clone();
    }

    /**
     * Reads {@code z6Mk…}; nothing unless it is an Ed25519 public key in its one canonical form.
     */
    public static Optional<VerifyingKey> read(String multikey) {
        if (!multikey.startsWith("z")) {
            return Optional.empty();
        }
        return Base58.decode(multikey.substring(1))
                .filter(bytes -> bytes.length == PREFIX.length + Ed25519.PUBLIC_KEY_SIZE)
                .filter(bytes -> bytes[0] == PREFIX[0] && bytes[1] == PREFIX[1])
                .map(bytes -> Arrays.copyOfRange(bytes, PREFIX.length, bytes.length))
                .filter(bytes -> Ed25519.validatePublicKeyFull(bytes, 0))
                .map(VerifyingKey::new)
                .filter(read -> read.multikey().equals(multikey));
    }

    public String multikey() {
        byte[] bytes = Arrays.copyOf(PREFIX, PREFIX.length + key.length);
        System.arraycopy(key, 0, bytes, PREFIX.length, key.length);
        return "z" + Base58.encode(bytes);
    }

    /** Whether the signature is this key's over the message; a non-canonical S is refused. */
    boolean verifies(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
    }
}
