package org.jiaxue.catalogue.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jiaxue.catalogue.media.MediaStorage.StoredMedia;
import org.jiaxue.web.Audience;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Hands out the files of lessons: whole or in ranges, kept by browsers for a year because an
 * address never changes what lies under it.
 */
@Controller
class MediaFiles {

    private static final String KEEP = "public, max-age=31536000, immutable";
    private static final String BOUNDARY = "jiaxue-part-7c1d9e52a0";

    private final MediaStorage storage;

    MediaFiles(MediaStorage storage) {
        this.storage = storage;
    }

    @RequestMapping(
            path = "/media/{sha256}/{name}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    @OpenTo(Audience.ANYONE)
    void file(
            @PathVariable String sha256,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        StoredMedia media =
                storage.find(sha256, name)
                        .orElseThrow(
                                () -> new Refusal(Problem.notFound("catalogue.problem.no-media")));
        response.setHeader(HttpHeaders.ETAG, media.etag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEEP);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (known(request.getHeader(HttpHeaders.IF_NONE_MATCH), media.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        Optional<List<Span>> spans = spans(request, media);
        if (spans.isEmpty()) {
            whole(media, request, response);
        } else if (spans.get().isEmpty()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + media.size());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        } else if (spans.get().size() == 1) {
            one(media, spans.get().getFirst(), response);
        } else {
            several(media, spans.get(), response);
        }
    }

    /** Whether the client holds this very content already. */
    private static boolean known(@Nullable String header, String etag) {
        if (header == null) {
            return false;
        }
        for (String candidate : header.split(",")) {
            String tag = candidate.strip();
            if ("*".equals(tag) || etag.equals(tag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }

    /** Ranges are for GET alone; an If-Range that names another content asks for the whole. */
    private static Optional<List<Span>> spans(HttpServletRequest request, StoredMedia media) {
        @Nullable String range = request.getHeader(HttpHeaders.RANGE);
        @Nullable String condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (range == null
                || !"GET".equals(request.getMethod())
                || (condition != null && !media.etag().equals(condition.strip()))) {
            return Optional.empty();
        }
        return Span.of(range, media.size());
    }

    private static void whole(
            StoredMedia media, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(media.type());
        response.setContentLengthLong(media.size());
        if ("GET".equals(request.getMethod())) {
            copy(media, new Span(0, media.size() - 1), response.getOutputStream());
        }
    }

    private static void one(StoredMedia media, Span span, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setContentType(media.type());
        response.setHeader(HttpHeaders.CONTENT_RANGE, contentRange(span, media));
        response.setContentLengthLong(span.length());
        copy(media, span, response.getOutputStream());
    }

    private static void several(StoredMedia media, List<Span> spans, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setContentType("multipart/byteranges; boundary=" + BOUNDARY);
        OutputStream out = response.getOutputStream();
        for (Span span : spans) {
            String head =
                    "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
                            .formatted(BOUNDARY, media.type(), contentRange(span, media));
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            copy(media, span, out);
        }
        out.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String contentRange(Span span, StoredMedia media) {
        return "bytes " + span.first() + "-" + span.last() + "/" + media.size();
    }

    private static void copy(StoredMedia media, Span span, OutputStream out) throws IOException {
        try (InputStream in = media.open(span.first(), span.length())) {
            in.transferTo(out);
        }
    }
}
