package org.jiaxue.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import org.jiaxue.web.Frame;
import org.jiaxue.web.FrameFinder;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Sender;
import org.jiaxue.web.SenderFinder;
import org.jiaxue.web.Texts;
import org.jiaxue.web.TextsFinder;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a handler method its {@link Frame}, {@link Viewer}, {@link GuardianId}, {@link Sender} or
 * texts.
 */
@Component
public record FrameArguments(FrameFinder frames, TextsFinder texts, SenderFinder senders)
        implements HandlerMethodArgumentResolver {

    private static final Set<Class<?>> TYPES =
            Set.of(Frame.class, Viewer.class, GuardianId.class, Sender.class, Texts.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(
                parameter.getParameterType(),
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
    }

    /**
     * One of them for a request; refuses with 403 where it is a guardian's id and no guardian asks.
     */
    public Object of(Class<?> type, HttpServletRequest request, HttpServletResponse response) {
        if (type == Frame.class) {
            return frames.of(request);
        }
        if (type == Texts.class) {
            return texts.of(request);
        }
        if (type == Sender.class) {
            return senders.of(request, response);
        }
        Viewer viewer = FrameFinder.viewer(request);
        if (type == Viewer.class) {
            return viewer;
        }
        return viewer.guardian()
                .orElseThrow(() -> new Refusal(Problem.forbidden("web.problem.guardians-only")));
    }
}
