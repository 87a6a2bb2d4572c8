package org.jiaxue.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.TextsFinder;
import org.jiaxue.web.frame.FrameArguments;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A route by its pattern, its method, and what the method asks for. */
final class QuickRoute {

    private static final int ID = "00000000-0000-0000-0000-000000000000".length();

    /** Where a handler method's arguments come from. */
    @Component
    @Lazy
    record Sources(JsonMapper json, FrameArguments frame, TextsFinder texts) {}

    /** Gives a method one of its arguments. */
    private interface Argument {
        Object of(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private final String pattern;
    private final String before;
    private final String after;
    private final HandlerMethod method;
    private final List<Argument> arguments;
    private final Sources sources;

    /**
     * A route with one placeholder.
     *
     * @throws IllegalStateException where the pattern or a parameter is none that can be served so
     */
    QuickRoute(String pattern, HandlerMethod method, Sources sources) {
        int from = pattern.indexOf('{');
        int to = pattern.indexOf('}');
        if (from < 0 || pattern.indexOf('{', to) >= 0 || pattern.contains("*")) {
            throw new IllegalStateException("Not one id in the path " + pattern);
        }
        this.pattern = pattern;
        this.before = pattern.substring(0, from);
        this.after = pattern.substring(to + 1);
        this.method = method.createWithResolvedBean();
        this.sources = sources;
        this.arguments = Arrays.stream(method.getMethodParameters()).map(this::argument).toList();
    }

    String pattern() {
        return pattern;
    }

    HandlerMethod method() {
        return method;
    }

    /** Whether this is the path with an id of the usual length and letters in it. */
    boolean leads(String path) {
        int end = before.length() + ID;
        return path.length() == end + after.length()
                && path.startsWith(before)
                && path.endsWith(after)
                && ofAnId(path, end);
    }

    private boolean ofAnId(String path, int end) {
        for (int place = before.length(); place < end; place++) {
            if (!ofAnId(path.charAt(place))) {
                return false;
            }
        }
        return true;
    }

    private static boolean ofAnId(char letter) {
        return (letter >= '0' && letter <= '9')
                || (letter >= 'a' && letter <= 'f')
                || letter == '-';
    }

    /** Calls the method and writes what it returns; what it throws is for the caller to answer. */
    void serve(HttpServletRequest request, HttpServletResponse response) throws Exception {
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
        Object[] given = new Object[arguments.size()];
        for (int place = 0; place < given.length; place++) {
            given[place] = arguments.get(place).of(request, response);
        }
        byte[] answer = sources.json().writeValueAsBytes(called(given));
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, sources.texts().of(request).tag());
        response.setHeader(HttpHeaders.VARY, TextsFinder.VARY);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }

    private Object called(Object[] given) throws Exception {
        try {
            return method.getMethod().invoke(method.getBean(), given);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw thrown;
        }
    }

    private Argument argument(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (type == String.class) {
            return (request, _) -> id(request.getRequestURI());
        }
        if (type == JsonNode.class) {
            return (request, _) -> body(request);
        }
        if (type != Frame.class && sources.frame().supportsParameter(parameter)) {
            return (request, response) -> sources.frame().of(type, request, response);
        }
        throw new IllegalStateException("Not served so: " + parameter);
    }

    private String id(String path) {
        return path.substring(before.length(), before.length() + ID);
    }

    private JsonNode body(HttpServletRequest request) throws IOException {
        try {
            return sources.json()
                    .readTree(request.getInputStream().readNBytes(request.getContentLength()));
        } catch (JacksonException unreadable) {
            throw new Refusal(Problem.badRequest("web.problem.unreadable"));
        }
    }
}
