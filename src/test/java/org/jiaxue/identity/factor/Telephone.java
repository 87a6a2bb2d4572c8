package org.jiaxue.identity.factor;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** The authenticator of somebody in a test, which knows the secret that a page showed. */
public final class Telephone {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    /** One that the secret was typed into, blanks between its groups or not. */
    public Telephone(String typed) {
        this.secret = decode(typed.replace(" ", ""));
    }

    /** The digits it shows, so many steps of thirty seconds from now. */
    public String digits(int stepsAhead) {
        return Totp.code(secret, Totp.stepAt(Instant.now()) + stepsAhead);
    }

    static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            buffer = (buffer << 5) | ALPHABET.indexOf(text.charAt(i));
            held += 5;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.write(buffer >> held);
                buffer &= (1 << held) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
