package org.jiaxue.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells what programs ask for from what people do: by the path that the server serves, decoded and
 * without parameters, and never by the letters that were sent.
 */
final class ApiPath {

    /** What every path of the API begins with. */
    static final String PREFIX = "/api/";

    private ApiPath() {}

    static boolean of(HttpServletRequest request) {
        @Nullable String served = request.getServletPath();
        if (served == null || served.isEmpty()) {
            // The server refused the request before it knew what it would serve.
            served = request.getRequestURI();
        }
        return served != null && served.startsWith(PREFIX);
    }
}
