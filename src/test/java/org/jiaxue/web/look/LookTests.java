package org.jiaxue.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the look ships is what pages use. */
class LookTests {

    private static final Path SHIPPED = Path.of("src/main/resources/static");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|url\\([^)]*\\)");
    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    private static final Pattern WORD = Pattern.compile("[\\w-]+");

    /** The beginning of a class whose end a page decides: {@code jx-tag-${kind}}. */
    private static final Pattern BEGINNING =
            Pattern.compile("([a-z][a-z-]*-)(?:\\$\\{|\" \\+|' \\+)");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final String PAGES =
            Stream.of("src/main/jte", "src/main/java", "src/main/resources/static/js")
                    .flatMap(root -> files(Path.of(root)).stream())
                    .map(LookTests::text)
                    .collect(Collectors.joining("\n"));

    @Test
    void every_class_of_a_sheet_is_named_by_a_page_or_a_script() {
        Set<String> words = found(WORD, PAGES, 0);
        Set<String> beginnings = found(BEGINNING, PAGES, 1);
        Set<String> styled = new TreeSet<>();
        for (Path sheet : files(SHIPPED.resolve("css"))) {
            String rules = COMMENT.matcher(text(sheet)).replaceAll("");
            styled.addAll(found(CLASS, QUOTED.matcher(rules).replaceAll(""), 1));
        }

        assertThat(styled).isNotEmpty();
        styled.removeAll(words);
        styled.removeIf(one ->
                beginnings.stream().anyMatch(it -> one.startsWith(it) && ends(one, it.length())));
        assertThat(styled).isEmpty();
    }

    @Test
    void every_icon_that_ships_is_named_by_a_page() {
        List<String> icons =
                files(SHIPPED.resolve("icons")).stream()
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".svg"))
                        .toList();

        assertThat(icons).isNotEmpty();
        assertThat(icons)
                .allMatch(name ->
                        PAGES.contains("\"" + name.replace(".svg", "") + "\"")
                                || PAGES.contains("/icons/" + name));
    }

    /** Whether the end is one that a page or a constant says, or a number. */
    private static boolean ends(String name, int from) {
        String end = name.substring(from);
        return NUMBER.matcher(end).matches()
                || PAGES.contains("\"" + end + "\"")
                || Pattern.compile("\\b" + end.toUpperCase(Locale.ROOT) + "\\b")
                        .matcher(PAGES)
                        .find();
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map(it -> it.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
