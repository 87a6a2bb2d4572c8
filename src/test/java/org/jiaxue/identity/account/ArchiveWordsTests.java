package org.jiaxue.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiaxue.RoomTest;
import org.jiaxue.web.Texts;
import org.jiaxue.web.TextsFinder;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the house calls by names of its own has words in an archive, in both languages. */
@RoomTest
class ArchiveWordsTests {

    /** A deed of a guardian's, as it is written into the log. */
    private static final Pattern DEED =
            Pattern.compile("\"((?:guardian|child|consent|token)\\.[a-z-]+)\"");

    private static final Pattern ABOUT_GUARDIANS = Pattern.compile("GuardianId|LearningEvent");

    @Autowired private TextsFinder texts;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void every_deed_of_a_guardian_has_a_word(String language) throws IOException {
        Texts words = texts.of(Locale.forLanguageTag(language));

        assertThat(deeds()).contains("guardian.archive-taken", "child.added", "consent.given");
        assertThat(deeds())
                .allSatisfy(deed ->
                        assertThat(words.say(IdentityData.DEED + deed)).doesNotContain("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everything_that_a_session_may_do_has_a_word(String language) {
        Texts words = texts.of(Locale.forLanguageTag(language));

        for (Viewer.Scope scope : Viewer.Scope.values()) {
            String name = scope.name().toLowerCase(Locale.ROOT);
            assertThat(words.say(IdentityData.SCOPE + name)).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void every_event_that_could_wait_has_a_word(String language) throws IOException {
        Texts words = texts.of(Locale.forLanguageTag(language));
        Set<String> events = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (text.contains("@DomainEvent") && ABOUT_GUARDIANS.matcher(text).find()) {
                    events.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }

        assertThat(events).contains("CourseCompleted", "LearningRecorded");
        for (String event : events) {
            String key = "events.told.event." + event.toLowerCase(Locale.ROOT);
            assertThat(words.say(key)).as(event).isNotBlank();
        }
    }

    /** Every deed that stands in a statement which notes one. */
    private static Set<String> deeds() throws IOException {
        Set<String> deeds = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (text.contains("audit.note(")) {
                    DEED.matcher(text).results().forEach(it -> deeds.add(it.group(1)));
                }
            }
        }
        return deeds;
    }
}
