package org.jiaxue.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;

/** What must hold for a page, whichever it is; everything that does not is told at the end. */
final class Checks {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final List<String> OTHER_THEMES = List.of("dark", "high");
    private static final String PROBE = text("probe.js");

    private final SoftAssertions all = new SoftAssertions();
    private final Map<String, String> titles = new TreeMap<>();

    /** Its widths, type, targets, headings and language, in the size that it is in. */
    void sound(Visitor visitor) {
        all.assertThat((List<?>) visitor.page().evaluate(PROBE))
                .as("%s in %s", visitor.path(), look(visitor.page()))
                .isEmpty();
    }

    /** The same page in the other size; its templates may differ, so a visit in it is due too. */
    void soundWithoutLargeType(Visitor visitor) {
        Page page = visitor.page();
        page.evaluate("() => delete document.documentElement.dataset.size");
        sound(visitor);
        page.evaluate("() => { document.documentElement.dataset.size = 'large'; }");
    }

    /** No rule of WCAG 2.1 A and AA is broken. */
    void accessible(Visitor visitor) {
        broken(visitor, new AxeBuilder(visitor.page()).withTags(WCAG));
    }

    /** In the dark and in high contrast everything can be read as well. */
    void readableInEveryTheme(Visitor visitor) {
        Page page = visitor.page();
        Object chosen = page.evaluate("() => document.documentElement.dataset.theme || ''");
        for (String theme : OTHER_THEMES) {
            page.evaluate("it => { document.documentElement.dataset.theme = it; }", theme);
            broken(visitor, new AxeBuilder(page).withRules(List.of("color-contrast")));
        }
        page.evaluate(
                "it => { if (it) document.documentElement.dataset.theme = it;"
                        + " else delete document.documentElement.dataset.theme; }",
                chosen);
    }

    /** No other kind of page has this one's title. */
    void titled(Visitor visitor, String path) {
        String title = visitor.page().title();
        String kind = Crawl.kind(visitor.path()).replace("?", "");
        String other = titles.putIfAbsent(title, kind);
        all.assertThat(title).as(path).isNotBlank();
        all.assertThat(other == null || other.equals(kind))
                .as("%s and %s are both called %s", other, kind, title)
                .isTrue();
    }

    void assertAll() {
        all.assertAll();
    }

    private void broken(Visitor visitor, AxeBuilder axe) {
        List<String> found = axe.analyze().getViolations().stream().map(Checks::told).toList();
        all.assertThat(found).as("%s in %s", visitor.path(), look(visitor.page())).isEmpty();
    }

    private static String look(Page page) {
        return page.evaluate(
                        "() => { const it = document.documentElement; return it.lang + ' '"
                                + " + (it.dataset.theme || 'system') + ' '"
                                + " + (it.dataset.size || 'normal') + ' ' + innerWidth; }")
                .toString();
    }

    private static String told(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).distinct().limit(3).toList();
    }

    static String text(String name) {
        try (InputStream in = Checks.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
