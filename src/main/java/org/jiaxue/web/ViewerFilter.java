package org.jiaxue.web;

import gg.jte.TemplateEngine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Finds out who is asking, once a request, and keeps it beside the request. */
@Component
class ViewerFilter extends OncePerRequestFilter {

    private final ObjectProvider<ViewerFinder> finder;
    private final ObjectProvider<HandlerExceptionResolver> problems;
    private final ObjectProvider<TemplateEngine> templates;

    ViewerFilter(
            ObjectProvider<ViewerFinder> finder,
            @org.springframework.beans.factory.annotation.Qualifier("handlerExceptionResolver")
                    ObjectProvider<HandlerExceptionResolver> problems,
            ObjectProvider<TemplateEngine> templates) {
        this.finder = finder;
        this.problems = problems;
        this.templates = templates;
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
            throws ServletException {
        answer(new Refusal(Problem.forbidden("web.problem.form-too-old")), request, response);
    }

    /** Answers before any handler is found, so that a page has to be rendered here. */
    private void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws ServletException {
        @Nullable ModelAndView page =
                problems.getObject().resolveException(request, response, null, refusal);
        if (page == null || page.getViewName() == null) {
            return;
        }
        try {
            response.setStatus(refusal.problem().status().value());
            new JteView(templates.getObject(), page.getViewName() + ".jte")
                    .render(page.getModel(), request, response);
        } catch (Exception broken) {
            throw new ServletException("A refusal could not be shown", broken);
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
