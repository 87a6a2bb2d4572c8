package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.index.CandidateComponentsIndexLoader;

class RehearseCommandTests {

    @TempDir Path house;

    @AfterEach
    void searched_for_again() {
        System.clearProperty(Components.PLACE);
        CandidateComponentsIndexLoader.clearCache();
    }

    @Test
    void the_house_opens_answers_and_leaves_nothing_behind() throws IOException {
        Set<Path> before = rehearsals();
        new RehearseCommand().run();

        assertThat(rehearsals()).isEqualTo(before);
    }

    /** What it writes down is what a search finds. */
    @Test
    void the_house_has_the_same_components_when_they_are_not_searched_for() throws IOException {
        Path file = house.resolve("components");
        System.setProperty(Components.PLACE, file.toString());
        new RehearseCommand().run();
        assertThat(Files.readAllLines(file)).hasSizeGreaterThan(300).endsWith("end");

        Components.expected();
        Set<String> known = components();
        CandidateComponentsIndexLoader.clearCache();

        assertThat(known).isEqualTo(components());
        assertThat(known).contains("org.jiaxue.points.Points").hasSizeGreaterThan(300);
    }

    /** Those of the house; it is one itself, and what tests add is none. */
    private static Set<String> components() {
        return new ClassPathScanningCandidateComponentProvider(true)
                .findCandidateComponents("org.jiaxue").stream()
                        .map(BeanDefinition::getBeanClassName)
                        .filter(name -> !name.equals(Jiaxue.class.getName()))
                        .filter(name ->
                                Files.exists(
                                        Path.of(
                                                "target/classes",
                                                name.replace('.', '/') + ".class")))
                        .collect(Collectors.toSet());
    }

    @Test
    void what_was_cut_short_is_searched_for_again() throws IOException {
        Path file = house.resolve("components");
        Files.writeString(file, "org.jiaxue.Nobody org.springframework.stereotype.Component\n");
        System.setProperty(Components.PLACE, file.toString());

        Components.expected();

        assertThat(components()).hasSizeGreaterThan(300);
    }

    private static Set<Path> rehearsals() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(it -> it.getFileName().toString().startsWith("jiaxue-rehearsal"))
                    .collect(Collectors.toSet());
        }
    }
}
