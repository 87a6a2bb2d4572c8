package org.jiaxue.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds out who is asking, once a request, and keeps it beside the request. */
@Component
class ViewerFilter extends OncePerRequestFilter {

    private final ObjectProvider<ViewerFinder> finder;
    private final ObjectProvider<HandlerExceptionResolver> problems;
    private final ObjectProvider<ViewResolver> pages;

    ViewerFilter(
            ObjectProvider<ViewerFinder> finder,
            @org.springframework.beans.factory.annotation.Qualifier("handlerExceptionResolver")
                    ObjectProvider<HandlerExceptionResolver> problems,
            @org.springframework.beans.factory.annotation.Qualifier("jteViewResolver")
                    ObjectProvider<ViewResolver> pages) {
        this.finder = finder;
        this.problems = problems;
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/css/")
                || path.startsWith("/js/")
                || path.startsWith("/media/")
                || path.startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Viewer viewer =
                    finder.stream()
                            .findFirst()
                            .map(it -> it.find(request))
                            .orElseGet(Viewer.Visitor::new);
            request.setAttribute(Viewer.class.getName(), viewer);
        } catch (Refusal refusal) {
            answer(refusal, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** A form without its token: an old page, or one that is not ours. */
    void refuseForgedForm(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        answer(new Refusal(Problem.forbidden("web.problem.form-too-old")), request, response);
    }

    /** Answers before any handler is reached; a page then has to be rendered here. */
    private void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        @Nullable ModelAndView page =
                problems.getObject().resolveException(request, response, null, refusal);
        if (page == null || page.getViewName() == null) {
            return;
        }
        response.setStatus(refusal.problem().status().value());
        try {
            @Nullable View view =
                    pages.getObject().resolveViewName(page.getViewName(), Locale.ROOT);
            Objects.requireNonNull(view).render(page.getModel(), request, response);
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new ServletException(failed);
        }
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class OnlyInTheChain {

        @Bean
        FilterRegistrationBean<ViewerFilter> notByTheContainer(ViewerFilter filter) {
            FilterRegistrationBean<ViewerFilter> registration =
                    new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
