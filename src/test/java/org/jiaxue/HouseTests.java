package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaxue.Compiled.HOUSE;
import static org.jiaxue.Compiled.roomOf;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jmolecules.event.annotation.DomainEvent;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.core.ApplicationModules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the code to the table of rooms in docs/design.md. */
class HouseTests {

    @Test
    void every_room_that_is_built_stands_in_the_table_and_says_what_it_is() throws IOException {
        Map<String, Set<String>> table = table();
        for (String room : builtRooms()) {
            assertThat(table).containsKey(room);
            assertThat(
                            Files.readString(
                                    Path.of("src/main/java/org/jiaxue", room, "package-info.java")))
                    .contains("/**")
                    .contains("@NullMarked");
        }
    }

    @Test
    void a_room_imports_only_what_the_table_allows() throws IOException {
        Map<String, Set<String>> table = table();
        Set<String> strangers = new TreeSet<>();
        for (JavaClass one : HOUSE) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                Optional<String> from = roomOf(dependency.getOriginClass());
                Optional<String> to = roomOf(dependency.getTargetClass());
                if (from.isPresent()
                        && to.isPresent()
                        && !from.equals(to)
                        && !table.getOrDefault(from.get(), Set.of()).contains(to.get())) {
                    strangers.add(
                            from.get() + " → " + to.get() + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void the_table_has_no_circle() throws IOException {
        assertNoCircle(table());
    }

    /** The root of a room is no part: its door leads to the parts, which name its words. */
    @Test
    void the_parts_of_a_room_stand_in_no_circle() {
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        for (JavaClass one :
                HOUSE.that(DescribedPredicate.describe("in a part", HouseTests::inAPart))) {
            Set<String> uses = parts.computeIfAbsent(one.getPackageName(), _ -> new TreeSet<>());
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (inAPart(target) && roomOf(target).equals(roomOf(one))) {
                    uses.add(target.getPackageName());
                }
            }
            uses.remove(one.getPackageName());
        }
        assertThat(parts).isNotEmpty();
        assertNoCircle(parts);
    }

    private static boolean inAPart(JavaClass one) {
        return roomOf(one)
                .filter(room -> !one.getPackageName().equals("org.jiaxue." + room))
                .isPresent();
    }

    /** Takes away whatever waits for nothing that is left, until nothing is left. */
    private static void assertNoCircle(Map<String, Set<String>> uses) {
        Map<String, Set<String>> left = new LinkedHashMap<>(uses);
        while (!left.isEmpty()) {
            Set<String> done =
                    left.entrySet().stream()
                            .filter(one -> one.getValue().stream().noneMatch(left::containsKey))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
            assertThat(done).as("these wait for each other: " + left.keySet()).isNotEmpty();
            left.keySet().removeAll(done);
        }
    }

    @Test
    void statistics_hears_of_other_rooms_through_their_events_alone() throws IOException {
        Set<String> doors = Set.of("statistics", "identity", "regions", "web");
        Set<String> strangers = new TreeSet<>();
        for (JavaClass one : HOUSE.that(resideIn("statistics"))) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (roomOf(target).filter(room -> !doors.contains(room)).isPresent()
                        && !told().contains(target)) {
                    strangers.add(dependency.getDescription());
                }
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void what_a_room_hears_is_an_event_and_every_event_is_a_record_in_the_past_tense() {
        Set<JavaClass> heard =
                HOUSE.stream()
                        .flatMap(one -> one.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(EventListener.class))
                        .flatMap(method -> method.getRawParameterTypes().stream())
                        .filter(type -> roomOf(type).isPresent())
                        .collect(Collectors.toSet());

        assertThat(heard).isNotEmpty();
        assertThat(events()).containsAll(heard);
        assertThat(events()).allMatch(JavaClass::isRecord);
        assertThat(events())
                .extracting(JavaClass::getSimpleName)
                .allMatch(name -> name.matches("\\w+(ed|en|wn|ught)"), "ends in the past");
    }

    @Test
    void modules_are_declared_as_they_are_used() {
        ApplicationModules.of(Jiaxue.class).verify();
    }

    /** Spares every start the reading of all classes; rooms migrate in its order. */
    @Test
    void the_list_of_modules_that_a_start_reads_is_the_one_that_the_code_has() throws IOException {
        List<String> built =
                ApplicationModules.of(Jiaxue.class).stream()
                        .map(module -> module.getIdentifier().toString())
                        .toList();
        JsonNode listed =
                new JsonMapper()
                        .readTree(
                                Files.readString(
                                        Path.of(
                                                "src/main/resources/META-INF/spring-modulith",
                                                "application-modules.json")));
        assertThat(listed.propertyNames()).containsExactlyInAnyOrderElementsOf(built);
    }

    /** The events of all rooms, and what they carry: their components, and these ones' own. */
    private static Set<JavaClass> told() {
        Set<JavaClass> told = new HashSet<>();
        Deque<JavaClass> left = new ArrayDeque<>(events());
        while (!left.isEmpty()) {
            JavaClass one = left.pop();
            if (roomOf(one).isPresent() && told.add(one) && one.isRecord()) {
                one.getFields().stream()
                        .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                        .forEach(left::push);
            }
        }
        return told;
    }

    private static Set<JavaClass> events() {
        return HOUSE.stream()
                .filter(one -> one.isAnnotatedWith(DomainEvent.class))
                .collect(Collectors.toSet());
    }

    private static DescribedPredicate<JavaClass> resideIn(String room) {
        return DescribedPredicate.describe(
                "resides in " + room, one -> roomOf(one).filter(room::equals).isPresent());
    }

    private static Set<String> builtRooms() {
        return HOUSE.stream()
                .flatMap(one -> roomOf(one).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Reads the table: room → the rooms it may import. */
    private static Map<String, Set<String>> table() throws IOException {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        List<String> rows =
                Files.readAllLines(Path.of("docs/design.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .toList();
        for (String row : rows) {
            String[] cells = row.split("\\|");
            String room = cells[1].strip().replace("`", "");
            table.put(room, new TreeSet<>(imports(cells[3].strip())));
        }
        for (Map.Entry<String, Set<String>> room : table.entrySet()) {
            if (room.getValue().contains("*")) {
                Set<String> others = new TreeSet<>(table.keySet());
                others.removeAll(Set.of("home", "demo"));
                others.remove(room.getKey());
                room.setValue(others);
            }
        }
        return table;
    }

    private static List<String> imports(String cell) {
        return switch (cell) {
            case "nothing" -> List.of();
            case "any door", "any room's events, identity, regions, web" -> List.of("*");
            default -> Arrays.stream(cell.split(",")).map(String::strip).toList();
        };
    }
}
