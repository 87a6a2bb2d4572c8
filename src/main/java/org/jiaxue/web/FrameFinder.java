package org.jiaxue.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.WebUtils;

/** Puts together what surrounds a page, from the request. */
@Component
public class FrameFinder {

    public static final String SIZE_COOKIE = "size";
    public static final String THEME_COOKIE = "theme";

    private final TextsFinder texts;
    private final Settings settings;
    private final ObjectProvider<ResourceUrlProvider> resources;
    private final ObjectProvider<Access> access;
    private final Map<String, String> assets = new ConcurrentHashMap<>();

    FrameFinder(
            TextsFinder texts,
            Settings settings,
            ObjectProvider<ResourceUrlProvider> resources,
            ObjectProvider<Access> access) {
        this.texts = texts;
        this.settings = settings;
        this.resources = resources;
        this.access = access;
    }

    public Frame of(HttpServletRequest request) {
        Viewer viewer = viewer(request);
        return new Frame(
                texts.of(request),
                viewer,
                pathOf(request),
                csrfOf(request),
                new Frame.Taste(
                        "large".equals(cookie(request, SIZE_COOKIE, "")),
                        cookie(request, THEME_COOKIE, "system")),
                () -> viewer instanceof Viewer.Staff ? post(viewer) : Frame.Post.NONE,
                settings.demo(),
                this::asset);
    }

    private Frame.Post post(Viewer viewer) {
        Access grants = access.getObject();
        return new Frame.Post(
                Arrays.stream(Deed.values())
                        .filter(deed -> granted(grants, viewer, deed))
                        .collect(Collectors.toSet()),
                grants.post(viewer).orElse(null));
    }

    /** What is done for one school may be granted there; the rest is done for divisions. */
    private static boolean granted(Access grants, Viewer viewer, Deed deed) {
        return !grants.where(viewer, deed).isEmpty()
                || (deed.ofSchools() && !grants.organisations(viewer, deed).isEmpty());
    }

    /** Who is asking, as it was found out at the entry; a visitor where nobody was. */
    public static Viewer viewer(HttpServletRequest request) {
        return request.getAttribute(Viewer.class.getName()) instanceof Viewer viewer
                ? viewer
                : new Viewer.Visitor();
    }

    private static String pathOf(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Frame.Csrf csrfOf(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return new Frame.Csrf(
                    token.getParameterName(), token.getHeaderName(), token.getToken());
        }
        return new Frame.Csrf("_csrf", "X-CSRF-TOKEN", "");
    }

    private static String cookie(HttpServletRequest request, String name, String otherwise) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? otherwise : Objects.requireNonNull(cookie.getValue());
    }

    /** What ships with a version does not change while it runs. */
    private String asset(String file) {
        String known = assets.get(file);
        if (known != null) {
            return known;
        }
        @Nullable String versioned = resources.getObject().getForLookupPath(file);
        String address = versioned == null ? file : versioned;
        assets.put(file, address);
        return address;
    }
}
