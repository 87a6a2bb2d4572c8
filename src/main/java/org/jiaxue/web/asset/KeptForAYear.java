package org.jiaxue.web.asset;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A file asked for under the address that carries its content's digest never changes there and is
 * kept for a year without asking again; under its plain name it is asked for anew each time.
 */
final class KeptForAYear implements HandlerInterceptor {

    private static final Pattern DIGEST = Pattern.compile(".*-[0-9a-f]{32}\\.[a-z0-9]+");

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final CacheControl ASKED_ANEW = CacheControl.noCache();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean digested = DIGEST.matcher(request.getRequestURI()).matches();
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, (digested ? KEPT : ASKED_ANEW).getHeaderValue());
        return true;
    }
}
