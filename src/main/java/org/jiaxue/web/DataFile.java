package org.jiaxue.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A field of a YAML data file that ships with the house or that an office brings. Whatever is wrong
 * with it is an {@link IllegalArgumentException} whose message names the file and the field, for
 * instance {@code rules/default-2026.yaml, rules[2].points: must be a whole number …}.
 */
public final class DataFile {

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final String file;
    private final String path;
    private final JsonNode node;

    private DataFile(String file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** Reads a file's text; the name is only for messages. */
    public static DataFile read(String file, String text) {
        try {
            DataFile root = new DataFile(file, "", YAML.readTree(text));
            if (!root.node.isObject()) {
                throw root.wrong("must be a mapping of fields");
            }
            return root;
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(
                    file + ": is not YAML: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    /** The field of this name, which must be there. */
    public DataFile at(String name) {
        return find(name).orElseThrow(() -> child(name, node).wrong("is missing"));
    }

    /** The field of this name, if it is there. */
    public Optional<DataFile> find(String name) {
        @Nullable JsonNode found = node.get(name);
        return found == null || found.isNull() ? Optional.empty() : Optional.of(child(name, found));
    }

    /** Refuses any field that is not one of these: a misspelt name must not be passed over. */
    public DataFile only(String... names) {
        Set<String> known = Set.of(names);
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw child(name, node)
                        .wrong("is not a field here; known are " + String.join(", ", names));
            }
        }
        return this;
    }

    /** The names of this field's own fields, in the file's order. */
    public List<String> names() {
        return List.copyOf(node.propertyNames());
    }

    /** The items of a list with at least one. */
    public List<DataFile> items() {
        if (!node.isArray() || node.isEmpty()) {
            throw wrong("must be a list with at least one item");
        }
        List<DataFile> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(new DataFile(file, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    /** A text that is not blank. */
    public String text() {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw wrong("must be a text (in quotes if it is a number), but is " + node);
        }
        return node.stringValue();
    }

    /** A whole number within the bounds, both included. */
    public int number(int least, int most) {
        if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
            throw wrong(
                    "must be a whole number from %d to %d, but is %s".formatted(least, most, node));
        }
        return node.intValue();
    }

    /** True or false. */
    public boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("must be true or false, but is " + node);
        }
        return node.booleanValue();
    }

    /** A day as 2026-09-01. */
    public LocalDate day() {
        try {
            return LocalDate.parse(node.asString());
        } catch (DateTimeException notADay) {
            throw wrong("must be a day such as 2026-09-01, but is " + node);
        }
    }

    /** A text in both languages: {@code {zh: …, en: …}}. */
    public Words words() {
        only("zh", "en");
        return new Words(at("zh").text(), at("en").text());
    }

    /** The refusal that names file and field. */
    public IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(
                file + (path.isEmpty() ? "" : ", " + path) + ": " + what);
    }

    private DataFile child(String name, JsonNode value) {
        return new DataFile(file, path.isEmpty() ? name : path + "." + name, value);
    }
}
