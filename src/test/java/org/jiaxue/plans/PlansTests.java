package org.jiaxue.plans;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiaxue.RoomTest;
import org.jiaxue.database.Database;
import org.jiaxue.database.TestDatabase;
import org.jiaxue.database.ToldPlans;
import org.jiaxue.identity.signin.KeptCodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * By which index each statement finds its rows among those of ten thousand guardians, on every road
 * there is; that none reads all of what grows; and that no index is kept by which nothing goes.
 * Both tables of docs/operations/indexes.md are held to what the server does. Leaves {@code
 * target/plans.md}: by each index all statements that went by it.
 */
@RoomTest
@Import({ToldPlans.class, KeptCodes.InsteadOfTheGateway.class})
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTests {

    private static final Path TABLES = Path.of("docs/operations/indexes.md");
    private static final Path SEEN = Path.of("target/plans.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z]+\\.[a-z_]+)` \\| (.+) \\|$");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private static final String READING =
            "topic, seconds, guardian_stage, school from learning.event where guardian_id >";

    /** Fewer rows may be read as a whole: that is what the server does best. */
    private static final int A_CROWD = 1_000;

    @LocalServerPort int port;
    @Autowired ApplicationContext house;
    @Autowired Database database;
    @Autowired JdbcClient jdbc;
    @Autowired ToldPlans told;

    /** All different ways in which all statements were carried out. */
    private final Set<Plan> plans = ConcurrentHashMap.newKeySet();

    /** By index, with those of parts under that of the whole, the statements that went by it. */
    private final Map<String, Set<String>> users = new TreeMap<>();

    /** By table the statements that read all of it, or of a part of it. */
    private final Map<String, Set<String>> readers = new TreeMap<>();

    private Map<String, String> crowded = Map.of();

    @BeforeAll
    void walk_every_road_in_a_crowd() throws Exception {
        assumeThat(TestDatabase.isCluster(jdbc)).as("plans of a cluster are others").isFalse();
        assumeThat(told.unable()).as("plans are told by a superuser's auto_explain").isEmpty();
        jdbc.sql("select learning.make_months(current_date - 200, 9)").query().listOfRows();
        jdbc.sql("select points.make_months(current_date - 200, 9)").query().listOfRows();
        byOwner(
                new ClassPathResource("plans/crowd.sql")
                        .getContentAsString(StandardCharsets.UTF_8));
        byOwner("vacuum analyze");
        Growing growing = new Growing(jdbc);
        crowded = growing.crowded(A_CROWD);
        try (ToldPlans telling = told) {
            telling.tell(this::hear);
            new Roads(house, port).walk();
        }
        byOwner("delete from events.event_publication where listener_id = 'nobody'");
        sort(growing);
        Files.writeString(SEEN, seen());
    }

    private void sort(Growing growing) {
        Map<String, String> wholes = growing.ofWholes();
        growing.indexes().keySet().forEach(it -> users.put(it, new TreeSet<>()));
        for (Plan plan : plans) {
            plan.indexes().stream()
                    .map(it -> users.get(wholes.getOrDefault(it, it)))
                    .filter(Objects::nonNull)
                    .forEach(it -> it.add(plan.statement()));
            plan.wholes().stream()
                    .filter(crowded::containsKey)
                    .map(it -> readers.computeIfAbsent(crowded.get(it), _ -> new TreeSet<>()))
                    .forEach(it -> it.add(plan.statement()));
        }
    }

    @Test
    void every_growing_table_is_crowded() {
        assertThat(crowded.values()).containsAll(new Growing(jdbc).tables());
    }

    @Test
    void each_statement_of_the_table_goes_by_the_index_that_is_named() throws IOException {
        List<String> missed = new ArrayList<>();
        rows("## Indexes")
                .forEach((index, cell) ->
                        QUOTED.matcher(cell)
                                .results()
                                .map(it -> it.group(1))
                                .filter(part ->
                                        users.getOrDefault(index, Set.of()).stream()
                                                .noneMatch(it -> it.contains(part)))
                                .forEach(part -> missed.add(index + ": " + part)));
        assertThat(missed).as("what no statement that says so went by").isEmpty();
    }

    @Test
    void every_index_is_a_key_or_gone_by_and_stands_in_the_table() throws IOException {
        Map<String, Growing.Index> indexes = new Growing(jdbc).indexes();
        Map<String, String> table = rows("## Indexes");
        assertThat(table.keySet()).containsExactlyElementsOf(indexes.keySet());
        assertThat(indexes.keySet())
                .filteredOn(index -> !requireNonNull(indexes.get(index)).key())
                .as("each index that is no key has statements, and one of them in the table")
                .allMatch(index ->
                        !requireNonNull(users.get(index)).isEmpty()
                                && QUOTED.matcher(requireNonNull(table.get(index))).find());
    }

    @Test
    void no_statement_reads_all_of_what_grows_but_those_of_the_table() throws IOException {
        Map<String, String> table = rows("## Whole tables");
        Map<String, Set<String>> unnamed = new TreeMap<>();
        readers.forEach((whole, statements) -> {
            List<String> named = quoted(table.getOrDefault(whole, ""));
            Set<String> left = new TreeSet<>(statements);
            left.removeIf(it -> named.stream().anyMatch(it::contains));
            if (!left.isEmpty()) {
                unnamed.put(whole, left);
            }
        });
        assertThat(unnamed).as("statements that read a whole growing table").isEmpty();
    }

    @Test
    void what_is_said_to_read_a_whole_table_is_asked() throws IOException {
        rows("## Whole tables")
                .forEach((whole, cell) ->
                        assertThat(quoted(cell))
                                .as(whole)
                                .isNotEmpty()
                                .allMatch(part ->
                                        plans.stream()
                                                .anyMatch(it -> it.statement().contains(part))));
    }

    /** As re-runs of a term read them, month beside month, of a sixteenth of all guardians. */
    @Test
    void events_of_months_are_read_in_the_order_of_their_index_and_nothing_is_sorted() {
        LocalDate earlier = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(100);
        String month = "learning.event_%tY_%<tm_by_guardian_and_time".formatted(earlier);
        assertThat(plans)
                .filteredOn(it -> it.statement().contains(READING) && it.indexes().contains(month))
                .isNotEmpty()
                .allSatisfy(plan ->
                        assertThat(plan.steps()).containsOnly("Merge Append", "Index Only Scan"));
    }

    private void hear(String json) {
        plans.add(Plan.read(json));
    }

    private void byOwner(String sql) throws SQLException {
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of the table below a heading, by their first cell. */
    private static Map<String, String> rows(String heading) throws IOException {
        String text = Files.readString(TABLES);
        int from = text.indexOf(heading + "\n");
        assertThat(from).as(heading).isPositive();
        int to = text.indexOf("\n## ", from + 1);
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(text.substring(from, to < 0 ? text.length() : to))
                .results()
                .forEach(it -> rows.put(it.group(1), it.group(2)));
        return rows;
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(it -> it.group(1)).toList();
    }

    private String seen() {
        return told("# By ", users) + told("# All of ", readers);
    }

    private static String told(String how, Map<String, Set<String>> statements) {
        return statements.entrySet().stream()
                .map(it -> how + it.getKey() + "\n\n- " + String.join("\n- ", it.getValue()))
                .collect(Collectors.joining("\n\n", "", "\n\n"));
    }
}
