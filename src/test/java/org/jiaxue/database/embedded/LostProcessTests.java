package org.jiaxue.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens when a process is killed at a bad moment, and who may run the server. */
class LostProcessTests {

    /** How long a process may take to come to its work, and to end when it is killed. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    @Test
    void a_server_that_outlived_its_process_is_taken_over_with_its_data() throws Exception {
        var data = ServerDirectory.named("orphan");
        var child = ChildServer.open(data);
        assertThat(child.answer()).startsWith("open");
        var orphan = child.server();
        child.kill();
        assertThat(orphan.isAlive()).isTrue();
        try (var server = open(data)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(one(server)).isEqualTo(1);
        }
    }

    @Test
    void a_process_and_its_server_killed_together_leave_nothing_in_the_way() throws Exception {
        var data = ServerDirectory.named("both");
        var child = ChildServer.open(data);
        var postmaster = child.server();
        child.kill();
        postmaster.destroyForcibly();
        try (var server = open(data)) {
            assertThat(one(server)).isEqualTo(1);
        }
    }

    @Test
    void a_stale_file_of_a_process_number_that_a_stranger_has_now_is_no_harm() throws Exception {
        var data = ServerDirectory.named("stale");
        open(data).close();
        var stale = data.resolve("postgresql/data-18/postmaster.pid");
        Files.writeString(stale, ProcessHandle.current().pid() + "\n" + data + "\n");
        try (var server = open(data)) {
            assertThat(one(server)).isEqualTo(1);
        }
    }

    @Test
    void an_interrupted_first_start_is_done_again() throws Exception {
        var data = ServerDirectory.named("interrupted");
        var root = data.resolve("postgresql");
        Files.createDirectories(root.resolve("unpacking-1/bin"));
        Files.writeString(root.resolve("passwords.properties.part"), "half");
        var process = ChildServer.launch(List.of(), System.getProperty("java.class.path"), data);
        await().atMost(LONGEST_WAIT).until(() -> !process.isAlive() || has(root, "initdb-"));
        assertThat(process.destroyForcibly().waitFor(LONGEST_WAIT)).isTrue();
        assertThat(root.resolve("data-18")).doesNotExist();
        try (var server = open(data)) {
            assertThat(one(server)).isEqualTo(1);
            assertThat(has(root, "initdb-") || has(root, "unpacking-")).isFalse();
        }
    }

    @Test
    void a_directory_that_others_may_not_pass_is_served_all_the_same() throws Exception {
        var closed = Files.createTempDirectory("jiaxue-closed");
        try (var server = open(ServerDirectory.in(closed))) {
            assertThat(one(server)).isEqualTo(1);
        } finally {
            ServerFiles.remove(closed);
        }
    }

    @Test
    void an_ordinary_user_runs_the_server_as_himself() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "every other test does so");
        var home = Files.createTempDirectory("jiaxue-ordinary");
        try {
            var classPath = readableClassPath(home);
            var data = ServerDirectory.in(home);
            int nobody = 65534;
            for (var path : List.of(home, data, data.resolve("postgresql"))) {
                Files.setAttribute(path, "unix:uid", nobody);
            }
            var prefix =
                    List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
            try (var child = ChildServer.open(prefix, classPath, data)) {
                assertThat(child.answer()).startsWith("open");
                assertThat(child.server().info().user()).hasValue("nobody");
            }
            // The same data under root stay his.
            try (var server = open(data)) {
                assertThat(one(server)).isEqualTo(1);
                var process = ProcessHandle.of(server.pid()).orElseThrow();
                assertThat(process.info().user()).hasValue("nobody");
            }
        } finally {
            ServerFiles.remove(home);
        }
    }

    /** Copies what the child needs to where every user may read it. */
    private static String readableClassPath(Path home) throws IOException {
        var needed = List.of("postgres", "commons-", "xz-", "slf4j-api", "logback", "jspecify");
        var there = Files.createDirectory(home.resolve("lib"));
        var paths = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var name = Path.of(entry).getFileName().toString();
            var isOurs = name.equals("classes") || name.equals("test-classes");
            var isNeeded = needed.stream().anyMatch(name::contains);
            if (isOurs || isNeeded) {
                Programs.run(List.of("cp", "-r", entry, there.resolve(name).toString()));
                paths.add(there.resolve(name).toString());
            }
        }
        Programs.run(List.of("chmod", "-R", "a+rX", there.toString()));
        return String.join(File.pathSeparator, paths);
    }

    private static boolean has(Path root, String prefix) throws IOException {
        return !new ServerFiles(root).startingWith(prefix).isEmpty();
    }

    private static EmbeddedServer open(Path data) {
        return EmbeddedServer.open(ServerOptions.in(data), _ -> {});
    }

    private static int one(EmbeddedServer server) throws SQLException {
        try (var connection = server.app().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select 1")) {
            row.next();
            return row.getInt(1);
        }
    }
}
