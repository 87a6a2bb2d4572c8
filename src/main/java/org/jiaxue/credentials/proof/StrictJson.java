package org.jiaxue.credentials.proof;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The narrow JSON that is signed here: objects, arrays of objects or strings, strings, and one
 * boolean. What JSON-LD reads in two ways or passes over (keywords inside, prefixes, nulls, empty
 * things, repeated members, numbers) is refused, so that whatever stands in a document is under its
 * signature.
 */
public final class StrictJson {

    /** Bounds of a document: characters of its text and levels of nesting. */
    public static final int MAX_CHARACTERS = 262_144;

    private static final int MAX_DEPTH = 12;

    /** Small first letters: Open Badges' context knows {@code Criteria} for {@code criteria}. */
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9_]{0,63}");

    /** The one member that is a boolean (Open Badges 3.0, IdentityObject), and never a string. */
    private static final String FLAG = "/hashed";

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxStringLength(MAX_CHARACTERS)
                                                    .maxDocumentLength(MAX_CHARACTERS)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private StrictJson() {}

    /**
     * The object that the text is, or nothing when it is no JSON object or one read in two ways.
     */
    public static Optional<ObjectNode> read(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** One line, no white space outside strings, characters as they are and not escaped. */
    public static String write(JsonNode document) {
        return MAPPER.writeValueAsString(document);
    }

    /** What keeps a document from being signed as a whole, as a path; nothing when all is well. */
    static Optional<String> flaw(ObjectNode document) {
        ObjectNode rest = document.deepCopy();
        JsonNode context = rest.remove("@context");
        if (!(context instanceof ArrayNode)) {
            return Optional.of("@context");
        }
        return flaw(rest, "");
    }

    private static Optional<String> flaw(JsonNode node, String path) {
        return switch (node) {
            case ObjectNode object -> flawInObject(object, path);
            case ArrayNode array -> flawInArray(array, path);
            default -> flawInValue(node, path);
        };
    }

    private static Optional<String> flawInObject(ObjectNode object, String path) {
        if (object.isEmpty()) {
            return Optional.of(path);
        }
        for (var member : object.properties()) {
            String inner = path + "/" + member.getKey();
            if (!KEY.matcher(member.getKey()).matches()) {
                return Optional.of(inner);
            }
            Optional<String> flaw = flaw(member.getValue(), inner);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> flawInArray(ArrayNode array, String path) {
        Set<JsonNode> seen = new HashSet<>();
        for (JsonNode element : array) {
            Optional<String> flaw =
                    element.isArray() || !seen.add(element)
                            ? Optional.of(path)
                            : flaw(element, path);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return array.isEmpty() ? Optional.of(path) : Optional.empty();
    }

    private static Optional<String> flawInValue(JsonNode value, String path) {
        if (path.endsWith(FLAG)) {
            return value.isBoolean() ? Optional.empty() : Optional.of(path);
        }
        boolean sound =
                value.isString()
                        && !value.stringValue().isEmpty()
                        && wellFormed(value.stringValue())
                        && !(path.endsWith("/type") && value.stringValue().indexOf(':') >= 0);
        return sound ? Optional.empty() : Optional.of(path);
    }

    /**
     * No half of a surrogate pair (it would be hashed as a question mark), no control character.
     */
    private static boolean wellFormed(String text) {
        return text.codePoints()
                .allMatch(point ->
                        Character.getType(point) != Character.SURROGATE
                                && (point == '\n' || !Character.isISOControl(point)));
    }
}
