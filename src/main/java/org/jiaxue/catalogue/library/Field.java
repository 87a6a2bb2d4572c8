package org.jiaxue.catalogue.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field of a library file. Reading it judges it: a fault is noted, a stand-in is returned, and
 * reading goes on, so that an editor sees all faults at once.
 */
record Field(String file, String path, @Nullable JsonNode node, List<Fault> faults) {

    void fault(String says) {
        faults.add(new Fault(file, path, says));
    }

    boolean missing() {
        return node == null || node.isNull() || node.isMissingNode();
    }

    /** The field's own field; a fault of the reader that asks if it is not there. */
    Field at(String name) {
        String inner = path.isEmpty() ? name : path + "." + name;
        return new Field(file, inner, node == null ? null : node.get(name), faults);
    }

    Optional<Field> ifThere(String name) {
        return Optional.of(at(name)).filter(field -> !field.missing());
    }

    /** Holds that this is a mapping with no other fields than these. */
    Field only(String... names) {
        if (node == null || !node.isObject()) {
            fault("must be a mapping with " + String.join(", ", names));
            return this;
        }
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(Arrays.asList(names));
        unknown.forEach(name -> at(name).fault("is not a known field"));
        return this;
    }

    /** A text of 1 to {@code most} characters without line breaks. */
    String text(int most) {
        if (node == null || !node.isString() || node.stringValue().isBlank()) {
            fault("must be a text");
            return "";
        }
        String text = node.stringValue();
        if (text.length() > most) {
            fault("must be at most " + most + " characters, has " + text.length());
        }
        if (!text.equals(text.strip()) || text.chars().anyMatch(Character::isISOControl)) {
            fault("must be on one line, with no space around it");
        }
        return text;
    }

    /** The same text in both languages; English may be twice as long. */
    Words words(int mostZh) {
        only("zh", "en");
        return new Words(at("zh").text(mostZh), at("en").text(2 * mostZh + mostZh / 2));
    }

    int number(int least, int most) {
        if (node == null || !node.isIntegralNumber() || !node.canConvertToInt()) {
            fault("must be a whole number");
            return least;
        }
        int number = node.intValue();
        if (number < least || number > most) {
            fault("must be from " + least + " to " + most + ", is " + number);
        }
        return number;
    }

    boolean yes() {
        if (missing()) {
            return false;
        }
        if (node == null || !node.isBoolean()) {
            fault("must be true or false");
            return false;
        }
        return node.booleanValue();
    }

    /** The list's items, of which there must be so many. */
    List<Field> items(int least, int most) {
        if (node == null || !node.isArray()) {
            fault("must be a list");
            return List.of();
        }
        if (node.size() < least || node.size() > most) {
            fault("must have from " + least + " to " + most + " items, has " + node.size());
        }
        List<Field> items = new ArrayList<>();
        for (int i = 0; i < Math.min(node.size(), most); i++) {
            items.add(new Field(file, path + "[" + i + "]", node.get(i), faults));
        }
        return items;
    }

    /** One of these words in lower case, with hyphens between. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        E[] all = type.getEnumConstants();
        String text = node != null && node.isString() ? node.stringValue() : "";
        for (E one : all) {
            if (slug(one).equals(text)) {
                return one;
            }
        }
        fault("must be one of " + Arrays.stream(all).map(Field::slug).toList());
        return all[0];
    }

    private static String slug(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
