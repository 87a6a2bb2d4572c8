package org.jiaxue.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Finds out from where a request comes. A signed-in guardian's browser is given a random number of
 * its own by the pages where something is learned, and by nothing else: neither visitors nor
 * programs get one.
 */
@Component
public class SenderFinder {

    /** The cookie that tells devices apart: 128 random bits that say nothing of anybody. */
    public static final String DEVICE_COOKIE = "device";

    private static final Duration KEPT = Duration.ofDays(365);
    private static final int BYTES = 16;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final String API = "/api/";

    private final Settings settings;

    SenderFinder(Settings settings) {
        this.settings = settings;
    }

    /** The sender; a page's answer gives the browser a number where it has none yet. */
    public Sender of(HttpServletRequest request, HttpServletResponse response) {
        return new Sender(device(request, response), Sender.networkOf(request.getRemoteAddr()));
    }

    private @Nullable String device(HttpServletRequest request, HttpServletResponse response) {
        @Nullable String bearer = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (bearer != null) {
            return "token " + bearer;
        }
        @Nullable Cookie cookie = WebUtils.getCookie(request, DEVICE_COOKIE);
        if (cookie != null
                && cookie.getValue() != null
                && NUMBER.matcher(cookie.getValue()).matches()) {
            return cookie.getValue();
        }
        boolean guardian = FrameFinder.viewer(request).guardian().isPresent();
        return guardian && !request.getRequestURI().startsWith(API) ? number(response) : null;
    }

    private String number(HttpServletResponse response) {
        String number = Ids.token(BYTES);
        ResponseCookie cookie =
                ResponseCookie.from(DEVICE_COOKIE, number)
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .secure(settings.secure())
                        .sameSite("Lax")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return number;
    }
}
