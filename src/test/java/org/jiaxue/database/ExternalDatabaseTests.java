package org.jiaxue.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jiaxue.database.access.Roles;
import org.jiaxue.database.embedded.EmbeddedServer;
import org.jiaxue.database.embedded.ServerDirectory;
import org.jiaxue.database.embedded.ServerOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that somebody else runs, played by an embedded one. */
class ExternalDatabaseTests {

    private static final String SECRET = "a secret of the tests, long enough for all";

    private static EmbeddedServer server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        var data = ServerDirectory.named("external");
        server = EmbeddedServer.open(ServerOptions.in(data), _ -> {});
        administer(
                "drop owned by jiaxue_app cascade",
                "create role keeper login createrole password 'k'",
                "create role poor login password 'p'",
                "create role stranger login password 's'",
                "create database theirs owner keeper",
                "create database poors owner poor",
                """
                create database latin owner keeper encoding 'LATIN1' template template0
                    locale_provider libc locale 'C'
                """);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_application_role_is_made_where_that_is_allowed() throws SQLException {
        forget();
        var database = open("theirs", "keeper", "k");
        assertThat(database.owner().user()).isEqualTo("keeper");
        assertThat(database.description()).startsWith("PostgreSQL 18").contains("/theirs");
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists room");
            statement.execute("create table if not exists room.thing (n int)");
            statement.execute("grant usage on schema room to jiaxue_app");
            statement.execute("grant insert on room.thing to jiaxue_app");
        }
        try (var connection = database.app().connect();
                var statement = connection.createStatement()) {
            statement.execute("insert into room.thing values (1)");
            assertThatThrownBy(() -> statement.execute("create table room.mine (n int)"))
                    .hasMessageContaining("permission denied");
        }
        // Every process with the same secret comes to the same password.
        assertThat(open("theirs", "keeper", "k").app()).isEqualTo(database.app());
    }

    @Test
    void an_owner_who_may_not_make_roles_is_told_the_statement_for_the_administrator()
            throws SQLException {
        forget();
        var refusal = refusal("poors", "poor", "p");
        var statement = Pattern.compile("(create role .*;)").matcher(refusal);
        assertThat(statement.find()).isTrue();
        administer(statement.group(1));
        try (var connection = open("poors", "poor", "p").app().connect()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void an_application_role_that_can_do_too_much_is_refused() throws SQLException {
        forget();
        open("theirs", "keeper", "k").close();
        administer("alter role jiaxue_app bypassrls");
        assertThat(refusal("theirs", "keeper", "k"))
                .contains("can do too much")
                .contains("nobypassrls");
        administer("alter role jiaxue_app nobypassrls");
    }

    @Test
    void a_role_without_rights_on_the_database_is_refused() {
        assertThat(refusal("theirs", "stranger", "s"))
                .contains("alter database theirs owner to stranger;");
    }

    @Test
    void a_wrong_password_is_a_sentence_without_the_password() {
        assertThat(refusal("theirs", "keeper", "not-the-password"))
                .contains("could not be used as keeper")
                .doesNotContain("not-the-password");
    }

    @Test
    void another_encoding_is_refused() {
        assertThat(refusal("latin", "keeper", "k")).contains("encoded in UTF8");
    }

    @Test
    void settings_that_lack_or_leak_something_are_refused() {
        var url = url("theirs");
        assertThat(refusal(settings(url, null, "k"))).contains("JIAXUE_DATABASE_USER is missing");
        assertThat(refusal(settings(url, "keeper", " "))).contains("_PASSWORD is missing");
        assertThat(refusal(settings("mysql://x", "keeper", "k"))).contains("must look like");
        assertThat(refusal(settings(url, Roles.APP, "k"))).contains("the role that owns");
        assertThat(refusal(settings(url + "&password=leak", "keeper", "k")))
                .contains("must not hold a user or a password")
                .doesNotContain("leak");
        assertThat(refusal(new DatabaseSettings(Path.of("x"), "short", url, "keeper", "k", null)))
                .contains("JIAXUE_SECRET needs at least 32 characters");
    }

    @Test
    void the_address_that_providers_give_is_understood() throws SQLException {
        forget();
        var url = url("theirs").replace("jdbc:postgresql://", "postgresql://keeper:k@");
        var database = Databases.open(settings(url, null, null), _ -> {});
        assertThat(database.owner().user()).isEqualTo("keeper");
        assertThat(database.owner().url()).doesNotContain("keeper");
    }

    private static Database open(String name, String user, String password) {
        return Databases.open(settings(url(name), user, password), _ -> {});
    }

    private static String refusal(String name, String user, String password) {
        return refusal(settings(url(name), user, password));
    }

    private static String refusal(DatabaseSettings settings) {
        try {
            Databases.open(settings, _ -> {}).close();
        } catch (DatabaseUnavailable e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("it was not refused");
    }

    private static DatabaseSettings settings(
            String url, @Nullable String user, @Nullable String password) {
        return new DatabaseSettings(Path.of("unused"), SECRET, url, user, password, null);
    }

    private static String url(String name) {
        return server.app().url().replace("/jiaxue?", "/" + name + "?");
    }

    /** As if the application's role had never been made. */
    private static void forget() throws SQLException {
        for (var name : new String[] {"theirs", "poors", "jiaxue"}) {
            try (var connection = server.superuser(name);
                    var statement = connection.createStatement()) {
                if (Roles.exists(connection, Roles.APP)) {
                    statement.execute("drop owned by jiaxue_app cascade");
                }
            }
        }
        administer("drop role if exists jiaxue_app");
    }

    private static void administer(String... statements) throws SQLException {
        try (var connection = server.superuser("postgres");
                var running = connection.createStatement()) {
            for (var statement : statements) {
                running.execute(statement);
            }
        }
    }
}
