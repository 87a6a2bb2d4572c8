package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every column of the real database is declared, and the committed register shows them all. */
@RoomTest
class PersonalDataTests {

    private static final Path REGISTER = Path.of("docs/personal-data.md");
    private static final Path SEEN = Path.of("target/personal-data.md");
    private static final String HEAD =
            "| table | columns | what they are | in the archive | when the account is erased |\n";
    private static final String TABLES = "<!-- the tables, as the rooms declare them -->\n";

    @Autowired private List<PersonalData> rooms;
    @Autowired private JdbcClient jdbc;

    @Test
    void every_column_that_could_say_something_of_somebody_is_declared() {
        Set<String> declared = declared();
        Set<String> undeclared = new TreeSet<>(columns());
        undeclared.removeAll(declared);

        assertThat(undeclared)
                .as("columns of which nobody has said whether they are personal")
                .isEmpty();
    }

    @Test
    void what_is_declared_is_there() {
        Set<String> gone = new TreeSet<>(declared());
        gone.removeAll(columns());

        assertThat(gone).as("columns that are declared and not in the database").isEmpty();
    }

    @Test
    void every_column_is_declared_once() {
        assertThat(rooms.stream().flatMap(PersonalDataTests::names)).doesNotHaveDuplicates();
        assertThat(rooms.stream().map(room -> room.keeps().schema())).doesNotHaveDuplicates();
    }

    @Test
    void a_column_that_nobody_declared_is_found() {
        assertThat(columns()).contains("identity.child.birth_month", "learning.coverage.covered");
    }

    /** Where the two differ, the register to commit stands in {@code target}. */
    @Test
    void the_register_that_people_read_says_what_the_rooms_declare() throws IOException {
        String register = Files.readString(REGISTER);
        assertThat(register).contains(TABLES);
        String head = register.substring(0, register.indexOf(TABLES) + TABLES.length());
        Files.createDirectories(SEEN.getParent());
        Files.writeString(SEEN, head + tables());

        assertThat(register)
                .as("copy " + SEEN + " to " + REGISTER + " and read what changed")
                .isEqualTo(head + tables());
    }

    private Set<String> declared() {
        return rooms.stream()
                .flatMap(PersonalDataTests::names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(PersonalData room) {
        Keeps keeps = room.keeps();
        return keeps.columns().stream()
                .map(it -> keeps.schema() + "." + it.table() + "." + it.name());
    }

    /**
     * All but whole numbers, times and truth values, which go with their row, and what belongs to
     * an extension of the server.
     */
    private Set<String> columns() {
        return new TreeSet<>(
                jdbc.sql(
                                """
                                select n.nspname || '.' || c.relname || '.' || a.attname
                                from pg_attribute a
                                join pg_class c on c.oid = a.attrelid
                                join pg_namespace n on n.oid = c.relnamespace
                                join pg_type t on t.oid = a.atttypid
                                where c.relkind in ('r', 'p', 'v', 'm', 'f')
                                  and not c.relispartition
                                  and a.attnum > 0 and not a.attisdropped
                                  and n.nspname not in ('information_schema', 'migrations')
                                  and n.nspname not like 'pg\\_%'
                                  and not exists (
                                      select from pg_depend d
                                      where d.objid = c.oid and d.deptype = 'e')
                                  and t.typname not in
                                      ('int2', 'int4', 'int8', 'bool', 'timestamptz')
                                """)
                        .query(String.class)
                        .list());
    }

    private String tables() {
        return rooms.stream()
                .map(PersonalData::keeps)
                .sorted(Comparator.comparing(Keeps::schema))
                .map(PersonalDataTests::table)
                .collect(Collectors.joining("\n"));
    }

    private static String table(Keeps keeps) {
        StringBuilder page = new StringBuilder("\n## " + keeps.schema() + "\n\n");
        page.append(HEAD);
        page.append("|---|---|---|---|---|\n");
        keeps.columns().stream()
                .collect(
                        Collectors.groupingBy(
                                it -> new Line(it.table(), it.kind(), it.why(), it.untold()),
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        it -> "`" + it.name() + "`", Collectors.joining(", "))))
                .forEach((line, names) -> page.append(line.row(names)));
        return page.toString();
    }

    /** Columns of a table of which the same is said. */
    private record Line(String table, Keeps.Kind kind, String why, String untold) {

        String row(String names) {
            String what =
                    switch (kind) {
                        case GUARDIAN -> "leads to a guardian";
                        case SEALED -> "told by a guardian, sealed";
                        case TOLD -> "told by a guardian";
                        case DERIVED -> "made of what a guardian did";
                        case STAFF -> "staff: " + why;
                        case NOBODY -> "nobody: " + why;
                    };
            String then = !kind.guardians() ? "" : why.isEmpty() ? "goes" : "stays: " + why;
            String archive =
                    switch (kind) {
                        case SEALED -> "told, opened";
                        case TOLD, DERIVED -> untold.isEmpty() ? "told" : "not told: " + untold;
                        case GUARDIAN, STAFF, NOBODY -> "";
                    };
            return "| %s | %s | %s | %s | %s |\n".formatted(table, names, what, archive, then);
        }
    }
}
