package org.jiaxue.web.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.ViewerFinder;
import org.jiaxue.web.refusal.Faults;
import org.jiaxue.web.refusal.ProblemAnswer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is asking, once a request, and keeps it beside the request. */
@Component
class ViewerFilter extends OncePerRequestFilter {

    private final Supplier<ViewerFinder> finder;
    private final ProblemAnswer answer;

    ViewerFilter(ObjectProvider<ViewerFinder> finder, ProblemAnswer answer) {
        // Filters are there before most of the house is.
        this.finder =
                SingletonSupplier.of(() -> finder.getIfAvailable(() -> _ -> new Viewer.Visitor()));
        this.answer = answer;
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
            request.setAttribute(Viewer.class.getName(), finder.get().find(request));
        } catch (Refusal | DataAccessException refused) {
            Problem problem = Faults.known(refused).orElseGet(Faults::away);
            answer.send(request, response, new Refusal(problem));
            return;
        }
        chain.doFilter(request, response);
    }

    /** A form without its token: an old page, or one that is not ours. */
    void refuseForgedForm(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) {
        Refusal refusal = new Refusal(Problem.forbidden("web.problem.form-too-old"));
        answer.send(request, response, refusal);
    }

    @Configuration(proxyBeanMethods = false)
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
