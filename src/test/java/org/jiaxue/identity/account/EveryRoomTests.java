package org.jiaxue.identity.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiaxue.archive.PutAway;
import org.jiaxue.identity.signin.Browser;
import org.jiaxue.identity.signin.KeptCodes;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.Keeps.Column;
import org.jiaxue.web.Keeps.Kind;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.TextsFinder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever a room declares to keep of a guardian, column by column: a guardian who has lived
 * everywhere finds it in the archive, unless the room says why not, and it is gone after the
 * erasure, unless the room says that it stays. Nothing here names a room's tables.
 */
@Import(KeptCodes.InsteadOfTheGateway.class)
class EveryRoomTests extends AtTheErasure {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort int port;
    @Autowired List<PersonalData> rooms;
    @Autowired Archive archive;
    @Autowired TextsFinder texts;
    @Autowired Secrets secrets;

    private Set<String> handles = Set.of();

    /** What else there is to live, and by what the guardian can be found. */
    @BeforeEach
    void live_everywhere() throws Exception {
        new Life(house, guardian).starred();
        new PutAway(house).with(guardian);
        followed();
        try (Browser browser = new Browser(port, "zh-CN")) {
            browser.post("/sign-in/codes", "phone", phone.digits());
        }
        waits();
        handles = new TreeSet<>(Set.of(guardian.toString()));
        handles.add(secrets.hash("identity.phone", phone.digits()));
        handles.add(secrets.hash("identity.throttle.CODES_A_PHONE_AN_HOUR", phone.digits()));
        handles.addAll(certificates());
    }

    @AfterEach
    void nothing_waits() {
        jdbc.sql("delete from events.event_publication where listener_id = 'nobody'").update();
    }

    /** But those in which all stays: the line of the erasure itself is not written yet. */
    @Test
    void every_table_of_which_something_is_to_go_knew_the_guardian() {
        Set<String> empty = new TreeSet<>();
        for (Table table : tables()) {
            boolean going = table.columns().stream().anyMatch(EveryRoomTests::goes);
            if (going && table.rows().isEmpty()) {
                empty.add(table.name());
            }
        }

        assertThat(empty).as("tables that no life here fills").isEmpty();
    }

    @Test
    void the_archive_tells_every_column_of_which_no_room_says_why_not() throws Exception {
        Map<String, byte[]> files = taken();
        Set<String> missing = new TreeSet<>();
        for (Table table : tables()) {
            Set<String> told = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            leaves(JSON.readTree(file(files, "data/" + table.schema() + ".json")), told);
            files.keySet().forEach(it -> told.add(file(files, it)));
            for (Column column : table.columns()) {
                boolean due = column.kind() == Kind.TOLD || column.kind() == Kind.DERIVED;
                if (due && column.untold().isEmpty() && !told(table, column, told)) {
                    missing.add(table.name() + "." + column.name());
                }
            }
        }

        assertThat(missing).as("kept and neither told nor excepted").isEmpty();
    }

    @Test
    void what_is_kept_sealed_is_told_opened() throws Exception {
        Map<String, byte[]> files = taken();

        assertThat(file(files, "data/identity.json")).contains("沈阿梅", phone.digits());
        assertThat(file(files, "data/credentials.json")).contains("沈阿梅", Life.NOTE);
        assertThat(files.keySet())
                .filteredOn(it -> it.startsWith("certificates/"))
                .anySatisfy(it -> assertThat(file(files, it)).contains("沈阿梅", "proofValue"));
    }

    @Test
    void after_an_erasure_only_what_is_declared_to_stay_is_left() {
        erase();

        Set<String> left = new TreeSet<>();
        for (Table table : tables()) {
            for (JsonNode row : table.rows()) {
                table.columns().stream()
                        .filter(EveryRoomTests::goes)
                        .filter(it -> !row.path(it.name()).asString("").isEmpty())
                        .forEach(it -> left.add(table.name() + "." + it.name()));
            }
        }
        assertThat(left).isEmpty();
        assertThat(new Traces(database).of("沈阿梅", phone.digits())).isEmpty();
    }

    private static boolean goes(Column column) {
        return column.kind().guardians() && column.why().isEmpty();
    }

    /** A table with its columns, and its rows in which the guardian can be found. */
    private record Table(String schema, String name, List<Column> columns, List<JsonNode> rows) {}

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (PersonalData room : rooms) {
            Keeps keeps = room.keeps();
            Map<String, List<Column>> byTable =
                    keeps.columns().stream().collect(Collectors.groupingBy(Column::table));
            byTable.forEach((table, columns) -> {
                if (columns.stream().anyMatch(it -> it.kind().guardians())) {
                    String name = keeps.schema() + "." + table;
                    List<JsonNode> rows =
                            new Traces(database)
                                    .rows(name, handles).stream().map(JSON::readTree).toList();
                    tables.add(new Table(keeps.schema(), name, columns, rows));
                }
            });
        }
        return tables;
    }

    /** Whether each value that stands in the column is told; a birth month is a day in there. */
    private boolean told(Table table, Column column, Set<String> told) {
        return table.rows().stream()
                .filter(row -> !leads(table) || row.toString().contains(guardian.toString()))
                .map(row -> row.path(column.name()).asString(""))
                .allMatch(value ->
                        value.isEmpty()
                                || told.contains(value)
                                || told.contains(value.replaceFirst("^(\\d{4}-\\d\\d)-01$", "$1")));
    }

    /** Whether rows are told as somebody's; an officer's deed on a certificate is the officer's. */
    private static boolean leads(Table table) {
        return table.columns().stream().anyMatch(it -> it.kind() == Kind.GUARDIAN);
    }

    private static void leaves(JsonNode node, Set<String> into) {
        if (node.isValueNode()) {
            into.add(node.asString(""));
        }
        node.forEach(child -> leaves(child, into));
    }

    /** An event that nobody follows, about the guardian. */
    private void waits() {
        jdbc.sql(
                        """
                        insert into events.event_publication (
                            id, listener_id, event_type, serialized_event, publication_date)
                        values (
                            gen_random_uuid(), 'nobody', 'org.jiaxue.learning.CourseCompleted',
                            :event, now())
                        """)
                .param("event", "{\"guardian\":\"%s\"}".formatted(guardian))
                .update();
    }

    private List<String> certificates() {
        return jdbc.sql("select credential_id from credentials.holder where guardian_id = :id")
                .param("id", guardian.value())
                .query(String.class)
                .list();
    }

    private Map<String, byte[]> taken() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Archive.Ready ready = archive.of(guardian, texts.of(Locale.SIMPLIFIED_CHINESE))) {
            ready.sendTo(out);
        }
        return Unzipped.of(out.toByteArray());
    }

    private static String file(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), UTF_8);
    }
}
