package org.jiaxue.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import org.jiaxue.database.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs for this machine, from the class path. */
final class BundledArchive implements ServerOptions.Archive {

    @Override
    public InputStream open() throws IOException {
        return place().openStream();
    }

    /** What the jar says of it: its length and its CRC-32. */
    @Override
    public @Nullable String mark() throws IOException {
        if (place().openConnection() instanceof JarURLConnection inJar) {
            ZipEntry entry = inJar.getJarEntry();
            return "%d-%08x".formatted(entry.getSize(), entry.getCrc());
        }
        return null;
    }

    private static URL place() {
        var name =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
                    case "aarch64" -> "postgres-linux-arm_64.txz";
                    default -> "none";
                };
        var linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux");
        var place = linux ? BundledArchive.class.getResource("/" + name) : null;
        if (place == null || Files.exists(Path.of("/etc/alpine-release"))) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL runs on Linux with glibc, on x86-64 and arm64. On this"
                            + " machine run a PostgreSQL 15 or later beside the service and name"
                            + " it with JIAXUE_DATABASE_URL.");
        }
        return place;
    }
}
