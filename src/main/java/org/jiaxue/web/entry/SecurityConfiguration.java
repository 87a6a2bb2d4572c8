package org.jiaxue.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Settings;
import org.jiaxue.web.refusal.Requester;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Headers, CSRF and who is asking. Routes are opened by {@link OpenTo} alone; this chain permits
 * what reaches it, and {@link AudienceInterceptor} shuts what no annotation opens.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " media-src 'self' blob:; connect-src 'self'; font-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The header in which a script sends its page's token along. */
    static final String CSRF_HEADER = "X-CSRF-TOKEN";

    /** A request is observed once, as a whole; each filter's own figures cost it a fifth more. */
    @Bean
    SecurityObservationSettings observed() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, ViewerFilter viewers, Settings settings)
            throws Exception {
        return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(new OnPages(cookies(settings)))
                                .ignoringRequestMatchers(
                                        Requester::showsToken, SecurityConfiguration::program))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(
                        refused -> refused.accessDeniedHandler(viewers::refuseForgedForm))
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .addFilterBefore(viewers, AuthorizationFilter.class)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    private static CookieCsrfTokenRepository cookies(Settings settings) {
        CookieCsrfTokenRepository cookies = new CookieCsrfTokenRepository();
        cookies.setCookieName("csrf");
        cookies.setHeaderName(CSRF_HEADER);
        cookies.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(settings.secure()).sameSite("Lax"));
        return cookies;
    }

    /** A call to the API without a session's cookie carries nobody's session to be misused. */
    private static boolean program(HttpServletRequest request) {
        return Requester.asksApi(request) && !Requester.hasSession(request);
    }

    /** Keeps a form's token in a cookie where there are forms; the API's answers set none. */
    private record OnPages(CsrfTokenRepository pages) implements CsrfTokenRepository {

        @Override
        public CsrfToken generateToken(HttpServletRequest request) {
            return pages.generateToken(request);
        }

        @Override
        public void saveToken(
                @Nullable CsrfToken token,
                HttpServletRequest request,
                HttpServletResponse response) {
            if (!Requester.asksApi(request)) {
                pages.saveToken(token, request, response);
            }
        }

        @Override
        public @Nullable CsrfToken loadToken(HttpServletRequest request) {
            return pages.loadToken(request);
        }
    }
}
