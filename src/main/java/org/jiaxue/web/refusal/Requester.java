package org.jiaxue.web.refusal;

import jakarta.servlet.http.HttpServletRequest;
import org.jiaxue.web.ViewerFinder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/** What a request tells of who sent it, a program or a person's browser, before anyone is found. */
public final class Requester {

    /** What every path of the API begins with. */
    public static final String API = "/api/";

    private static final String BEARER = "Bearer ";

    private Requester() {}

    /**
     * Whether it asks for the API: by the path that the server serves, decoded and without
     * parameters, and never by the letters that were sent.
     */
    public static boolean asksApi(HttpServletRequest request) {
        @Nullable String served = request.getServletPath();
        if (served == null || served.isEmpty()) {
            // The server refused the request before it knew what it would serve.
            served = request.getRequestURI();
        }
        return served != null && served.startsWith(API);
    }

    /** Programs ask under /api, or say that they want JSON or a credential and not HTML. */
    public static boolean wantsJson(HttpServletRequest request) {
        if (asksApi(request)) {
            return true;
        }
        @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && (accept.contains("json") || accept.contains("application/vc"))
                && !accept.contains("html");
    }

    /** Whether it shows a bearer token, which no browser sends on its own. */
    public static boolean showsToken(HttpServletRequest request) {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    /** Whether it carries a session's cookie, which browsers send with every request. */
    public static boolean hasSession(HttpServletRequest request) {
        return WebUtils.getCookie(request, ViewerFinder.SESSION_COOKIE) != null;
    }
}
