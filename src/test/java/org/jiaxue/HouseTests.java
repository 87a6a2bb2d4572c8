package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Holds the code to the table of rooms in docs/design.md. */
class HouseTests {

    private static final String ROOT = "org.jiaxue.";
    private static final Set<String> PARTS_OF_WEB = Set.of("layout", "component");
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.jiaxue");

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
        Map<String, Set<String>> left = new LinkedHashMap<>(table());
        while (!left.isEmpty()) {
            Set<String> done =
                    left.entrySet().stream()
                            .filter(room -> room.getValue().stream().noneMatch(left::containsKey))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
            assertThat(done).as("rooms that wait for each other: " + left.keySet()).isNotEmpty();
            left.keySet().removeAll(done);
        }
    }

    @Test
    void modules_are_declared_as_they_are_used() {
        ApplicationModules.of(Jiaxue.class).verify();
    }

    private static Set<String> builtRooms() {
        return HOUSE.stream()
                .flatMap(one -> roomOf(one).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> roomOf(JavaClass one) {
        String name = one.getPackageName();
        if (!name.startsWith(ROOT)) {
            return Optional.empty();
        }
        String room = name.substring(ROOT.length()).split("\\.")[0];
        return Optional.of(PARTS_OF_WEB.contains(room) ? "web" : room);
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
