package org.jiaxue.credentials;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a stranger is shown of a credential: 128 random bits, as 32 lower-case hexadecimal digits.
 * It says nothing of the holder, nor of how many there are.
 */
public record CredentialId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public CredentialId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a credential's id is 32 hexadecimal digits");
        }
    }

    /** Reads an id that came from outside; blanks between its groups are passed over. */
    public static Optional<CredentialId> read(String text) {
        String value = text.replace(" ", "");
        return FORM.matcher(value).matches()
                ? Optional.of(new CredentialId(value))
                : Optional.empty();
    }

    static CredentialId random(SecureRandom random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return new CredentialId(HexFormat.of().formatHex(bits));
    }

    /** In eight groups of four, as it is printed and read out. */
    public String grouped() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return value;
    }
}
