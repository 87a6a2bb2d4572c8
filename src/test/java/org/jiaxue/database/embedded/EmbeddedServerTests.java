package org.jiaxue.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.jiaxue.database.DatabaseUnavailable;
import org.jiaxue.database.Login;
import org.jiaxue.database.access.Roles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedServerTests {

    /** How long a killed server may take to end, and to answer again. */
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);

    private static Path data;
    private static EmbeddedServer server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        data = ServerDirectory.named("embedded");
        server = open();
        migrate(
                "create schema room",
                "grant usage on schema room to jiaxue_app",
                """
                alter default privileges in schema room
                    grant select, insert, update, delete on tables to jiaxue_app
                """,
                "create table room.thing (id int primary key generated always as identity, n int)",
                "create table room.kept (tenant int)",
                "alter table room.kept enable row level security",
                "insert into room.kept values (1)",
                "create schema closed",
                "create table closed.thing (n int)");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_application_reads_and_writes_what_a_migration_grants() throws SQLException {
        assertThat(asApp("insert into room.thing (n) values (7) returning n")).isEqualTo("7");
        assertThat(asApp("update room.thing set n = 8 where n = 7 returning n")).isEqualTo("8");
        assertThat(asApp("delete from room.thing where n = 8 returning n")).isEqualTo("8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table room.mine (n int)",
                "create table public.mine (n int)",
                "create temporary table mine (n int)",
                "create schema mine",
                "create role mine",
                "create database mine",
                "create extension amcheck",
                "drop table room.thing",
                "select * from closed.thing",
                "alter table room.kept disable row level security",
                "truncate room.thing",
                "set role jiaxue_owner",
                "create table migrations.mine (n int)",
                "copy room.thing to program 'cat'",
                "alter system set fsync = off",
            })
    void the_application_may_not(String statement) {
        assertThatThrownBy(() -> asApp(statement))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isIn("42501", "25001");
    }

    @Test
    void row_level_security_binds_the_application() throws SQLException {
        assertThat(asApp("select count(*) from room.kept")).isEqualTo("0");
        assertThat(as(server.owner(), "select count(*) from room.kept")).isEqualTo("1");
    }

    @Test
    void neither_role_is_more_than_it_should_be() throws SQLException {
        var strong =
                """
                select count(*) from pg_roles
                where rolname like 'jiaxue%' and (rolsuper or rolbypassrls or rolcreaterole
                    or rolcreatedb or rolreplication)
                """;
        assertThat(as(server.owner(), strong)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", ""})
    void nobody_gets_in_without_the_password_not_even_from_this_machine(String password) {
        for (var user : List.of("postgres", Roles.OWNER, Roles.APP)) {
            var login = new Login(server.app().url(), user, password);
            assertThatThrownBy(login::connect).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void passwords_are_kept_as_scram_verifiers() throws SQLException {
        var login = "select rolname, rolpassword from pg_authid where rolcanlogin";
        var kept = new HashMap<String, String>();
        try (var connection = server.superuser("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(login)) {
            while (rows.next()) {
                kept.put(rows.getString(1), rows.getString(2));
            }
        }
        assertThat(kept).containsOnlyKeys("postgres", Roles.OWNER, Roles.APP);
        assertThat(kept.values()).allMatch(verifier -> verifier.startsWith("SCRAM-SHA-256$"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "data_checksums=on",
                "server_encoding=UTF8",
                "password_encryption=scram-sha-256",
                "TimeZone=UTC",
            })
    void the_server_is_set(String setting) throws SQLException {
        var parts = setting.split("=", 2);
        try (var connection = server.superuser("postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("show " + parts[0])) {
            row.next();
            assertThat(row.getString(1)).isEqualTo(parts[1]);
        }
    }

    @Test
    void secrets_are_readable_by_their_owner_alone() throws IOException {
        var files = new ServerFiles(data.resolve("postgresql"));
        assertThat(mode(files.passwords())).isEqualTo("rw-------");
        assertThat(mode(files.data(18))).isEqualTo("rwx------");
        assertThat(mode(files.log())).isEqualTo("rw-------");
        assertThat(server.app().toString()).doesNotContain(server.app().password());
    }

    /** Beneath a directory that only root may pass it may look through directories, no more. */
    @Test
    void the_server_never_runs_as_root() throws IOException {
        var status = Files.readString(Path.of("/proc/" + server.pid() + "/status"));
        assertThat(status).doesNotContainPattern("(?m)^Uid:\\s+0");
        assertThat(status).containsPattern("(?m)^CapEff:\\s+000000000000000[04]$");
    }

    @Test
    void a_second_opening_of_the_directory_is_refused_with_the_process() {
        assertThatThrownBy(EmbeddedServerTests::open)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("in use by the process " + ProcessHandle.current().pid());
    }

    @Test
    void another_process_is_refused_too() throws IOException {
        try (var child = ChildServer.open(data)) {
            assertThat(child.answer())
                    .startsWith("refused")
                    .contains("in use by the process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void a_killed_server_comes_back_on_its_port_with_what_was_committed() throws Exception {
        as(server.owner(), "insert into room.thing (n) values (99) returning n");
        var killed = ProcessHandle.of(server.pid()).orElseThrow();
        killed.destroyForcibly();
        await().atMost(LONGEST_RECOVERY).until(() -> !killed.isAlive());
        await().atMost(LONGEST_RECOVERY)
                .ignoreExceptions()
                .until(() -> asApp("select n from room.thing where n = 99").equals("99"));
        assertThat(server.pid()).isNotEqualTo(killed.pid());
    }

    @Test
    void a_stopped_server_starts_again_with_its_data_its_port_and_its_passwords() throws Exception {
        as(server.owner(), "insert into room.thing (n) values (42) returning n");
        var before = server.app();
        server.close();
        server = open();
        assertThat(server.app()).isEqualTo(before);
        assertThat(asApp("select n from room.thing where n = 42")).isEqualTo("42");
    }

    private static EmbeddedServer open() {
        return EmbeddedServer.open(ServerOptions.in(data), _ -> {});
    }

    private static void migrate(String... statements) throws SQLException {
        try (var connection = server.owner().connect();
                var running = connection.createStatement()) {
            for (var statement : statements) {
                running.execute(statement);
            }
        }
    }

    private static String asApp(String question) throws SQLException {
        return as(server.app(), question);
    }

    private static String as(Login login, String question) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            return statement.execute(question) ? first(statement) : "";
        }
    }

    private static String first(Statement statement) throws SQLException {
        try (var rows = statement.getResultSet()) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
