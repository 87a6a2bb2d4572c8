package org.jiaxue.identity.token;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.ViewerFinder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Finds who is asking: by the bearer token where one is shown, else by the session's cookie. */
@Component
public class Viewers implements ViewerFinder {

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;

    Viewers(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Viewer find(HttpServletRequest request) {
        Optional<String> bearer = bearerOf(request);
        if (bearer.isPresent()) {
            return tokens.find(bearer.get(), TokenStore.Kind.BEARER)
                    .orElseThrow(() ->
                            new Refusal(
                                    Problem.of(HttpStatus.UNAUTHORIZED, "identity.problem.token")));
        }
        return cookieOf(request)
                .flatMap(it -> tokens.find(it, TokenStore.Kind.COOKIE))
                .orElseGet(Viewer.Visitor::new);
    }

    public static Optional<String> bearerOf(HttpServletRequest request) {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.strip().equalsIgnoreCase(BEARER.strip())) {
            return Optional.of("");
        }
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    static Optional<String> cookieOf(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, Sessions.COOKIE);
        return cookie == null ? Optional.empty() : Optional.ofNullable(cookie.getValue());
    }
}
