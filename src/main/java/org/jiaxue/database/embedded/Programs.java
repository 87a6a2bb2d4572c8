package org.jiaxue.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a program to its end. */
final class Programs {

    private Programs() {}

    /**
     * How a program ended.
     *
     * @param status its exit status
     * @param said all that it wrote, errors among it
     */
    record Outcome(int status, String said) {}

    /** Runs a program whose messages are in English, with nothing of our environment but PATH. */
    static Outcome run(List<String> command) throws IOException {
        var process = plain(new ProcessBuilder(command)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), said);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.getFirst(), e);
        }
    }

    /** PGDATA and its kin would change what PostgreSQL does, and secrets are not its business. */
    static ProcessBuilder plain(ProcessBuilder builder) {
        var environment = builder.environment();
        var path = environment.getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        return builder;
    }
}
