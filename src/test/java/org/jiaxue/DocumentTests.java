package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentTests {

    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src=\")([^)\"#]+)");

    @Test
    void every_link_between_documents_leads_somewhere() throws IOException {
        List<String> dangling = new ArrayList<>();
        List<Path> documents =
                new ArrayList<>(List.of(Path.of("README.md"), Path.of("CHANGELOG.md")));
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        for (Path document : documents) {
            LINK.matcher(Files.readString(document))
                    .results()
                    .map(found -> found.group(1))
                    .filter(link -> !link.startsWith("http"))
                    .filter(link -> !Files.exists(document.resolveSibling(link)))
                    .forEach(link -> dangling.add(document + " → " + link));
        }
        assertThat(dangling).isEmpty();
    }
}
