package org.jiaxue.credentials.check;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.web.Audience;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The issuer's DID document and its status lists, as verifiers everywhere ask for them. */
@RestController
@OpenTo(Audience.ANYONE)
class IssuerApi {

    /** A revocation is seen by those who keep a copy at most so many seconds later. */
    private static final String STATUS_CACHING = "public, max-age=60, must-revalidate";

    private static final String DID_CACHING = "public, max-age=3600";

    private final Credentials credentials;

    IssuerApi(Credentials credentials) {
        this.credentials = credentials;
    }

    @GetMapping("/.well-known/did.json")
    ResponseEntity<byte[]> did(HttpServletResponse response) {
        PublicDocument.mark(response);
        return PublicDocument.answer(
                credentials.didDocument(), MediaType.APPLICATION_JSON, DID_CACHING);
    }

    @GetMapping("/status/{list}")
    ResponseEntity<byte[]> status(HttpServletResponse response, @PathVariable String list) {
        PublicDocument.mark(response);
        return number(list)
                .flatMap(credentials::statusList)
                .map(document ->
                        PublicDocument.answer(document, PublicDocument.CREDENTIAL, STATUS_CACHING))
                .orElseThrow(
                        () -> new Refusal(Problem.notFound("credentials.problem.no-such-list")));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,8}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }
}
