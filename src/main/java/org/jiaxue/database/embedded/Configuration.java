package org.jiaxue.database.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The server's settings in three layers: our defaults, the operator's file, and what nobody may
 * change because safety or the connection depends on it. The files serve every major version from
 * 15 on.
 */
final class Configuration {

    private static final long MEBIBYTE = 1 << 20;

    private Configuration() {}

    /** Writes the defaults anew and the operator's file if there is none. */
    static void write(ServerFiles files) throws IOException {
        Files.writeString(files.configuration(), defaults());
        if (!Files.exists(files.settings())) {
            Files.writeString(files.settings(), OPERATORS);
        }
        // The server's user is another one under root; these two hold no secret.
        var readable = PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(files.configuration(), readable);
        Files.setPosixFilePermissions(files.settings(), readable);
    }

    /** The arguments of what cannot be changed by a file. */
    static List<String> fixed(int port, Map<String, String> others) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("fsync", "on");
        settings.put("full_page_writes", "on");
        settings.put("logging_collector", "off");
        settings.put("log_destination", "stderr");
        settings.putAll(others);
        var arguments = new ArrayList<String>();
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    private static String defaults() {
        long buffers = Math.clamp(memory() / MEBIBYTE / 8, 128, 2048);
        return """
        # Written anew at each start. Your own settings belong in settings.conf.
        max_connections = 40
        shared_buffers = %dMB
        max_wal_size = 2GB
        checkpoint_timeout = 15min
        wal_compression = pglz
        random_page_cost = 1.2
        jit = off
        # After a crash one call instead of one for each file.
        recovery_init_sync_method = syncfs
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%%m [%%p] '
        log_checkpoints = off
        # Statements and details can hold personal data, so the log leaves them out.
        log_min_error_statement = panic
        log_error_verbosity = terse
        idle_in_transaction_session_timeout = 5min
        # A new installation grows from nothing: plans made for empty tables must not last.
        autovacuum_naptime = 5s
        include_if_exists 'settings.conf'
        """
                .formatted(buffers);
    }

    private static long memory() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 1024 * MEBIBYTE;
    }

    private static final String OPERATORS =
            """
            # Your own settings for the embedded PostgreSQL, for example:
            # shared_buffers = 1GB
            # They are read at each start, and kept through upgrades.
            """;
}
