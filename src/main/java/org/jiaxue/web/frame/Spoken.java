package org.jiaxue.web.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiaxue.web.Texts;
import org.jiaxue.web.TextsFinder;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Says in which language an answer to a program is, and that another reader may get another. */
@RestControllerAdvice
class Spoken implements ResponseBodyAdvice<Object> {

    private final TextsFinder texts;

    Spoken(TextsFinder texts) {
        this.texts = texts;
    }

    /** Answers that say something are those whose method asks for the reader's texts. */
    @Override
    public boolean supports(
            MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return Arrays.asList(answer.getExecutable().getParameterTypes()).contains(Texts.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest servlet) {
            HttpHeaders headers = response.getHeaders();
            headers.set(HttpHeaders.CONTENT_LANGUAGE, texts.of(servlet.getServletRequest()).tag());
            List<String> vary = new ArrayList<>(headers.getVary());
            vary.add(TextsFinder.VARY);
            headers.setVary(vary);
        }
        return body;
    }
}
