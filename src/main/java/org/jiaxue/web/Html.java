package org.jiaxue.web;

import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;

/** Answers with a template of {@code src/main/jte}. */
public final class Html {

    private static final Logger LOG = LoggerFactory.getLogger(Html.class);

    private Html() {}

    /** Renders {@code room/name.jte} with its frame and one more parameter by name. */
    public static ModelAndView page(String template, Frame frame, String name, Object value) {
        return new ModelAndView(template, Map.of("frame", frame, name, value));
    }

    /** Renders {@code room/name.jte} with nothing but its frame. */
    public static ModelAndView page(String template, Frame frame) {
        return new ModelAndView(template, Map.of("frame", frame));
    }

    /** The same page under another status, as when a form comes back with what to mend. */
    public static ModelAndView with(HttpStatus status, ModelAndView page) {
        page.setStatus(status);
        if (status.isError()) {
            note(status, page);
        }
        return page;
    }

    private static void note(HttpStatus status, ModelAndView page) {
        String template = Objects.requireNonNullElse(page.getViewName(), "");
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked) {
            LOG.info(
                    "refused code={} status={} method={} path={}",
                    template.replace('/', '.'),
                    status.value(),
                    asked.getRequest().getMethod(),
                    Route.of(asked.getRequest()));
        }
    }

    /** Sends the browser elsewhere with 303, after a form was carried out. */
    public static ModelAndView seeOther(String path) {
        ModelAndView redirect = new ModelAndView("redirect:" + path);
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
