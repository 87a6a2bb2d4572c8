package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.credentials.Handed;
import org.jiaxue.identity.Stage;
import org.jiaxue.identity.token.Keys;
import org.jiaxue.learning.Earner;
import org.jiaxue.points.Telling;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every page over HTTP as a browser asks for it, by a visitor, by parents with nothing, a little
 * and much behind them and by staff, in both languages: what it weighs, compressed, before
 * pictures, sound and video. The table is left in {@code target/page-weights.md}.
 */
@RoomTest
class PageWeightTests {

    /** The most that a parent's page may weigh with its style and scripts, in bytes. */
    private static final int MOST_PAGE = 60_000;

    /** The most that style may weigh on a parent's page, in bytes. */
    private static final int MOST_STYLE = 20_000;

    private static final int MUCH = 240;
    private static final int MANY = 60;
    private static final Path TABLE = Path.of("target/page-weights.md");

    @LocalServerPort int port;
    @Autowired ApplicationContext house;

    private final Map<String, List<Scales.Weight>> weights = new TreeMap<>();

    @Test
    void no_page_for_parents_weighs_more_than_60_kB_and_its_style_20_kB() throws IOException {
        Town town = new Town(house);
        Keys keys = new Keys(house);
        try (Scales scales = new Scales(port)) {
            weighAll(scales, town, null);
            weighAll(scales, town, keys.session(Keys.of(town.another)));
            weighAll(scales, town, keys.session(Keys.of(town.owner)));
            for (StaffId staff : town.offices.within.values()) {
                weighAll(scales, town, keys.session(Keys.of(staff)));
            }
            for (StaffId staff : town.offices.atSchool.values()) {
                weighAll(scales, town, keys.session(Keys.of(staff)));
            }
            learnMuch(town);
            weighAll(scales, town, keys.session(Keys.of(town.owner)));
        }
        Files.writeString(TABLE, table());
        assertThat(weights.keySet()).contains("/", "/lessons/{id}", "/me", "/credentials/{id}");
        assertThat(weights.values().stream().flatMap(List::stream))
                .filteredOn(it -> !it.path().startsWith("/console"))
                .allSatisfy(it -> {
                    assertThat(it.all()).as(it.path()).isLessThanOrEqualTo(MOST_PAGE);
                    assertThat(it.css()).as(it.path()).isLessThanOrEqualTo(MOST_STYLE);
                });
    }

    private void weighAll(Scales scales, Town town, @Nullable String session) {
        for (Route route : Route.all(house)) {
            if (route.safe() && !route.api()) {
                for (String path : paths(route, town)) {
                    for (String language : List.of("zh-CN", "en")) {
                        scales.of(path, language, session)
                                .ifPresent(it ->
                                        weights.computeIfAbsent(
                                                        route.pattern(), _ -> new ArrayList<>())
                                                .add(it));
                    }
                }
            }
        }
    }

    /** The route's own path; every lesson, course and stage, and a question that finds many. */
    private List<String> paths(Route route, Town town) {
        Catalogue catalogue = house.getBean(Catalogue.class);
        return switch (route.pattern()) {
            case "/lessons/{id}" ->
                    Arrays.stream(Stage.values())
                            .flatMap(stage -> catalogue.lessons(stage).stream())
                            .map(lesson -> "/lessons/" + lesson.id())
                            .distinct()
                            .toList();
            case "/courses/{id}" ->
                    catalogue.courses().stream().map(it -> "/courses/" + it.id()).toList();
            case "/stages/{slug}" ->
                    Arrays.stream(Stage.values()).map(it -> "/stages/" + it.slug()).toList();
            case "/search" -> List.of("/search", "/search?q=%E5%AD%A9%E5%AD%90", "/search?q=child");
            default -> List.of(route.path(town));
        };
    }

    private void learnMuch(Town town) {
        Telling told = new Telling(town.owner, ReadingHour.DIVISION, new Ages(84, 120));
        house.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ ->
                        house.getBean(Earner.class).earn(told.lessons(MUCH, "2026-09-07T08:00")));
        for (int one = 0; one < MANY; one++) {
            Handed.to(town.owner, ReadingHour.DIVISION, house);
        }
    }

    private String table() {
        List<String> lines = new ArrayList<>();
        lines.add("| page | smallest kB | largest kB | of it HTML | CSS | script |");
        lines.add("|---|---|---|---|---|---|");
        Comparator<Scales.Weight> byAll = Comparator.comparingInt(Scales.Weight::all);
        weights.forEach((route, found) -> {
            Scales.Weight least = found.stream().min(byAll).orElseThrow();
            Scales.Weight most = found.stream().max(byAll).orElseThrow();
            lines.add(
                    "| %s | %s | %s | %s | %s | %s |"
                            .formatted(
                                    route,
                                    kilobytes(least.all()),
                                    kilobytes(most.all()),
                                    kilobytes(most.html()),
                                    kilobytes(most.css()),
                                    kilobytes(most.script())));
        });
        return String.join("\n", lines) + "\n";
    }

    private static String kilobytes(int bytes) {
        return "%.1f".formatted(bytes / 1000.0);
    }
}
