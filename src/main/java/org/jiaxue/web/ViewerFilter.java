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
                || path.startsWith("/icons/")
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
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) {
        answer(new Refusal(Problem.forbidden("web.problem.form-too-old")), request, response);
    }

    /** Nobody renders a page that is refused before the dispatcher: it is done here. */
    private void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        @Nullable ModelAndView page =
                problems.getObject().resolveException(request, response, null, refusal);
        if (page == null || page.getViewName() == null) {
            return;
        }
        response.setStatus(refusal.problem().status().value());
        try {
            new JteView(templates.getObject(), page.getViewName() + ".jte")
                    .render(page.getModel(), request, response);
        } catch (Exception failure) {
            throw new IllegalStateException("The page of a refusal was not rendered", failure);
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
