package org.jiaxue.licences.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiaxue.web.DataFile;

/** Every expression of the list is found, whatever is put between its characters. */
class ExpressionProperties {

    private final Expressions expressions = new Expressions();

    @Property
    void no_expression_is_hidden_by_what_stands_between_its_characters(
            @ForAll("written") String written,
            @ForAll("between") String between,
            @ForAll boolean capitals,
            @ForAll boolean wide) {
        StringBuilder hidden = new StringBuilder();
        for (int one : written.codePoints().toArray()) {
            if (!hidden.isEmpty() && one != ' ') {
                hidden.append(between);
            }
            hidden.appendCodePoint(wide && one > ' ' && one < 127 ? one + 0xFEE0 : one);
        }
        String text = capitals ? hidden.toString().toUpperCase(Locale.ROOT) : hidden.toString();

        assertThat(expressions.objection("三星家庭 " + text + " 一次")).as(text).isPresent();
    }

    @Provide
    Arbitrary<String> written() throws IOException {
        String file = "src/main/resources/benefits/refused.yaml";
        List<String> all =
                DataFile.read(file, Files.readString(Path.of(file))).at("refused").items().stream()
                        .flatMap(it ->
                                Stream.concat(
                                        it.at("zh").items().stream(), it.at("en").items().stream()))
                        .map(it -> it.text().replaceAll("[*\\s]", ""))
                        .map(it -> it.replace("…", " ").replace("#", "8"))
                        .toList();
        return Arbitraries.of(all);
    }

    @Provide
    Arbitrary<String> between() {
        return Arbitraries.of(
                "",
                " ",
                "　",
                "-",
                "·",
                "。",
                "\u200b",
                " . ",
                "／",
                "……",
                " ".repeat(9),
                "~*~".repeat(4));
    }
}
