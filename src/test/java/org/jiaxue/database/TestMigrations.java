package org.jiaxue.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jiaxue.database.access.Roles;

/** Makes the tables of every room without starting the house. */
public final class TestMigrations {

    private static final Path ROOMS = Path.of("src/main/resources/db/migration");
    private static final String OF_THE_HOUSE = "__root";

    private TestMigrations() {}

    /** Migrates a database, room by room, as a start of the house does. */
    public static void ofEveryRoom(Database database) {
        try (Stream<Path> rooms = Files.list(ROOMS)) {
            rooms.map(room -> room.getFileName().toString())
                    .sorted()
                    .forEach(room -> migrate(database, room));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void migrate(Database database, String room) {
        Flyway.configure()
                .dataSource(database.owner().dataSource())
                .locations("classpath:db/migration/" + room)
                .defaultSchema(Roles.MIGRATIONS)
                .createSchemas(false)
                .table(room.equals(OF_THE_HOUSE) ? "flyway_schema_history" : "history_" + room)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
