package org.jiaxue.web.refusal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.web.Frame;
import org.jiaxue.web.FrameFinder;
import org.jiaxue.web.Next;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Route;
import org.jiaxue.web.TextsFinder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns every refusal into a sentence: a page for people, problem details (RFC 9457) for programs,
 * and one line in the log without personal data.
 */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** What is said to a program in the place of what is said to somebody before a page. */
    private static final Map<String, String> FOR_PROGRAMS =
            Map.of(
                    "web.problem.no-such-page", "web.problem.no-such-operation",
                    "web.problem.guardians-only", "web.problem.guardian-token",
                    "web.problem.staff-only", "web.problem.staff-token",
                    "web.problem.not-yours", "web.problem.outside",
                    "web.problem.form-too-old", "web.problem.csrf-header");

    private final FrameFinder frames;

    ProblemAdvice(FrameFinder frames) {
        this.frames = frames;
    }

    @ExceptionHandler(Refusal.class)
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        return answer(refusal.problem(), request, response);
    }

    /** A body that cannot be read, a parameter of the wrong type, an unknown path or method. */
    @ExceptionHandler(Exception.class)
    @Nullable Object failed(
            Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (Faults.gone(failure)) {
            LOG.info("client gone path={}", Route.of(request));
            return null;
        }
        Optional<Problem> known = Faults.known(failure);
        if (known.isPresent()) {
            return answer(known.get(), request, response);
        }
        LOG.error("failed path={}", Route.of(request), failure);
        return answer(
                Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "web.problem.ours"),
                request,
                response);
    }

    private Object answer(Problem found, HttpServletRequest request, HttpServletResponse response) {
        Problem problem =
                Requester.wantsJson(request)
                        ? found.as(FOR_PROGRAMS.getOrDefault(found.key(), found.key()))
                        : found;
        if (problem.more().get(Problem.RETRY_AFTER) instanceof Number seconds) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            challenge(request)
                    .ifPresent(it -> response.setHeader(HttpHeaders.WWW_AUTHENTICATE, it));
        }
        LOG.info(
                "refused code={} status={} method={} path={}",
                problem.code(),
                problem.status().value(),
                request.getMethod(),
                Route.of(request));
        Frame frame = frames.of(request);
        if (Requester.wantsJson(request)) {
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .header(HttpHeaders.CONTENT_LANGUAGE, frame.texts().tag())
                    .header(HttpHeaders.VARY, TextsFinder.VARY)
                    .body(detail(problem, frame, request));
        }
        ModelAndView page = new ModelAndView("web/refusal/problem");
        page.addAllObjects(
                Map.of(
                        "frame",
                        frame,
                        "problem",
                        problem,
                        "again",
                        again(problem, request, frame)));
        page.setStatus(problem.status());
        return page;
    }

    /** The page that was asked for in vain and may be there in a moment; empty for all else. */
    private static String again(Problem problem, HttpServletRequest request, Frame frame) {
        boolean passing = problem.status() == HttpStatus.SERVICE_UNAVAILABLE;
        boolean asked = HttpMethod.GET.matches(request.getMethod());
        boolean arrived = request.getDispatcherType() != DispatcherType.ERROR;
        return passing && asked && arrived ? Next.local(frame.path(), "") : "";
    }

    private static ProblemDetail detail(Problem problem, Frame frame, HttpServletRequest request) {
        ProblemDetail detail = problem.detail(frame.texts());
        detail.setInstance(URI.create(request.getRequestURI()));
        return detail;
    }

    /**
     * What a program may show (RFC 6750, section 3): said where a token was sent in vain, and where
     * a program sent nothing at all. A request of a signed-in page is never asked for a token.
     */
    private static Optional<String> challenge(HttpServletRequest request) {
        if (Requester.showsToken(request)) {
            return Optional.of("Bearer error=\"invalid_token\"");
        }
        boolean program = Requester.wantsJson(request) && !Requester.hasSession(request);
        return program ? Optional.of("Bearer") : Optional.empty();
    }
}
