package org.jiaxue.web.frame;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jiaxue.web.Frame;
import org.jiaxue.web.TextsFinder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** One template; the model's entries are its parameters by name. */
final class JteView implements View {

    private final TemplateEngine engine;
    private final String template;

    JteView(TemplateEngine engine, String template) {
        this.engine = engine;
        this.template = template;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        Map<String, Object> params = new HashMap<>();
        if (model != null) {
            model.forEach((name, value) -> keep(params, name, value));
        }
        Utf8ByteOutput html = new Utf8ByteOutput();
        engine.render(template, params, html);
        response.setContentType(getContentType());
        if (params.get("frame") instanceof Frame frame) {
            response.setLocale(frame.texts().locale());
            response.addHeader(HttpHeaders.VARY, TextsFinder.VARY);
        }
        send(html, request, response);
    }

    private static void send(
            Utf8ByteOutput html, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (Packed.fits(request, html.getContentLength())) {
            byte[] packed = Packed.of(html);
            response.setHeader(HttpHeaders.CONTENT_ENCODING, Packed.GZIP);
            response.setContentLength(packed.length);
            response.getOutputStream().write(packed);
        } else {
            response.setContentLength(html.getContentLength());
            html.writeTo(response.getOutputStream());
        }
    }

    private static void keep(Map<String, Object> params, String name, @Nullable Object value) {
        if (value != null && !name.contains(".")) {
            params.put(name, value);
        }
    }
}
