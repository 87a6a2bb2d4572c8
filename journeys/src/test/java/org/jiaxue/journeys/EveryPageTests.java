package org.jiaxue.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for every page: readable by everyone, on the narrowest phone, in both languages. */
@ExtendWith(InTheHouse.class)
class EveryPageTests {

    private static final String SEARCH =
            "/search?q=" + URLEncoder.encode("孩子磨蹭怎么办", StandardCharsets.UTF_8);
    private static final List<String> OPEN =
            List.of(
                    "/",
                    SEARCH,
                    "/search?q=zzzz",
                    "/activities",
                    "/stages/primary",
                    "/moments/primary",
                    "/sign-in",
                    "/credentials/check",
                    "/preferences",
                    "/erased",
                    "/nowhere");
    private static final List<String> OWN =
            List.of(
                    "/",
                    "/me",
                    "/me/points",
                    "/me/licences",
                    "/me/credentials",
                    "/me/activities",
                    "/me/classes",
                    "/classes/join",
                    "/me/data",
                    "/me/data/name",
                    "/me/data/phone",
                    "/me/data/place",
                    "/me/data/archive",
                    "/me/data/erasure",
                    "/me/data/confirmation",
                    "/me/family");
    private static final List<String> STAFF =
            List.of(
                    "/console",
                    "/console/activities",
                    "/console/schools",
                    "/console/credentials",
                    "/console/statistics",
                    "/console/staff",
                    "/console/audit",
                    "/console/me",
                    "/console/me/second-factor",
                    "/console/statistics?measure=schools&by=platform",
                    "/console/statistics?measure=schools&by=period&time=4-terms",
                    "/console/statistics?measure=activities&by=stage",
                    "/console/components");

    private static final List<Map.Entry<String, String>> LOOKS =
            List.of(
                    Map.entry("theme", "light"),
                    Map.entry("theme", "dark"),
                    Map.entry("size", "large"));

    private final Browsers browsers;

    EveryPageTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void pages_that_are_open_to_all_are_accessible() {
        try (Visitor anyone = browsers.phone()) {
            SoftAssertions all = new SoftAssertions();
            for (String path : openPaths(anyone)) {
                anyone.go(path);
                accessible(anyone, all);
            }
            all.assertAll();
        }
    }

    @Test
    void a_parents_own_pages_are_accessible_in_light_and_dark_and_large() {
        try (Visitor parent = browsers.phone()) {
            parent.signIn(parent.house().guardian("holder").signIn());
            SoftAssertions all = new SoftAssertions();
            for (Map.Entry<String, String> look : LOOKS) {
                parent.prefer(look.getKey(), look.getValue());
                for (String path : ownPaths(parent)) {
                    parent.go(path);
                    accessible(parent, all);
                }
                parent.prefer(look.getKey(), "");
            }
            all.assertAll();
        }
    }

    @Test
    void the_console_is_accessible() {
        try (Visitor officer = browsers.desk()) {
            officer.signInAs(officer.house().staff("county-officer"));
            SoftAssertions all = new SoftAssertions();
            List<String> paths = new ArrayList<>(STAFF);
            officer.go("/console/activities");
            paths.addAll(officer.links("main a[href$='/sessions']", 1));
            paths.addAll(officer.links("main a[href$='/code']", 1));
            for (String path : paths) {
                officer.go(path);
                accessible(officer, all);
            }
            all.assertAll();
        }
    }

    @Test
    void no_page_for_parents_is_wider_than_the_narrowest_phone() {
        try (Visitor parent = browsers.narrowPhone()) {
            SoftAssertions all = new SoftAssertions();
            for (String language : List.of("zh-CN", "en")) {
                parent.speak(language);
                openPaths(parent).forEach(path -> fits(parent, path, all));
            }
            parent.signIn(parent.house().guardian("holder").signIn());
            for (String language : List.of("zh-CN", "en")) {
                parent.speak(language);
                ownPaths(parent).forEach(path -> fits(parent, path, all));
                parent.prefer("size", "large");
                ownPaths(parent).forEach(path -> fits(parent, path, all));
                parent.prefer("size", "");
            }
            all.assertAll();
        }
    }

    private static void fits(Visitor visitor, String path, SoftAssertions all) {
        visitor.go(path);
        all.assertThat(visitor.overflow()).as("%s is too wide by", path).isZero();
    }

    static void accessible(Visitor visitor, SoftAssertions all) {
        Page page = visitor.page();
        List<Rule> broken =
                new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                        .analyze()
                        .getViolations();
        all.assertThat(broken.stream().map(EveryPageTests::told).toList())
                .as("%s (%s)", visitor.path(), page.title())
                .isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).distinct().limit(3).toList();
    }

    @Test
    void a_schools_desk_is_accessible() {
        try (Visitor admin = browsers.desk()) {
            admin.signInAs(admin.house().staff("school-admin"));
            SoftAssertions all = new SoftAssertions();
            List<String> paths = new ArrayList<>(List.of("/console", "/console/schools"));
            admin.go("/console/schools");
            paths.addAll(admin.links("tbody a", 2));
            admin.go(paths.get(2));
            List<String> classes = admin.links("main a[href^='/console/classes/']", 2);
            assertThat(classes).as("a class and its code").hasSize(2);
            paths.addAll(classes);
            paths.add(classes.getFirst() + "/lessons");
            for (String path : paths) {
                admin.go(path);
                accessible(admin, all);
            }
            all.assertAll();
        }
    }

    /** The pages that are open to all, with one of each kind of lesson and the course. */
    private static List<String> openPaths(Visitor visitor) {
        List<String> paths = new ArrayList<>(OPEN);
        visitor.go("/stages/primary");
        paths.addAll(visitor.links("a[href^='/lessons/']", 4));
        paths.addAll(visitor.links("a[href^='/courses/']", 1));
        visitor.go("/activities");
        paths.addAll(visitor.links(".jx-pick", 1));
        return paths;
    }

    /** A parent's own pages, with one certificate's check page. */
    private static List<String> ownPaths(Visitor visitor) {
        List<String> paths = new ArrayList<>(OWN);
        visitor.go("/me/credentials");
        List<String> certificates = visitor.links("main a[href^='/me/credentials/']", 1);
        assertThat(certificates).as("the holder holds a certificate").isNotEmpty();
        paths.addAll(certificates);
        certificates.forEach(each -> paths.add(each.substring("/me".length())));
        return paths;
    }
}
