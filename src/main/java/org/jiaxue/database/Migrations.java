package org.jiaxue.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jiaxue.database.access.Roles;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All migrations of this software as one: by a fingerprint of their files, which the database keeps
 * of those that it was prepared with last. To ask a dozen rooms' histories, each on a connection of
 * its own, takes a second of every start.
 */
record Migrations(String fingerprint) {

    private static final String PLACE = "db/migration/";

    /** Those of the class path. */
    static Migrations shipped() {
        try {
            Map<String, Resource> files = new TreeMap<>();
            var finder = new PathMatchingResourcePatternResolver();
            for (Resource file : finder.getResources("classpath*:" + PLACE + "**/*.sql")) {
                String url = file.getURL().toString();
                files.put(url.substring(url.lastIndexOf(PLACE)), file);
            }
            return new Migrations(fingerprint(files));
        } catch (IOException unreadable) {
            throw new DatabaseUnavailable("The migrations cannot be read.", unreadable);
        }
    }

    private static String fingerprint(Map<String, Resource> files) throws IOException {
        MessageDigest all = sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), all)) {
            for (Map.Entry<String, Resource> file : files.entrySet()) {
                byte[] content;
                try (InputStream in = file.getValue().getInputStream()) {
                    content = in.readAllBytes();
                }
                String head = "%s %d%n".formatted(file.getKey(), content.length);
                out.write(head.getBytes(StandardCharsets.UTF_8));
                out.write(content);
            }
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** Whether the database was prepared with these last. */
    boolean in(Connection owner) throws SQLException {
        return Roles.asks(owner, "select to_regclass('migrations.prepared') is not null")
                && Roles.asks(
                        owner,
                        "select exists (select from migrations.prepared where fingerprint = ?)",
                        fingerprint);
    }

    /** Has the database keep that it was. */
    void keep(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(
                    """
                    create table if not exists migrations.prepared (
                        one         boolean primary key default true check (one),
                        fingerprint text not null
                    )
                    """);
        }
        try (var statement =
                owner.prepareStatement(
                        """
                        insert into migrations.prepared (fingerprint) values (?)
                        on conflict (one) do update set fingerprint = excluded.fingerprint
                        """)) {
            statement.setString(1, fingerprint);
            statement.execute();
        }
    }
}
