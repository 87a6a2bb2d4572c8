package org.jiaxue.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an embedded server is run.
 *
 * @param root the directory that is the server's own, {@code DATA/postgresql}
 * @param archive the compressed binaries
 * @param settings what goes before the operator's settings and ours, by name
 * @param patience how long a start or a stop may take before it is called failed; a busy machine
 *     that recovers from a crash needs its time
 */
public record ServerOptions(
        Path root, Archive archive, Map<String, String> settings, Duration patience) {

    /** An archive of binaries, {@code .txz}. */
    interface Archive {

        /** The bytes from the start; the caller closes them. */
        InputStream open() throws IOException;

        /** What tells it from others without reading it; null where only reading does. */
        default @Nullable String mark() throws IOException {
            return null;
        }
    }

    public static ServerOptions in(Path data) {
        return new ServerOptions(
                data.toAbsolutePath().normalize().resolve("postgresql"),
                new BundledArchive(),
                Map.of(),
                Duration.ofMinutes(2));
    }

    public ServerOptions with(Archive other) {
        return new ServerOptions(root, other, settings, patience);
    }

    public ServerOptions with(Map<String, String> others) {
        return new ServerOptions(root, archive, others, patience);
    }

    public ServerOptions within(Duration other) {
        return new ServerOptions(root, archive, settings, other);
    }
}
