package org.jiaxue.identity.signin;

import java.io.IOException;
import java.io.InputStream;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small JSON object sent to the API; at most 4 KiB. */
final class Body {

    private static final int MOST_BYTES = 4 * 1024;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    static Body read(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "web.problem.too-large"));
        }
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node != null && node.isObject()) {
                return new Body(node);
            }
        } catch (JacksonException broken) {
            throw unreadable();
        }
        throw unreadable();
    }

    /** The field's text; refuses what is no text, and with this key what is absent or blank. */
    String need(String field, String missing) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new Refusal(Problem.badRequest(missing));
        }
        if (!value.isString()) {
            throw unreadable();
        }
        if (value.stringValue().isBlank()) {
            throw new Refusal(Problem.badRequest(missing));
        }
        return value.stringValue();
    }

    private static Refusal unreadable() {
        return new Refusal(Problem.badRequest("web.problem.unreadable"));
    }
}
