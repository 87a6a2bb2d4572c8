package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.JavaSources.Text;
import org.junit.jupiter.api.Test;

/** How SQL is written: whole, in lower case, and about the room's own schema alone. */
class SqlTests {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** The rooms that keep something, each in the schema of its name. */
    private static final Set<String> SCHEMAS = schemas();

    /** Copies a whole database, whose tables' names it learns from the server that quotes them. */
    private static final Path COPIER =
            MAIN.resolve("org/jiaxue/database/embedded/TableTransfer.java");

    private static final Pattern SCHEMA =
            Pattern.compile("(?i)\\b(?:from|join|into|update|only|using)\\s+([a-z]+)\\.[a-z]");
    private static final Pattern SHOUTED =
            Pattern.compile(
                    "\\b(SELECT|FROM|WHERE|INSERT|INTO|UPDATE|SET|DELETE|VALUES|JOIN|ORDER|GROUP"
                            + "|BY|LIMIT|AND|OR|NOT|NULL|ON|AS|WITH|RETURNING|CREATE|ALTER|DROP"
                            + ")\\b");

    private static final Pattern COLUMNLESS =
            Pattern.compile(
                    "^\\s*select\\s+(?:not\\s+)?exists\\s*\\(\\s*select\\s+from\\s+([\\w.]+)");

    @Test
    void a_rooms_schema_is_called_as_the_room_is() throws IOException {
        Pattern made = Pattern.compile("(?m)^create schema (\\w+);");
        List<String> all = new ArrayList<>();
        for (Path file : migrations()) {
            made.matcher(Files.readString(file)).results().map(it -> it.group(1)).forEach(all::add);
        }
        assertThat(all).hasSizeGreaterThan(5).containsAll(SCHEMAS);
        assertThat(all).filteredOn(schema -> !SCHEMAS.contains(schema)).containsOnly("events");
    }

    @Test
    void a_rooms_sql_names_only_its_own_schema() {
        assertThat(statements().flatMap(SqlTests::strangers)).isEmpty();
    }

    @Test
    void sql_is_written_whole_and_never_put_together() {
        assertThat(
                        statements()
                                .filter(Text::joined)
                                .filter(sql -> !sql.file().equals(COPIER))
                                .map(SqlTests::place))
                .isEmpty();
    }

    @Test
    void sql_does_not_shout() {
        assertThat(
                        statements()
                                .filter(sql ->
                                        SHOUTED.matcher(sql.value().replaceAll("'[^']*'", "''"))
                                                .find())
                                .map(SqlTests::place))
                .isEmpty();
    }

    /** A cluster keeps the rows that the question found, and cannot keep rows of no column. */
    @Test
    void whether_a_spread_table_has_a_row_is_asked_with_a_column() throws IOException {
        List<String> spread = spread();
        assertThat(spread).hasSizeGreaterThan(10);
        assertThat(
                        statements()
                                .filter(sql -> columnless(sql.value()).anyMatch(spread::contains))
                                .map(SqlTests::place))
                .isEmpty();
        assertThat(columnless("select not exists (\n select from a.b where c)"))
                .containsExactly("a.b");
    }

    @Test
    void a_statement_is_known_by_how_it_begins() {
        assertThat(
                        List.of(
                                "select 1",
                                "  SELECT a from b",
                                "insert into points.entry (id) values (:id)",
                                "update points.entry set a = 1",
                                "delete from points.entry",
                                "with heard as (select 1) select 2",
                                "alter role jiaxue_app password 'x'"))
                .allMatch(JavaSources.STATEMENT.asMatchPredicate());
        assertThat(List.of("selected", "with respect", "update the page", "create a lesson"))
                .noneMatch(JavaSources.STATEMENT.asMatchPredicate());
    }

    @Test
    void a_rooms_migrations_name_only_its_own_schema() throws IOException {
        Pattern named = Pattern.compile("(?<![\\w.])([a-z]+)\\.[a-z_]+");
        List<String> strangers = new ArrayList<>();
        for (Path file : migrations()) {
            String sql = Files.readString(file).replaceAll("--.*", "");
            foreign(named, sql, file.getName(file.getNameCount() - 2).toString())
                    .forEach(schema -> strangers.add(file + " names " + schema));
        }
        assertThat(strangers).isEmpty();
    }

    /** The tables that a statement of nothing else asks for a row without any column. */
    private static Stream<String> columnless(String sql) {
        return COLUMNLESS.matcher(sql).results().map(found -> found.group(1));
    }

    /** The tables that a cluster spreads by a column. */
    private static List<String> spread() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/db/distribution.txt")).stream()
                .filter(line -> line.matches("[a-z_]+\\.\\w+ \\| \\w+ \\|.*"))
                .filter(line -> !line.matches(".* \\| (everywhere|coordinator) \\| .*"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private static Stream<Text> statements() {
        return JavaSources.under(List.of(MAIN)).statements();
    }

    private static Stream<String> strangers(Text sql) {
        return foreign(SCHEMA, sql.value(), roomOf(sql.file()))
                .map(schema -> place(sql) + " names " + schema);
    }

    /** The schemas of other rooms that a pattern finds. */
    private static Stream<String> foreign(Pattern pattern, String sql, String room) {
        return pattern.matcher(sql)
                .results()
                .map(found -> found.group(1))
                .filter(SCHEMAS::contains)
                .filter(schema -> !schema.equals(room));
    }

    private static Set<String> schemas() {
        try (Stream<Path> rooms = Files.list(MIGRATIONS)) {
            return rooms.map(room -> room.getFileName().toString())
                    .filter(room -> !room.equals("__root"))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> found = Files.walk(MIGRATIONS)) {
            return found.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }

    private static String place(Text sql) {
        return sql.file() + ":" + sql.line();
    }

    private static String roomOf(Path file) {
        Path inHouse = MAIN.resolve("org/jiaxue").relativize(file);
        return inHouse.getNameCount() > 1 ? inHouse.getName(0).toString() : "";
    }
}
