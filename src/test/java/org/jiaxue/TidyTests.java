package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parts of the house style that a machine can hold. */
class TidyTests {

    private static final int MOST_LINES_A_FILE = 300;
    private static final int MOST_LINES_A_METHOD = 40;
    private static final int MOST_COLUMNS = 100;
    private static final JavaSources SOURCES = JavaSources.under(JavaSources.ROOTS);

    @Test
    void files_stay_readable_in_one_sitting() {
        assertThat(sources().filter(file -> lines(file).size() > MOST_LINES_A_FILE)).isEmpty();
    }

    @Test
    void methods_stay_on_one_screen() {
        assertThat(SOURCES.longerThan(MOST_LINES_A_METHOD)).isEmpty();
    }

    @Test
    void lines_stay_on_the_page() {
        assertThat(
                        sources()
                                .filter(file ->
                                        lines(file).stream()
                                                .anyMatch(l -> l.length() > MOST_COLUMNS)))
                .isEmpty();
    }

    @Test
    void no_class_hides_behind_an_empty_word() {
        Pattern banned = Pattern.compile("(Impl|Manager|Helper|Util|Utils|Dto|Service)\\.java$");
        assertThat(sources().map(Path::toString).filter(name -> banned.matcher(name).find()))
                .isEmpty();
    }

    @Test
    void no_package_is_named_after_a_layer() {
        Pattern layer = Pattern.compile("/(controller|service|repository|model|dto|util)s?/");
        assertThat(sources().map(Path::toString).filter(name -> layer.matcher(name).find()))
                .isEmpty();
    }

    @Test
    void a_class_is_imported_and_not_spelled_out() {
        assertThat(SOURCES.spelledOut()).isEmpty();
    }

    @Test
    void both_languages_have_the_same_texts() throws IOException {
        for (Messages room : messages()) {
            assertThat(room.zh().keySet()).as(room.name()).isEqualTo(room.en().keySet());
        }
    }

    @Test
    void a_rooms_texts_bear_its_name() throws IOException {
        for (Messages room : messages()) {
            assertThat(room.zh().stringPropertyNames())
                    .isNotEmpty()
                    .allMatch(key -> key.startsWith(room.name() + "."));
        }
    }

    @Test
    void both_languages_fill_in_the_same_arguments() throws IOException {
        for (Messages room : messages()) {
            room.zh()
                    .forEach((key, text) ->
                            assertThat(arguments(text))
                                    .as(key.toString())
                                    .isEqualTo(arguments(room.en().getOrDefault(key, ""))));
        }
    }

    /** The texts of a room in both languages. */
    private record Messages(String name, Properties zh, Properties en) {}

    private static List<Messages> messages() throws IOException {
        try (Stream<Path> rooms = Files.list(Path.of("src/main/resources/messages"))) {
            List<Messages> all =
                    rooms.map(room ->
                                    new Messages(
                                            room.getFileName().toString(),
                                            messages(room.resolve("messages_zh_CN.properties")),
                                            messages(room.resolve("messages_en.properties"))))
                            .toList();
            assertThat(all).isNotEmpty();
            return all;
        }
    }

    private static Set<String> arguments(Object message) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d+)").matcher(message.toString());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Properties messages(Path file) {
        Properties messages = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            messages.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return messages;
    }

    private static Stream<Path> sources() {
        return JavaSources.ROOTS.stream().flatMap(root -> JavaSources.files(root).stream());
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
