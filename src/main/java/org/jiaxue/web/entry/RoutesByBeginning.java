package org.jiaxue.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks for a request's route among those that begin as its path does. Spring asks all routes that
 * have a placeholder, one after the other, for their method and pattern; with some hundreds of them
 * that was a third of what a small request cost. How a route is matched, and what is said where
 * none is, stays Spring's: each beginning has a mapping of its own, with the few that it can be.
 */
final class RoutesByBeginning extends RequestMappingHandlerMapping {

    /** So many segments of a path, such as {@code /api/v1/playbacks}, tell routes apart. */
    private static final int SEGMENTS = 3;

    private final Map<String, Few> byBeginning = new HashMap<>();

    private record Route(RequestMappingInfo info, HandlerMethod method, Set<String> beginnings) {}

    /** The routes that a path with one beginning may lead to. */
    private static final class Few extends RequestMappingHandlerMapping {

        @Nullable HandlerMethod find(String path, HttpServletRequest request) throws Exception {
            return lookupHandlerMethod(path, request);
        }
    }

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        List<Route> routes = new ArrayList<>();
        getHandlerMethods()
                .forEach(
                        (route, method) -> routes.add(new Route(route, method, beginnings(route))));
        Set<String> all = new TreeSet<>(Set.of(""));
        routes.forEach(route -> all.addAll(route.beginnings()));
        all.forEach(beginning -> byBeginning.put(beginning, few(beginning, routes)));
    }

    private Few few(String beginning, List<Route> routes) {
        Few few = new Few();
        few.setApplicationContext(obtainApplicationContext());
        few.setPatternParser(getPatternParser());
        routes.stream()
                .filter(it -> it.beginnings().stream().anyMatch(own -> within(own, beginning)))
                .forEach(it ->
                        few.registerMapping(
                                it.info(), it.method().getBean(), it.method().getMethod()));
        return few;
    }

    /** Whether it is this one or a shorter one that it begins with. */
    private static boolean within(String shorter, String beginning) {
        return beginning.equals(shorter) || beginning.startsWith(shorter + "/");
    }

    /** A path with an escape or a parameter is looked for among all, as it is not what it reads. */
    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
            throws Exception {
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return super.lookupHandlerMethod(path, request);
        }
        for (int end = end(path); end > 0; end = path.lastIndexOf('/', end - 1)) {
            Few few = byBeginning.get(path.substring(0, end));
            if (few != null) {
                return few.find(path, request);
            }
        }
        return Objects.requireNonNull(byBeginning.get("")).find(path, request);
    }

    /** What stands before the first segment with a placeholder, of each pattern. */
    private static Set<String> beginnings(RequestMappingInfo route) {
        return route.getPatternValues().stream()
                .map(pattern -> {
                    String plain = pattern.split("[{*?]", 2)[0];
                    int whole =
                            plain.length() == pattern.length()
                                    ? plain.length()
                                    : plain.lastIndexOf('/');
                    return plain.substring(0, Math.min(whole, end(plain)));
                })
                .collect(Collectors.toSet());
    }

    /** Where a path's first segments end. */
    private static int end(String path) {
        int end = 0;
        for (int segment = 0; segment < SEGMENTS && end >= 0; segment++) {
            end = path.indexOf('/', end + 1);
        }
        return end < 0 ? path.length() : end;
    }
}
