package org.jiaxue.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every colour is a token, and every theme can be read. */
class ThemesTests {

    private static final String LIGHT = ":root";
    private static final String DARK = ":root[data-theme=\"dark\"]";
    private static final String HIGH = ":root[data-theme=\"high\"]";
    private static final List<String> THEMES = List.of(LIGHT, DARK, HIGH);

    /** What text may stand on. */
    private static final List<String> GROUNDS =
            List.of(
                    "paper",
                    "surface",
                    "sunk",
                    "celadon-100",
                    "celadon-50",
                    "lamp-100",
                    "seal-100",
                    "indigo-100");

    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;

    /** Scenes of their own, the same in every theme, whose colours are their own too. */
    private static final Set<String> SCENES =
            Set.of("tokens.css", "house.css", "player.css", "defs.jte", "sheet.jte");

    private static final Pattern LITERAL =
            Pattern.compile(
                    "(?<!&)#[0-9a-fA-F]{3,8}\\b(?![\\w-])"
                            + "|\\b(?:rgba?|hsla?|oklch|oklab|lab|lch|color-mix)\\("
                            + "|(?:color|background|fill|stroke|border[a-z-]*)[:=]"
                            + "\\s*\"?(?:[^;\"{}]*\\s)?"
                            + "(?:white|black|red|gr[ae]y|green|blue|yellow|orange|silver)\\b");

    private static final Pattern NOT_A_COLOUR =
            Pattern.compile("/\\*.*?\\*/|href=\"#[^\"]*\"|url\\(#[^)]*\\)", Pattern.DOTALL);

    /** The lowest contrast over any ground, as the palette was chosen; more is as good. */
    @ParameterizedTest
    @CsvSource({
        "edge, 3.6, 3.7, 17",
        "ink, 12.1, 10.3, 17",
        "ink2, 6.3, 6.7, 12.1",
        "ink3, 4.8, 4.9, 9.2",
        "celadon, 5.6, 6.1, 8.3",
        "celadon-h, 7.6, 7.7, 11",
        "lamp-600, 3.2, 6.9, 6.9",
        "lamp-700, 5.8, 6.9, 6.9",
        "seal, 5.2, 5.5, 7.5",
        "indigo, 6.4, 6.1, 9",
        "plum, 6, 5.8, 9",
        "focus, 6.4, 6.9, 17"
    })
    void nothing_is_fainter_than_it_was_chosen(String token, double light, double dark, double high)
            throws IOException {
        assertThat(faintest(LIGHT, token)).isGreaterThanOrEqualTo(light - 0.05);
        assertThat(faintest(DARK, token)).isGreaterThanOrEqualTo(dark - 0.05);
        assertThat(faintest(HIGH, token)).isGreaterThanOrEqualTo(high - 0.05);
        double least = Set.of("edge", "lamp-600").contains(token) ? GRAPHICS : TEXT;
        for (String theme : THEMES) {
            assertThat(faintest(theme, token)).as(theme).isGreaterThan(least);
        }
    }

    /** What stands on one ground alone. */
    @ParameterizedTest
    @CsvSource({
        "on-celadon, celadon",
        "on-celadon, celadon-h",
        "tile-ink, celadon-100",
        "tile-ink, lit",
        "code-dark, code"
    })
    void what_has_a_ground_of_its_own_is_read_on_it(String token, String ground)
            throws IOException {
        for (String theme : THEMES) {
            assertThat(Palette.of(theme).contrast(token, ground)).as(theme).isGreaterThan(TEXT);
        }
    }

    @Test
    void a_system_that_is_dark_or_asks_for_contrast_gets_the_theme_that_a_choice_gives()
            throws IOException {
        assertThat(Palette.set(":root:not([data-theme=\"light\"])")).isEqualTo(Palette.set(DARK));
        assertThat(Palette.set(":root:not([data-theme])")).isEqualTo(Palette.set(HIGH));
    }

    @Test
    void no_sheet_and_no_template_has_a_colour_of_its_own() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path root :
                List.of(Path.of("src/main/resources/static/css"), Path.of("src/main/jte"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!SCENES.contains(file.getFileName().toString())) {
                        String text = NOT_A_COLOUR.matcher(Files.readString(file)).replaceAll("");
                        LITERAL.matcher(text)
                                .results()
                                .forEach(it -> found.add(file.getFileName() + ": " + it.group()));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static double faintest(String theme, String token) throws IOException {
        Palette palette = Palette.of(theme);
        return GROUNDS.stream()
                .mapToDouble(ground -> palette.contrast(token, ground))
                .min()
                .orElseThrow();
    }
}
