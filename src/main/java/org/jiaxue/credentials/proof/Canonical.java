package org.jiaxue.credentials.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * RDF Dataset Canonicalization (RDFC-1.0) of a JSON-LD document, in a mode that drops nothing: a
 * term that no context defines, a relative or ill-formed IRI or an unexpected keyword is a refusal.
 */
final class Canonical {

    /** The document holds something that would not be signed; the message says what. */
    static final class Unsigned extends Exception {
        Unsigned(String message) {
            super(message);
        }

        Unsigned(Throwable cause) {
            super(cause);
        }
    }

    private static final Pattern IRI =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[!-~&&[^<>\"{}|\\\\^`]]+");
    private static final Set<String> VALUE_KEYS = Set.of("@value", "@type");

    /** The library's own warnings would write strangers' texts into the log. */
    private static final Logger SILENCED = Logger.getLogger("com.apicatalog.jsonld");

    static {
        SILENCED.setLevel(Level.OFF);
    }

    private final Contexts contexts = new Contexts();

    /** SHA-256 of the canonical N-Quads, 32 bytes. */
    byte[] hash(ObjectNode document) throws Unsigned {
        return sha256().digest(quads(document).getBytes(UTF_8));
    }

    String quads(ObjectNode document) throws Unsigned {
        try {
            JsonDocument json = JsonDocument.of(new StringReader(StrictJson.write(document)));
            JsonArray expanded = JsonLd.expand(json).options(options()).get();
            if (expanded.size() != 1) {
                throw new Unsigned("not one node");
            }
            check(expanded.getFirst());
            RdfCanon canon = RdfCanon.create("SHA-256");
            JsonLd.toRdf(JsonDocument.of(expanded)).options(options()).provide(canon);
            StringWriter quads = new StringWriter();
            canon.provide(new NQuadsWriter(quads));
            return quads.toString();
        } catch (JsonLdError | RdfConsumerException refused) {
            throw new Unsigned(refused);
        }
    }

    private JsonLdOptions options() {
        JsonLdOptions options = new JsonLdOptions(contexts);
        options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
        return options;
    }

    private static void check(JsonValue value) throws Unsigned {
        if (value instanceof JsonArray array) {
            for (JsonValue element : array) {
                check(element);
            }
            return;
        }
        if (!(value instanceof JsonObject object)) {
            throw new Unsigned("a value without a property");
        }
        if (object.containsKey("@value")) {
            checkLiteral(object);
            return;
        }
        if (object.isEmpty()) {
            throw new Unsigned("an empty node");
        }
        for (var member : object.entrySet()) {
            switch (member.getKey()) {
                case "@id" -> checkIri(member.getValue());
                case "@type" -> {
                    for (JsonValue type : member.getValue().asJsonArray()) {
                        checkIri(type);
                    }
                }
                default -> {
                    checkIri(member.getKey());
                    check(member.getValue());
                }
            }
        }
    }

    private static void checkLiteral(JsonObject literal) throws Unsigned {
        if (!VALUE_KEYS.containsAll(literal.keySet())
                || !(literal.get("@value") instanceof JsonString || isFlag(literal))) {
            throw new Unsigned("a literal other than a string or a boolean");
        }
        if (literal.containsKey("@type")) {
            checkIri(literal.get("@type"));
        }
    }

    /** A boolean has one spelling as long as its type is told. */
    private static boolean isFlag(JsonObject literal) {
        JsonValue value = literal.getOrDefault("@value", JsonValue.NULL);
        return (value.getValueType() == ValueType.TRUE || value.getValueType() == ValueType.FALSE)
                && literal.containsKey("@type");
    }

    private static void checkIri(JsonValue value) throws Unsigned {
        if (!(value instanceof JsonString string)) {
            throw new Unsigned("an IRI that is no string");
        }
        checkIri(string.getString());
    }

    private static void checkIri(String iri) throws Unsigned {
        try {
            if (!IRI.matcher(iri).matches() || !new URI(iri).isAbsolute()) {
                throw new Unsigned("not an absolute IRI: " + iri);
            }
        } catch (URISyntaxException illFormed) {
            throw new Unsigned(illFormed);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
