package org.jiaxue.database.access;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jiaxue.database.DatabaseUnavailable;

/**
 * The three passwords of an embedded server, 256 random bits each, kept in a file of mode 0600.
 *
 * @param superuser for bootstrap, upgrades and repair only
 * @param owner of {@code jiaxue_owner}
 * @param app of {@code jiaxue_app}
 */
public record Passwords(String superuser, String owner, String app) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The passwords that a file keeps; made and kept if there is no such file. */
    public static Passwords in(Path file) {
        try {
            if (!Files.exists(file)) {
                var made = new Passwords(random(), random(), random());
                PrivateFile.write(file, made.text());
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the database's passwords in " + file, e);
        }
    }

    /** A password that every process with the same secret arrives at. */
    public static String derived(String secret, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return encoded(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static Passwords read(Path file) throws IOException {
        var kept = new Properties();
        kept.load(new StringReader(Files.readString(file)));
        return new Passwords(
                kept(kept, "postgres", file),
                kept(kept, Roles.OWNER, file),
                kept(kept, Roles.APP, file));
    }

    private static String kept(Properties properties, String role, Path file) {
        var password = properties.getProperty(role);
        if (password == null || password.isBlank()) {
            throw new DatabaseUnavailable(
                    file
                            + " has no password for "
                            + role
                            + ". Put the file back from a backup, or set a new password by hand:"
                            + " docs/operations/embedded-postgresql.md says how.");
        }
        return password;
    }

    private String text() {
        return "postgres=%s%n%s=%s%n%s=%s%n"
                .formatted(superuser, Roles.OWNER, owner, Roles.APP, app);
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return encoded(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Passwords[]";
    }
}
