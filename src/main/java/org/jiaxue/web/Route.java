package org.jiaxue.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

/** What a log line names of the path that was asked for. */
public final class Route {

    private static final String OWN = "/me";

    private Route() {}

    /**
     * The path; a guardian's own without the ids in it, because a child's id, for one, is to stand
     * nowhere but in the child's row.
     */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                                instanceof String pattern
                        && pattern.startsWith(OWN)
                ? pattern
                : request.getRequestURI();
    }
}
