package org.jiaxue.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jiaxue.database.DatabaseUnavailable;
import org.junit.jupiter.api.Test;

/**
 * The data of an older PostgreSQL become those of the newer one, and nothing is lost on the way.
 */
class MajorUpgradeTests {

    /** What migrations make, written so that repeating them changes nothing. */
    private static final List<String> MIGRATION =
            List.of(
                    "create schema if not exists room",
                    "grant usage on schema room to jiaxue_app",
                    """
                    alter default privileges in schema room
                        grant select, insert, update, delete on tables to jiaxue_app
                    """,
                    """
                    alter default privileges in schema room
                        grant select, usage on sequences to jiaxue_app
                    """,
                    """
                    create table if not exists room.person (
                        id bigint generated always as identity primary key,
                        name text not null, seen bit varying, born timestamptz, half float8,
                        raw bytea, twice int generated always as (length(name) * 2) stored)
                    """,
                    """
                    create table if not exists room.deed (
                        person bigint not null references room.person (id), day date not null,
                        tags text[], note jsonb, primary key (person, day)) partition by range (day)
                    """,
                    """
                    create table if not exists room.deed_2025 partition of room.deed
                        for values from ('2025-01-01') to ('2026-01-01')
                    """,
                    """
                    do $$ begin
                        if to_regclass('room.seeded') is null then
                            create table room.seeded (word text primary key);
                            insert into room.seeded values ('one'), ('two');
                        end if;
                    end $$
                    """,
                    "create sequence if not exists room.numbers");

    /** What people then did, among it a partition that no migration knows. */
    private static final List<String> LIFE =
            List.of(
                    """
                    insert into room.person (name, seen, born, half, raw)
                    select '家长 ' || n || E'\\t\\\\N', n::bit(12)::varbit,
                           '2020-01-01'::timestamptz + n * interval '1.000001 hour',
                           n / 7.0, decode(md5(n::text), 'hex')
                    from generate_series(1, 5000) n
                    """,
                    "update room.person set name = 'café' where id = 7",
                    "delete from room.person where id = 4999",
                    """
                    create table room.deed_2026 partition of room.deed
                        for values from ('2026-01-01') to ('2027-01-01')
                    """,
                    """
                    insert into room.deed
                    select id, '2025-06-01'::date + (id % 400)::int, array['a', null, '"b"'],
                           jsonb_build_object('n', id)
                    from room.person where id < 4000 and (id % 400) < 300
                    """,
                    "delete from room.seeded where word = 'two'",
                    "select setval('room.numbers', 77)");

    private static final String FINGERPRINT =
            """
            select concat_ws(' ',
                (select count(*) || md5(string_agg(p::text, '|' order by id)) from room.person p),
                (select count(*) || md5(string_agg(d::text, '|' order by person))
                 from room.deed d),
                (select string_agg(word, ',') from room.seeded),
                (select last_value from room.numbers))
            """;

    @Test
    void an_interrupted_upgrade_begins_again_and_ends_with_the_same_data() throws Exception {
        var data = ServerDirectory.named("upgrade");
        var root = data.resolve("postgresql");
        var before = lifeOnTheOlderOne(data);
        var untouched = fingerprintOfFiles(root.resolve("data-17"));

        // A process that dies in the middle leaves two servers and their directories behind.
        var child = ChildServer.open(data, "halt");
        assertThat(child.answer()).startsWith("ended");
        assertThat(new ServerFiles(root).startingWith("upgrade-")).isNotEmpty();
        // A migration that fails stops the upgrade.
        assertThatThrownBy(() -> EmbeddedServer.open(ServerOptions.in(data), _ -> fail()))
                .hasMessage("a migration failed");
        assertThat(root.resolve("data-18")).doesNotExist();

        try (var server = EmbeddedServer.open(ServerOptions.in(data), MajorUpgradeTests::migrate)) {
            assertThat(server.description()).contains("PostgreSQL 18");
            assertThat(asApp(server, FINGERPRINT)).isEqualTo(before);
            assertThat(asApp(server, "insert into room.person (name) values ('x') returning id"))
                    .isEqualTo("5001");
            assertThat(asApp(server, "select nextval('room.numbers')")).isEqualTo("78");
            assertThat(asApp(server, "insert into room.deed values (1, '2026-12-31') returning 1"))
                    .isEqualTo("1");
        }
        assertThat(new ServerFiles(root).startingWith("upgrade-")).isEmpty();
        assertThat(fingerprintOfFiles(root.resolve("data-17"))).isEqualTo(untouched);
    }

    @Test
    void data_whose_programs_are_gone_are_refused_with_what_to_do() throws IOException {
        var data = ServerDirectory.named("programless");
        Files.createDirectories(data.resolve("postgresql/data-17"));
        Files.writeString(
                data.resolve("postgresql/passwords.properties"),
                "postgres=x\njiaxue_owner=x\njiaxue_app=x\n");
        assertThatThrownBy(() -> EmbeddedServer.open(ServerOptions.in(data), _ -> {}))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("Put a bin-17.* directory back");
    }

    private static String lifeOnTheOlderOne(Path data) throws IOException, SQLException {
        var options = ServerOptions.in(data).with(MajorUpgradeTests::older);
        try (var server = EmbeddedServer.open(options, _ -> {})) {
            assertThat(server.description()).contains("PostgreSQL 17");
            migrate(server.owner().dataSource());
            run(server.owner().dataSource(), LIFE);
            return asApp(server, FINGERPRINT);
        }
    }

    private static InputStream older() throws IOException {
        try (var archives = Files.list(Path.of("target", "older-postgresql"))) {
            return Files.newInputStream(archives.findFirst().orElseThrow());
        }
    }

    private static void fail() {
        throw new IllegalStateException("a migration failed");
    }

    private static void migrate(DataSource owner) {
        try {
            run(owner, MIGRATION);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(DataSource owner, List<String> statements) throws SQLException {
        try (var connection = owner.getConnection();
                var running = connection.createStatement()) {
            for (var statement : statements) {
                running.execute(statement);
            }
        }
    }

    private static String asApp(EmbeddedServer server, String question) throws SQLException {
        try (var connection = server.app().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String fingerprintOfFiles(Path tree) throws IOException {
        var hashes = "find . -type f -exec sha256sum {} + | sort | sha256sum";
        return Programs.run(List.of("sh", "-c", "cd '" + tree + "' && " + hashes)).said();
    }
}
