package org.jiaxue.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.web.Words;

/**
 * A name that conditions may use. Its value is one text, number or flag.
 *
 * @param name as it is written, for instance {@code content.stage}
 * @param words what it is called in a sentence
 * @param domain what its values are called, in order; of a text with a domain no others exist
 * @param least of a number, included
 * @param most of a number, included
 */
public record Name(
        String name, Kind kind, Words words, Map<String, Words> domain, long least, long most) {

    /** What values there are. */
    enum Kind {
        TEXT(SimpleType.STRING),
        DAY(SimpleType.STRING),
        NUMBER(SimpleType.INT),
        FLAG(SimpleType.BOOL);

        final CelType type;

        Kind(CelType type) {
            this.type = type;
        }
    }

    public Name {
        domain = Collections.unmodifiableMap(new LinkedHashMap<>(domain));
    }

    /** A text; with a domain, one of its keys. */
    public static Name text(String name, Words words, Map<String, Words> domain) {
        return new Name(name, Kind.TEXT, words, domain, 0, 0);
    }

    /** A day as a text such as 2026-09-01, so that days compare as texts do. */
    public static Name day(String name, Words words) {
        return new Name(name, Kind.DAY, words, Map.of(), 0, 0);
    }

    /** A whole number within bounds, both included. */
    public static Name number(String name, Words words, long least, long most) {
        return new Name(name, Kind.NUMBER, words, Map.of(), least, most);
    }

    /** A whole number whose values have names, for instance days of the week. */
    public static Name number(String name, Words words, List<Words> fromOne) {
        Map<String, Words> domain = new LinkedHashMap<>();
        for (Words value : fromOne) {
            domain.put(Integer.toString(domain.size() + 1), value);
        }
        return new Name(name, Kind.NUMBER, words, domain, 1, fromOne.size());
    }

    /** Yes or no. */
    public static Name flag(String name, Words words) {
        return new Name(name, Kind.FLAG, words, Map.of(), 0, 0);
    }

    boolean closed() {
        return kind == Kind.TEXT && !domain.isEmpty();
    }

    static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException notADay) {
            return false;
        }
    }
}
