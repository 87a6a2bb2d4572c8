package org.jiaxue.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jiaxue.web.Audience;
import org.jiaxue.web.FrameFinder;
import org.jiaxue.web.Next;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.refusal.Requester;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Admits a request to a route as its {@link OpenTo} says; a route that says nothing is shut. */
@Component
public class AudienceInterceptor implements HandlerInterceptor {

    static final String SECOND_FACTOR = "/console/me/second-factor";

    /** A route's method, and the class that it was found in. */
    private record Handling(Class<?> type, Method method) {}

    /** What such a method says of it, if anything. */
    private record Told(@Nullable OpenTo open) {}

    /** To look for annotations with each request costs more than some answers. */
    private static final Map<Handling, Told> OPEN = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(handler instanceof HandlerMethod method) || !ours(method)) {
            return true;
        }
        @Nullable OpenTo open = openTo(method);
        if (open == null) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        Viewer viewer = FrameFinder.viewer(request);
        return switch (open.value()) {
            case ANYONE -> true;
            case GUARDIAN ->
                    admit(viewer instanceof Viewer.Guardian, open, viewer, request, response);
            case GUARDIAN_OR_CLIENT ->
                    admit(
                            viewer instanceof Viewer.Guardian || viewer instanceof Viewer.Client,
                            open,
                            viewer,
                            request,
                            response);
            case STAFF -> admit(viewer instanceof Viewer.Staff, open, viewer, request, response);
        };
    }

    private static boolean ours(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.jiaxue");
    }

    public static @Nullable OpenTo openTo(HandlerMethod method) {
        Handling handling = new Handling(method.getBeanType(), method.getMethod());
        return OPEN.computeIfAbsent(handling, _ -> new Told(told(method))).open();
    }

    private static @Nullable OpenTo told(HandlerMethod method) {
        @Nullable OpenTo own = method.getMethodAnnotation(OpenTo.class);
        return own == null
                ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), OpenTo.class)
                : own;
    }

    private static boolean admit(
            boolean fits,
            OpenTo open,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        if (fits) {
            Viewer.Scope needed =
                    viewer instanceof Viewer.Client ? Viewer.Scope.RELAY : open.scope();
            if (!scopesOf(viewer).contains(needed)) {
                if (viewer instanceof Viewer.Staff staff && staff.unproven()) {
                    return toSecondFactor(request, response);
                }
                throw new Refusal(Problem.forbidden("web.problem.token-scope", needed));
            }
            return true;
        }
        if (viewer.signedIn()) {
            throw new Refusal(
                    Problem.forbidden(
                            open.value() == Audience.STAFF
                                    ? "web.problem.staff-only"
                                    : "web.problem.guardians-only"));
        }
        if (Requester.wantsJson(request)) {
            throw new Refusal(Problem.of(HttpStatus.UNAUTHORIZED, "web.problem.sign-in-first"));
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", signIn(open, request));
        return false;
    }

    /** One who has yet to set up a second factor is led there and nowhere else. */
    private static boolean toSecondFactor(
            HttpServletRequest request, HttpServletResponse response) {
        if (Requester.wantsJson(request) || Requester.showsToken(request)) {
            throw new Refusal(Problem.forbidden("web.problem.second-factor-first"));
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", SECOND_FACTOR);
        return false;
    }

    private static Set<Viewer.Scope> scopesOf(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Visitor _ -> Set.of();
            case Viewer.Guardian guardian -> guardian.scopes();
            case Viewer.Staff staff -> staff.scopes();
            case Viewer.Client client -> client.scopes();
        };
    }

    private static String signIn(OpenTo open, HttpServletRequest request) {
        String door = open.value() == Audience.STAFF ? "/console/sign-in" : "/sign-in";
        if (!"GET".equals(request.getMethod())) {
            return door;
        }
        @Nullable String query = request.getQueryString();
        String next = request.getRequestURI() + (query == null ? "" : "?" + query);
        return door + "?next=" + Next.encoded(next);
    }

    /** Puts the interceptor before every handler. */
    @Configuration(proxyBeanMethods = false)
    record BeforeHandlers(AudienceInterceptor audience) implements WebMvcConfigurer {

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(audience);
        }
    }
}
