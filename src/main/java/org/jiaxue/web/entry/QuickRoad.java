package org.jiaxue.web.entry;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jiaxue.web.Quick;
import org.jiaxue.web.refusal.Requester;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Takes plain requests for {@link Quick} routes past the filters and the dispatcher, in which a
 * beat spent most of what it cost. What is not plain goes on along the ordinary road, where it is
 * answered, or refused, as it always was.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class QuickRoad implements Filter, SmartInitializingSingleton {

    static final int LARGEST_BODY = 8_192;

    private static final Set<String> JSON =
            Set.of("application/json", "application/json;charset=utf-8");
    private static final Set<String> ANYTHING = Set.of("*/*", "application/json");

    private final ObjectProvider<QuickCrossing> later;
    private volatile @Nullable QuickCrossing crossing;

    QuickRoad(ObjectProvider<QuickCrossing> later) {
        this.later = later;
    }

    /** Filters are there before most of the house is. */
    @Override
    public void afterSingletonsInstantiated() {
        crossing = later.getObject();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        QuickCrossing open = crossing;
        if (open != null
                && request instanceof HttpServletRequest asked
                && response instanceof HttpServletResponse answered
                && plain(asked)) {
            Optional<QuickRoute> route = open.route(asked.getRequestURI());
            if (route.isPresent()) {
                open.cross(route.get(), asked, answered);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /**
     * Whether nothing about it needs looking into: a small body of JSON whose length is told, from
     * somebody who shows a token or a session, who takes JSON for an answer.
     */
    private static boolean plain(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && request.getQueryString() == null
                && request.getContentLength() > 0
                && request.getContentLength() <= LARGEST_BODY
                && among(JSON, request.getContentType())
                && (request.getHeader(HttpHeaders.ACCEPT) == null
                        || among(ANYTHING, request.getHeader(HttpHeaders.ACCEPT)))
                && (Requester.showsToken(request) || Requester.hasSession(request));
    }

    private static boolean among(Set<String> known, @Nullable String value) {
        return value != null
                && (known.contains(value)
                        || known.contains(value.replace(" ", "").toLowerCase(Locale.ROOT)));
    }
}
