package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.token.Keys;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Walks every route as everybody and compares with the table that docs/access.md shows. */
@RoomTest
class RoutesTests {

    private static final Path TABLE = Path.of("docs/access.md");
    private static final Path SEEN = Path.of("target/access.md");
    private static final List<String> WHO =
            List.of(
                    "route",
                    "visitor",
                    "guardian",
                    "another guardian",
                    "staff of the place",
                    "staff of elsewhere",
                    "staff of the school",
                    "staff of another school",
                    "LEARN token",
                    "READ token",
                    "staff's READ token",
                    "ended token",
                    "no form token");

    /** What docs/access.md calls several roles together. */
    private static final Map<String, Set<Role>> GROUPS = groups();

    /** A role that is named only where it is admitted; elsewhere it is refused. */
    private static final Role UNNAMED = Role.VENUE;

    @LocalServerPort int port;
    @Autowired ApplicationContext house;

    @Test
    void every_route_admits_whom_the_table_says_and_nobody_else() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        assertThat(lines).contains(row(WHO));
        Map<String, String> table = rows(lines);
        Map<String, String> seen = new LinkedHashMap<>();
        Town town = new Town(house);
        Keys keys = new Keys(house);
        try (Door door = new Door(port)) {
            for (Route route : Route.all(house)) {
                Walk walk = new Walk(route, town, keys, door);
                seen.put(route.toString(), row(walk.cells()));
            }
        }
        Files.write(SEEN, seen.values());
        assertThat(String.join("\n\n", differences(table, seen))).isEmpty();
    }

    private static Map<String, Set<Role>> groups() {
        Map<String, Set<Role>> groups = new LinkedHashMap<>();
        groups.put(
                "officers",
                EnumSet.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER));
        groups.put("school staff", EnumSet.of(Role.TEACHER, Role.SCHOOL_ADMIN));
        groups.put("editors", EnumSet.of(Role.EDITOR, Role.REVIEWER));
        return groups;
    }

    private static List<String> differences(Map<String, String> table, Map<String, String> seen) {
        List<String> wrong = new ArrayList<>();
        seen.forEach((route, row) -> {
            String said = table.get(route);
            if (said == null) {
                wrong.add(
                        "docs/access.md has no row for %s; add, if it is meant:\n%s"
                                .formatted(route, row));
            } else if (!said.equals(row)) {
                wrong.add(
                        "%s is not as docs/access.md says:\n%s\nbut\n%s"
                                .formatted(route, said, row));
            }
        });
        table.keySet().stream()
                .filter(route -> !seen.containsKey(route))
                .forEach(route -> wrong.add(route + " is in docs/access.md and nowhere else"));
        return wrong;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static Map<String, String> rows(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("\\| (GET|POST|PUT|DELETE|\\*) .*"))
                .collect(
                        Collectors.toMap(
                                line -> line.split("\\|")[1].strip(),
                                line -> line,
                                (a, _) -> a,
                                TreeMap::new));
    }

    /** One route, tried by everybody. */
    private record Walk(Route route, Town town, Keys keys, Door door) {

        List<String> cells() {
            List<String> cells = new ArrayList<>();
            cells.add(route.toString());
            cells.add(tried(new Door.Shown(null, null, true)));
            cells.add(tried(bySession(Keys.of(town.owner), true)));
            cells.add(tried(bySession(Keys.of(town.another), true)));
            cells.add(byStaff(town.offices.within));
            cells.add(byStaff(town.offices.outside));
            cells.add(byStaff(town.offices.atSchool));
            cells.add(byStaff(town.offices.atAnother));
            cells.add(tried(byToken(keys.bearer(town.owner, Viewer.Scope.LEARN))));
            cells.add(tried(byToken(keys.bearer(town.owner, Viewer.Scope.READ))));
            StaffId officer = town.officer();
            cells.add(tried(byToken(keys.bearer(officer, Viewer.Scope.READ))));
            cells.add(tried(byToken(keys.ended(town.past))));
            cells.add(route.safe() ? "" : withoutFormToken(town.owner, officer));
            assertThat(cells).hasSameSizeAs(WHO);
            return cells;
        }

        private String withoutFormToken(GuardianId guardian, StaffId officer) {
            Viewer viewer =
                    route.pattern().startsWith("/console") ? Keys.of(officer) : Keys.of(guardian);
            return tried(bySession(viewer, false));
        }

        private Door.Shown bySession(Viewer viewer, boolean form) {
            return new Door.Shown(keys.session(viewer), null, form);
        }

        private Door.Shown byToken(String token) {
            return new Door.Shown(null, token, false);
        }

        private String byStaff(Map<Role, StaffId> staff) {
            Map<String, Set<Role>> roles = new TreeMap<>();
            staff.forEach((role, id) ->
                    roles.computeIfAbsent(
                                    tried(bySession(Keys.of(id), true)),
                                    _ -> EnumSet.noneOf(Role.class))
                            .add(role));
            roles.getOrDefault("refused", EnumSet.noneOf(Role.class)).remove(UNNAMED);
            roles.values().removeIf(Set::isEmpty);
            if (roles.size() == 1) {
                return roles.keySet().iterator().next();
            }
            return roles.entrySet().stream()
                    .map(one -> one.getKey() + ": " + named(one.getValue()))
                    .collect(Collectors.joining("; "));
        }

        /** The roles by name; those that the table groups, and that are all there, as a group. */
        private static String named(Set<Role> roles) {
            List<String> names = new ArrayList<>();
            Set<Role> left = EnumSet.copyOf(roles);
            GROUPS.forEach((name, group) -> {
                if (left.containsAll(group)) {
                    left.removeAll(group);
                    names.add(name);
                }
            });
            left.forEach(role -> names.add(role.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            return String.join(", ", names);
        }

        private String tried(Door.Shown shown) {
            if (!route.safe()) {
                town.restore();
            }
            HttpResponse<String> answer = door.knock(route, town, shown);
            String to = answer.headers().firstValue("Location").orElse("");
            return switch (answer.statusCode()) {
                case 401 -> "sign in";
                case 403 -> "refused";
                case 404 -> "not found";
                case 200, 201, 204, 400, 409, 410, 413, 415, 422, 429 -> "admitted";
                case 302, 303 ->
                        to.matches("(/console)?/sign-in(\\?next=.*)?")
                                        && !route.pattern().endsWith("sign-out")
                                ? "sign in"
                                : "admitted";
                default ->
                        throw new AssertionError(
                                "%s answered %d".formatted(route, answer.statusCode()));
            };
        }
    }
}
