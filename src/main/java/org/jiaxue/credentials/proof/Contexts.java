package org.jiaxue.credentials.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** The contexts that ship with the product; no other is read, and none ever over the network. */
public final class Contexts implements DocumentLoader {

    /** Verifiable Credentials Data Model 2.0. */
    public static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";

    /** Open Badges 3.0, as of its revision 3.0.3. */
    public static final String OPEN_BADGES =
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    private final Map<String, Document> documents =
            Map.of(
                    CREDENTIALS, load("credentials-v2.json"),
                    OPEN_BADGES, load("open-badges-3.0.3.json"));

    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
        Document document = documents.get(url.toString());
        if (document == null) {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "not a context that ships: " + url);
        }
        return document;
    }

    private static Document load(String file) {
        try (InputStream in = Contexts.class.getResourceAsStream("/credentials/contexts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the context " + file + " is missing");
            }
            return JsonDocument.of(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (JsonLdError broken) {
            throw new IllegalStateException("the context " + file + " is broken", broken);
        }
    }
}
