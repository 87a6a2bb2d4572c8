package org.jiaxue.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What holds for every page that a link leads to: readable by everyone, in every theme and size, on
 * the narrowest phone, in both languages.
 */
@ExtendWith(InTheHouse.class)
@Order(3)
class EveryPageTests {

    /** Where no link leads, or where a link leads only at times. */
    private static final List<String> OPEN =
            List.of(
                    "/",
                    "/search?q=zzzz",
                    "/nowhere",
                    "/sign-in",
                    "/credentials/check",
                    "/activities",
                    "/activities/check-in",
                    "/api",
                    "/erased",
                    "/console/sign-in");

    private static final List<String> OWN =
            List.of("/", "/me", "/me/licences", "/me/activities", "/welcome", "/welcome/family");

    private static final List<String> STAFF = List.of("/console", "/console/components");

    private final Browsers browsers;

    EveryPageTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void what_is_open_to_all_is_accessible_in_every_theme() {
        try (Visitor anyone = browsers.phone()) {
            Checks checks = new Checks();
            new Crawl(anyone).from(OPEN, _ -> true, path -> look(anyone, path, checks));
            checks.assertAll();
        }
    }

    @Test
    void a_parents_own_pages_are_accessible_in_every_theme() {
        try (Visitor parent = browsers.phone()) {
            parent.signIn(parent.house().guardian("holder").signIn());
            Checks checks = new Checks();
            Set<String> seen = new HashSet<>();
            new Crawl(parent, seen)
                    .from(OWN, EveryPageTests::own, path -> look(parent, path, checks));
            assertThat(seen).contains("/me/points", "/me/data", "/credentials/*");
            checks.assertAll();
        }
    }

    @Test
    void the_console_is_accessible_in_every_theme_for_every_role() {
        Set<String> seen = new HashSet<>();
        Checks checks = new Checks();
        for (String role : browsers.house().staffRoles()) {
            try (Visitor staff = browsers.desk()) {
                staff.signInAs(staff.house().staff(role));
                new Crawl(staff, seen)
                        .from(STAFF, EveryPageTests::desk, path -> look(staff, path, checks));
            }
        }
        checks.assertAll();
    }

    /** The narrowest phone, the longest words and the largest type at once. */
    @Test
    void no_page_for_parents_is_too_narrow_for_english_in_large_type() {
        try (Visitor parent = browsers.narrowPhone()) {
            parent.speak("en");
            parent.prefer("size", "large");
            Checks checks = new Checks();
            new Crawl(parent)
                    .from(
                            List.of("/sign-in", "/activities/check-in"),
                            path -> path.contains("sign-in") || path.contains("check-in"),
                            _ -> checks.sound(parent));
            parent.signIn(parent.house().guardian("holder").signIn());
            List<String> starts = new ArrayList<>(OWN);
            starts.addAll(OPEN);
            starts.add("/search?q=" + URLEncoder.encode("dawdling", StandardCharsets.UTF_8));
            new Crawl(parent)
                    .from(
                            starts,
                            path -> !desk(path),
                            _ -> {
                                checks.sound(parent);
                                checks.accessible(parent);
                                checks.soundWithoutLargeType(parent);
                            });
            checks.assertAll();
        }
    }

    @Test
    void the_console_holds_on_the_narrowest_phone_in_english_and_in_large_type() {
        Set<String> seen = new HashSet<>();
        Checks checks = new Checks();
        for (String role : browsers.house().staffRoles()) {
            try (Visitor staff = browsers.narrowPhone()) {
                staff.speak("en");
                staff.prefer("size", "large");
                staff.signInAs(staff.house().staff(role));
                new Crawl(staff, seen)
                        .from(
                                STAFF,
                                EveryPageTests::desk,
                                _ -> {
                                    checks.sound(staff);
                                    checks.soundWithoutLargeType(staff);
                                });
            }
        }
        checks.assertAll();
    }

    @Test
    void a_list_with_nothing_in_it_says_what_will_bring_something() {
        try (Visitor parent = browsers.phone()) {
            parent.signIn(parent.house().guardian("fresh").signIn());
            for (String language : List.of("zh-CN", "en")) {
                parent.speak(language);
                for (String path :
                        List.of("/me", "/me/points", "/me/credentials", "/me/activities")) {
                    parent.go(path);
                    assertThat(parent.page().locator(".jx-empty a").count()).as(path).isPositive();
                }
            }
        }
    }

    private static void look(Visitor visitor, String path, Checks checks) {
        checks.titled(visitor, path);
        checks.sound(visitor);
        checks.accessible(visitor);
        checks.readableInEveryTheme(visitor);
    }

    private static boolean desk(String path) {
        return path.startsWith("/console");
    }

    private static boolean own(String path) {
        return path.equals("/") || path.matches("/(me|welcome|credentials|activities/attend).*");
    }
}
