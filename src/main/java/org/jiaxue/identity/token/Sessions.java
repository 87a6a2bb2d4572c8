package org.jiaxue.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jiaxue.identity.Issued;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.ViewerFinder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Begins and ends a browser's session. */
@Component
public class Sessions {

    static final String COOKIE = ViewerFinder.SESSION_COOKIE;

    private final Tokens tokens;
    private final Settings settings;

    Sessions(Tokens tokens, Settings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /** Begins a session of its own; one that the browser had before ends. */
    public void begin(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        Viewers.cookieOf(request).ifPresent(tokens::remove);
        set(response, COOKIE, tokens.session(viewer).token(), "/", Tokens.most(viewer));
    }

    /**
     * Begins a session in the place of one that ended, and no fresher than that one was: it shows
     * nothing about who sits there that the other had not shown.
     *
     * @param beganAt when the other began, as {@link #beganAt} told
     */
    public void carryOn(Viewer viewer, Instant beganAt, HttpServletResponse response) {
        Issued issued = tokens.session(viewer, beganAt);
        set(response, COOKIE, issued.token(), "/", Tokens.most(viewer));
    }

    /** When this browser's session began; empty without one, and where a bearer token is shown. */
    public Optional<Instant> beganAt(HttpServletRequest request) {
        return Viewers.bearerOf(request).isPresent()
                ? Optional.empty()
                : Viewers.cookieOf(request)
                        .flatMap(it -> tokens.issuedAt(it, TokenStore.Kind.COOKIE));
    }

    public void end(HttpServletRequest request, HttpServletResponse response) {
        Viewers.cookieOf(request).ifPresent(tokens::remove);
        set(response, COOKIE, "", "/", Duration.ZERO);
    }

    /** Sets a cookie that scripts cannot read and other sites' forms do not send. */
    public void set(
            HttpServletResponse response,
            String name,
            String value,
            String path,
            Duration lifetime) {
        ResponseCookie cookie =
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(settings.secure())
                        .path(path)
                        .maxAge(lifetime)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
