package org.jiaxue.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jiaxue.web.Frame;
import org.jiaxue.web.FrameFinder;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Sender;
import org.jiaxue.web.SenderFinder;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a handler method its {@link Frame}, {@link Viewer}, {@link GuardianId}, {@link Sender} or
 * texts.
 */
record FrameArguments(FrameFinder frames, SenderFinder senders)
        implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Frame.class
                || type == Viewer.class
                || type == GuardianId.class
                || type == Sender.class
                || type == Texts.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http =
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        if (type == Frame.class) {
            return frames.of(http);
        }
        if (type == Texts.class) {
            return frames.of(http).texts();
        }
        if (type == Sender.class) {
            return senders.of(
                    http,
                    Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
        }
        Viewer viewer = FrameFinder.viewer(http);
        if (type == Viewer.class) {
            return viewer;
        }
        return viewer.guardian()
                .orElseThrow(() -> new Refusal(Problem.forbidden("web.problem.guardians-only")));
    }
}
