package org.jiaxue.web.entry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jiaxue.web.Quick;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.ViewerFinder;
import org.jiaxue.web.refusal.ProblemAnswer;
import org.jiaxue.web.refusal.Requester;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What a request on the quick road comes by: the very parts that decide on the ordinary one. The
 * headers and the token of a session's page as {@link SecurityConfiguration} has them, the viewer,
 * {@link AudienceInterceptor}, the handler's method, {@link ProblemAnswer} for what is refused, and
 * the measure of requests.
 */
@Component
@Lazy
class QuickCrossing {

    private static final String MEASURE = "http.server.requests";
    private static final String NONE = "none";

    /** What requests are told apart by where they are measured. */
    private record Told(String pattern, int status) {}

    private final List<QuickRoute> routes;
    private final Filter headers;
    private final Filter forms;
    private final ViewerFinder viewers;
    private final AudienceInterceptor audience;
    private final ProblemAnswer refusals;
    private final MeterRegistry meters;
    private final Map<Told, Timer> timers = new ConcurrentHashMap<>();

    QuickCrossing(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            QuickRoute.Sources sources,
            @Qualifier("pages") SecurityFilterChain pages,
            ObjectProvider<ViewerFinder> viewers,
            AudienceInterceptor audience,
            ProblemAnswer refusals,
            MeterRegistry meters) {
        this.routes =
                mapping.getHandlerMethods().entrySet().stream()
                        .filter(it -> it.getValue().hasMethodAnnotation(Quick.class))
                        .map(it -> new QuickRoute(pattern(it.getKey()), it.getValue(), sources))
                        .toList();
        this.headers = part(pages, HeaderWriterFilter.class);
        this.forms = part(pages, CsrfFilter.class);
        this.viewers = viewers.getIfAvailable(() -> _ -> new Viewer.Visitor());
        this.audience = audience;
        this.refusals = refusals;
        this.meters = meters;
    }

    private static String pattern(RequestMappingInfo route) {
        return String.join(",", route.getPatternValues());
    }

    private static Filter part(SecurityFilterChain chain, Class<? extends Filter> type) {
        return chain.getFilters().stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The chain has no " + type));
    }

    /** The route that a path leads to, if it is one of these. */
    Optional<QuickRoute> route(String path) {
        return routes.stream().filter(it -> it.leads(path)).findFirst();
    }

    /** Answers a request, whatever comes of it. */
    void cross(QuickRoute route, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        long began = System.nanoTime();
        FilterChain end =
                (asked, answered) ->
                        serve(route, (HttpServletRequest) asked, (HttpServletResponse) answered);
        // A token is shown by no browser on its own, so it needs no form's token beside it.
        FilterChain next =
                Requester.showsToken(request)
                        ? end
                        : (asked, answered) -> forms.doFilter(asked, answered, end);
        try {
            headers.doFilter(request, response, next);
        } finally {
            timers.computeIfAbsent(new Told(route.pattern(), response.getStatus()), this::timer)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private void serve(QuickRoute route, HttpServletRequest request, HttpServletResponse response) {
        try {
            request.setAttribute(Viewer.class.getName(), viewers.find(request));
            if (audience.preHandle(request, response, route.method())) {
                route.serve(request, response);
            }
        } catch (Exception failed) {
            refusals.send(request, response, failed);
        }
    }

    /** As {@code ServerHttpObservationFilter} has it for all other requests. */
    private Timer timer(Told told) {
        return Timer.builder(MEASURE)
                .tag("error", NONE)
                .tag("exception", NONE)
                .tag("method", "POST")
                .tag("outcome", Outcome.forStatus(told.status()).name())
                .tag("status", Integer.toString(told.status()))
                .tag("uri", told.pattern())
                .register(meters);
    }
}
