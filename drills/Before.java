import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jiaxue.database.Login;

/**
 * What stands before nodes and before PostgreSQL in a cluster: Debian's nginx and PgBouncer, with
 * the settings of {@code deploy/} and the addresses of a drill.
 */
final class Before implements AutoCloseable {

    private final Path home;
    private final List<Process> programs = new ArrayList<>();

    Before(Path home) throws IOException {
        this.home = Files.createDirectories(home);
    }

    /** Starts nginx before the nodes; without TLS, which is not what is drilled. */
    void proxy(int port, List<Integer> nodes) throws Exception {
        String settings =
                Files.readString(Path.of("deploy/nginx/nginx.conf"))
                        .replace("/tmp/", home + "/")
                        .replace("listen 8443 ssl;", "listen 127.0.0.1:" + port + ";")
                        .replace("include tls.conf;", "")
                        .replace("listen 8081;", "listen 127.0.0.1:" + (port + 1) + ";");
        String upstream = Files.readString(Path.of("deploy/nginx/nodes.conf"));
        for (int number = 0; number < nodes.size(); number++) {
            upstream =
                    upstream.replace(
                            "10.89.3.1" + (number + 1) + ":8080", "127.0.0.1:" + nodes.get(number));
        }
        Files.writeString(home.resolve("nginx.conf"), settings);
        Files.writeString(home.resolve("nodes.conf"), upstream);
        begin(
                "nginx",
                List.of(
                        "nginx",
                        "-p",
                        home.toString(),
                        "-c",
                        home.resolve("nginx.conf").toString(),
                        "-g",
                        "daemon off;"));
    }

    /** Starts PgBouncer before the database, for roles whose passwords it is told. */
    void pooler(int port, String database, int server, List<Login> roles) throws Exception {
        StringBuilder users = new StringBuilder();
        roles.forEach(it -> users.append("\"%s\" \"%s\"%n".formatted(it.user(), it.password())));
        String settings =
                Files.readString(Path.of("deploy/pgbouncer/pgbouncer.ini"))
                        .replaceFirst(
                                "(?m)^jiaxue = host=.* auth_user=pgbouncer",
                                "%1$s = host=127.0.0.1 port=%2$d dbname=%1$s"
                                        .formatted(database, server))
                        .replaceFirst("(?m)^auth_query.*$", "")
                        .replaceFirst("(?m)^auth_file.*$", "auth_file = " + home + "/users.txt")
                        .replaceFirst("(?m)^listen_addr.*$", "listen_addr = 127.0.0.1")
                        .replaceFirst("(?m)^listen_port.*$", "listen_port = " + port)
                        // The embedded server has forty connections.
                        .replaceFirst("(?m)^default_pool_size.*$", "default_pool_size = 16")
                        .replaceFirst("(?m)^reserve_pool_size.*$", "reserve_pool_size = 0");
        Files.writeString(home.resolve("users.txt"), users);
        Files.writeString(home.resolve("pgbouncer.ini"), settings);
        List<String> command = new ArrayList<>(List.of("pgbouncer"));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(home.resolve("pgbouncer.ini").toString());
        begin("pgbouncer", command);
    }

    private void begin(String name, List<String> command) throws Exception {
        Process program =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve(name + ".log").toFile())
                        .start();
        programs.add(program);
        Thread.sleep(1_000);
        if (!program.isAlive()) {
            throw new IllegalStateException(
                    name + " did not start: " + Files.readString(home.resolve(name + ".log")));
        }
    }

    /** Their descendants go with them. */
    @Override
    public void close() {
        for (Process program : programs) {
            program.descendants().toList().forEach(ProcessHandle::destroy);
            program.destroy();
        }
    }
}
