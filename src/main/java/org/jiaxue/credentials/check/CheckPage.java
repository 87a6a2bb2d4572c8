package org.jiaxue.credentials.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiaxue.credentials.Check;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.credentials.Statement;
import org.jiaxue.credentials.sharing.Disclosure;
import org.jiaxue.credentials.sharing.Disclosure.Eyes;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.FrameFinder;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * The public check: of a credential by its address, of a copy by its text. Nobody signs in for it
 * and nobody is recorded; it names the holder to nobody but themselves and those they gave a link.
 */
@Controller
@OpenTo(Audience.ANYONE)
class CheckPage {

    /** Bytes of a copy that is brought to be checked, at most. */
    static final int MAX_COPY_BYTES = 65_536;

    private static final List<MediaType> DOCUMENT_TYPES =
            List.of(
                    PublicDocument.CREDENTIAL,
                    MediaType.parseMediaType("application/ld+json"),
                    MediaType.APPLICATION_JSON);

    private final Credentials credentials;
    private final Documents documents;
    private final Disclosure disclosure;
    private final FrameFinder frames;
    private final Times times;

    CheckPage(
            Credentials credentials,
            Documents documents,
            Disclosure disclosure,
            FrameFinder frames,
            Times times) {
        this.credentials = credentials;
        this.documents = documents;
        this.disclosure = disclosure;
        this.frames = frames;
        this.times = times;
    }

    /**
     * What the page shows.
     *
     * @param copy whether a copy was brought, and not an address opened
     * @param shown what more there is to see for these eyes
     */
    public record Seen(Check check, Instant at, boolean copy, Shown shown) {}

    /**
     * What a holder or a guest sees more than others.
     *
     * @param holder the name on it; null when it bears none or these eyes may not see it
     * @param query what keeps a link's token on the way to the document, or nothing
     * @param newest the one in force, for the holder of one that was replaced
     */
    public record Shown(
            Eyes eyes, @Nullable String holder, String query, @Nullable CredentialId newest) {

        static final Shown NOTHING = new Shown(Eyes.STRANGER, null, "", null);
    }

    /**
     * What the form shows.
     *
     * @param error the message key of what is to be mended
     */
    public record Copy(@Nullable String error) {}

    /** By Accept: the page, or the document word for word, which needs no cookie. */
    @GetMapping("/credentials/{id}")
    Object show(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(name = "share", required = false) @Nullable String token,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        PublicDocument.mark(response);
        Viewer viewer = FrameFinder.viewer(request);
        Optional<MediaType> type = documentType(accept);
        if (type.isPresent()) {
            return documents.answer(viewer, id, token, type.get());
        }
        Optional<CredentialId> known = CredentialId.read(id);
        Check check = known.map(credentials::check).orElseGet(Check.Unknown::new);
        Shown shown = known.map(one -> shown(viewer, one, check, token)).orElse(Shown.NOTHING);
        return page(frames.of(request), new Seen(check, times.now(), false, shown));
    }

    /** The name only on one that is in force: whoever had an earlier one taken back wanted that. */
    private Shown shown(Viewer viewer, CredentialId id, Check check, @Nullable String token) {
        Eyes eyes = disclosure.of(viewer, id, token);
        boolean valid = check instanceof Check.Valid;
        String holder =
                eyes.seeAll() && valid
                        ? credentials.statement(id).map(Statement::holder).orElse(null)
                        : null;
        CredentialId newest =
                eyes == Eyes.HOLDER && check instanceof Check.Replaced
                        ? credentials.newest(id).orElse(null)
                        : null;
        return new Shown(eyes, holder, eyes == Eyes.GUEST ? "?share=" + token : "", newest);
    }

    @GetMapping("/credentials/check")
    ModelAndView form(Frame frame) {
        return Html.page("credentials/check/copy", frame, "copy", new Copy(null));
    }

    @PostMapping("/credentials/check")
    ModelAndView check(
            Frame frame,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        byte[] bytes = file == null || file.isEmpty() ? text.getBytes(UTF_8) : file.getBytes();
        if (bytes.length > MAX_COPY_BYTES) {
            return again(frame, HttpStatus.CONTENT_TOO_LARGE, "credentials.copy.too-large");
        }
        Optional<String> copy = decoded(bytes);
        if (copy.isEmpty()) {
            return again(frame, HttpStatus.UNPROCESSABLE_CONTENT, "credentials.copy.no-text");
        }
        if (copy.get().isBlank()) {
            return again(frame, HttpStatus.UNPROCESSABLE_CONTENT, "credentials.copy.empty");
        }
        return page(
                frame, new Seen(credentials.check(copy.get()), times.now(), true, Shown.NOTHING));
    }

    private static ModelAndView page(Frame frame, Seen seen) {
        ModelAndView page = Html.page("credentials/check/check", frame, "seen", seen);
        if (seen.check() instanceof Check.NotKept) {
            return Html.with(HttpStatus.GONE, page);
        }
        boolean missing = seen.check() instanceof Check.Unknown && !seen.copy();
        return missing ? Html.with(HttpStatus.NOT_FOUND, page) : page;
    }

    private static ModelAndView again(Frame frame, HttpStatus status, String error) {
        return Html.with(
                status, Html.page("credentials/check/copy", frame, "copy", new Copy(error)));
    }

    /** Nothing unless the bytes are UTF-8; a mark of its byte order is passed over. */
    private static Optional<String> decoded(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /** The kind of document that is wanted, or nothing when it is the page. */
    private static Optional<MediaType> documentType(String accept) {
        List<MediaType> wanted;
        try {
            wanted = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException unreadable) {
            throw new Refusal(Problem.badRequest("web.problem.unreadable"));
        }
        MimeTypeUtils.sortBySpecificity(wanted);
        wanted.sort((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()));
        for (MediaType type : wanted) {
            if (type.includes(MediaType.TEXT_HTML)) {
                return Optional.empty();
            }
            Optional<MediaType> document =
                    DOCUMENT_TYPES.stream().filter(type::includes).findFirst();
            if (document.isPresent()) {
                return document;
            }
        }
        throw new Refusal(Problem.of(HttpStatus.NOT_ACCEPTABLE, "web.problem.media"));
    }
}
