package org.jiaxue.web.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Answers what failed before any handler was reached as it would be answered after. */
@Component
public class ProblemAnswer {

    private final ObjectProvider<HandlerExceptionResolver> problems;
    private final ObjectProvider<ViewResolver> views;

    ProblemAnswer(
            @Qualifier("handlerExceptionResolver")
                    ObjectProvider<HandlerExceptionResolver> problems,
            @Qualifier("jteViewResolver") ObjectProvider<ViewResolver> views) {
        this.problems = problems;
        this.views = views;
    }

    public void send(HttpServletRequest request, HttpServletResponse response, Exception failure) {
        @Nullable ModelAndView page =
                problems.getObject().resolveException(request, response, null, failure);
        if (page == null || page.isEmpty()) {
            return;
        }
        @Nullable HttpStatusCode status = page.getStatus();
        if (status != null) {
            response.setStatus(status.value());
        }
        try {
            String name = Objects.requireNonNull(page.getViewName());
            @Nullable View view = views.getObject().resolveViewName(name, request.getLocale());
            Objects.requireNonNull(view).render(page.getModel(), request, response);
        } catch (Exception broken) {
            throw new IllegalStateException("A refusal could not be shown", broken);
        }
    }
}
