package org.jiaxue.credentials.check;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jiaxue.credentials.Check;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.credentials.Statement;
import org.jiaxue.credentials.paper.Paper;
import org.jiaxue.credentials.sharing.Disclosure;
import org.jiaxue.web.Audience;
import org.jiaxue.web.FrameFinder;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A certificate's own files. One that bears a name is given to its holder and to those with a link;
 * the signed document of one that bears none names nobody and is given to anyone.
 */
@Controller
@OpenTo(Audience.ANYONE)
class Documents {

    private static final String PRIVATELY = "private, no-store";

    private final Credentials credentials;
    private final Disclosure disclosure;
    private final Paper paper;

    Documents(Credentials credentials, Disclosure disclosure, Paper paper) {
        this.credentials = credentials;
        this.disclosure = disclosure;
        this.paper = paper;
    }

    /** The sheet of one that is in force, for its holder and those with a link. */
    @GetMapping("/credentials/{id}.pdf")
    ResponseEntity<byte[]> pdf(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(name = "share", required = false) @Nullable String token) {
        PublicDocument.mark(response);
        CredentialId known = CredentialId.read(id).orElseThrow(Documents::unknown);
        Statement statement = credentials.statement(known).orElseThrow(Documents::unknown);
        Viewer viewer = FrameFinder.viewer(request);
        if (!disclosure.of(viewer, known, token).seeAll()) {
            throw new Refusal(Problem.forbidden("credentials.problem.holder-only"));
        }
        switch (credentials.check(known)) {
            case Check.Valid _ -> {}
            case Check.Replaced _ ->
                    throw new Refusal(Problem.conflict("credentials.problem.replaced"));
            case Check.Revoked _ ->
                    throw new Refusal(Problem.conflict("credentials.problem.withdrawn"));
            case Check.Altered _, Check.NotKept _, Check.Unknown _ ->
                    throw new Refusal(Problem.conflict("credentials.problem.touched"));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, PRIVATELY)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + known + ".pdf\"")
                .body(paper.pdf(statement));
    }

    /** The signed document, word for word. */
    ResponseEntity<byte[]> answer(
            Viewer viewer, String id, @Nullable String token, MediaType type) {
        Optional<CredentialId> known = CredentialId.read(id);
        Statement statement = known.flatMap(credentials::statement).orElseThrow(Documents::unknown);
        if (statement.holder() == null) {
            return PublicDocument.answer(statement.document(), type, "no-cache");
        }
        if (!disclosure.of(viewer, known.orElseThrow(), token).seeAll()) {
            throw new Refusal(Problem.forbidden("credentials.problem.holder-only"));
        }
        return PublicDocument.answer(statement.document(), type, PRIVATELY);
    }

    private static Refusal unknown() {
        return new Refusal(Problem.notFound("credentials.problem.unknown"));
    }
}
