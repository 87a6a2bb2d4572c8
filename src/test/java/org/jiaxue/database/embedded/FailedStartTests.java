package org.jiaxue.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jiaxue.database.DatabaseUnavailable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A start that fails says why, in a sentence and in the server's own words. */
class FailedStartTests {

    private static Path data;
    private static Path root;

    @BeforeAll
    static void fill() throws IOException {
        data = ServerDirectory.named("failing");
        root = data.resolve("postgresql");
        open().close();
    }

    @Test
    void a_setting_that_does_not_exist_is_named() throws IOException {
        var settings = root.resolve("settings.conf");
        Files.writeString(settings, "no_such_setting = 1\n");
        refused()
                .hasMessageContaining("settings.conf names a setting")
                .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
        Files.writeString(settings, "");
        open().close();
    }

    @Test
    void damaged_data_are_refused_with_the_file_that_is_missing() throws IOException {
        var control = root.resolve("data-18/global/pg_control");
        var aside = root.resolve("data-18/global/pg_control.aside");
        Files.move(control, aside);
        refused().hasMessageContaining("damaged").hasMessageContaining("pg_control");
        Files.move(aside, control);
        open().close();
    }

    @Test
    void data_of_a_newer_version_are_refused() throws IOException {
        var newer = Files.createDirectory(root.resolve("data-99"));
        refused().hasMessageContaining("last written by PostgreSQL 99");
        Files.delete(newer);
    }

    @Test
    void data_without_their_passwords_are_refused() throws IOException {
        var passwords = root.resolve("passwords.properties");
        var aside = root.resolve("aside");
        Files.move(passwords, aside);
        refused().hasMessageContaining("passwords.properties is missing");
        Files.move(aside, passwords);
    }

    @Test
    void passwords_of_other_data_are_refused() throws IOException {
        var passwords = root.resolve("passwords.properties");
        var right = Files.readString(passwords);
        Files.writeString(passwords, "postgres=a\njiaxue_owner=b\njiaxue_app=c\n");
        refused().hasMessageContaining("is not the one that the data know");
        assertThat(Leftovers.postmaster(root.resolve("data-18"))).isEmpty();
        Files.writeString(passwords, right);
    }

    @Test
    void a_directory_that_the_server_may_not_write_is_named() throws IOException {
        var wal = root.resolve("data-18/pg_wal");
        var aside = root.resolve("data-18/aside");
        Files.move(wal, aside);
        Files.createDirectory(
                wal,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--------")));
        refused().hasMessageContaining("ended with status").hasMessageContaining("pg_wal");
        Files.delete(wal);
        Files.move(aside, wal);
        open().close();
    }

    @Test
    void a_port_that_somebody_took_is_replaced_by_another() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(root.resolve("port"), taken.getLocalPort() + "\n");
            try (var server = open()) {
                assertThat(server.app().url()).doesNotContain(":" + taken.getLocalPort() + "/");
            }
        }
    }

    @Test
    void a_port_that_is_taken_at_the_last_moment_is_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var account = Account.of(root, root.resolve("data-18"));
            var files = ServerFiles.at(root, account);
            var options = ServerOptions.in(data);
            var binaries = Binaries.unpack(files, options.archive());
            var place =
                    new Postmaster.Place(
                            files, root.resolve("data-18"), binaries, account, options);
            assertThatThrownBy(() -> Postmaster.start(place, taken.getLocalPort()))
                    .hasMessageContaining("Its port is taken")
                    .hasMessageContaining("could not bind");
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused() {
        return assertThatThrownBy(FailedStartTests::open).isInstanceOf(DatabaseUnavailable.class);
    }

    private static EmbeddedServer open() {
        return EmbeddedServer.open(ServerOptions.in(data), _ -> {});
    }
}
