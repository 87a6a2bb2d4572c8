package org.jiaxue.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A refusal that says what was wrong and what to do.
 *
 * @param status the HTTP status
 * @param key the message's key; also the problem's code for programs
 * @param args the message's arguments
 * @param more further members of the problem details, by name
 */
public record Problem(HttpStatus status, String key, List<Object> args, Map<String, Object> more) {

    /** The member that says after how many seconds to come back. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    public static Problem of(HttpStatus status, String key, Object... args) {
        return new Problem(status, key, List.of(args), Map.of());
    }

    public static Problem badRequest(String key, Object... args) {
        return of(HttpStatus.BAD_REQUEST, key, args);
    }

    public static Problem forbidden(String key, Object... args) {
        return of(HttpStatus.FORBIDDEN, key, args);
    }

    public static Problem notFound(String key, Object... args) {
        return of(HttpStatus.NOT_FOUND, key, args);
    }

    public static Problem conflict(String key, Object... args) {
        return of(HttpStatus.CONFLICT, key, args);
    }

    /** Well-formed but not acceptable (422). */
    public static Problem unprocessable(String key, Object... args) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, key, args);
    }

    /** The same in other words, under another key. */
    public Problem as(String other) {
        return new Problem(status, other, args, more);
    }

    /** The same, to be tried again after this time; goes into {@code Retry-After}. */
    public Problem retryAfter(Duration wait) {
        return new Problem(status, key, args, Map.of(RETRY_AFTER, Math.max(1, wait.toSeconds())));
    }

    /**
     * Its problem details (RFC 9457) in the reader's language: type, title, status, detail and
     * code, and what more it says. For an item of a list; an answer of its own also names its
     * instance.
     */
    public ProblemDetail detail(Texts texts) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setType(URI.create("/api#" + code()));
        detail.setTitle(texts.say("web.status." + status.value() / 100 + "xx"));
        detail.setDetail(texts.say(this));
        detail.setProperty("code", code());
        more.forEach(detail::setProperty);
        return detail;
    }

    /** The program's name for this problem, for instance {@code learning.span-outside}. */
    public String code() {
        return key;
    }
}
