package org.jiaxue.web.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jiaxue.RoomTest;
import org.jiaxue.web.Quick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which requests take the quick road; that both lead to the same, the beats' own tests say. */
@RoomTest
class QuickRoadTests {

    private static final String BEATS =
            "/api/v1/playbacks/01900000-0000-7000-8000-0000000000aa/beats";

    @Autowired QuickRoad road;
    @Autowired QuickRoute.Sources sources;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void a_small_body_of_json_with_a_token_or_a_session_takes_it() throws Exception {
        assertThat(taken(_ -> {})).isTrue();
        assertThat(taken(it -> it.addHeader("Accept", "*/*"))).isTrue();
        assertThat(taken(it -> it.addHeader("Accept", "application/json"))).isTrue();
        assertThat(taken(it -> it.setContentType("application/json; charset=UTF-8"))).isTrue();
        assertThat(
                        taken(it -> {
                            it.removeHeader("Authorization");
                            it.setCookies(new Cookie("session", "of-somebody"));
                        }))
                .isTrue();
    }

    @Test
    void whatever_else_is_asked_goes_the_ordinary_road() throws Exception {
        assertThat(taken(it -> it.setMethod("PUT"))).isFalse();
        assertThat(taken(it -> it.setQueryString("a=b"))).isFalse();
        assertThat(taken(it -> it.removeHeader("Authorization"))).isFalse();
        assertThat(taken(it -> it.setContentType("text/plain"))).isFalse();
        assertThat(taken(it -> it.setContentType("application/json;charset=GBK"))).isFalse();
        assertThat(taken(it -> it.setContentType(null))).isFalse();
        assertThat(taken(it -> it.addHeader("Accept", "text/html"))).isFalse();
        assertThat(taken(it -> it.setContent(new byte[0]))).isFalse();
        assertThat(taken(it -> it.setContent(new byte[QuickRoad.LARGEST_BODY]))).isTrue();
        assertThat(taken(it -> it.setContent(new byte[QuickRoad.LARGEST_BODY + 1]))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/playbacks",
                "/api/v1/beats",
                "/api/v1/playbacks/7/beats",
                "/api/v1/playbacks/01900000-0000-7000-8000-0000000000aa",
                "/api/v1/playbacks/01900000-0000-7000-8000-0000000000aa/beats/",
                "/api/v1/playbacks/01900000-0000-7000-8000-0000000000AA/beats",
                "/api/v1/playbacks/01900000-0000-7000-8000-00000000..aa/beats",
                "/api/v1/playbacks/01900000-0000-7000-8000-000000000%61/beats",
                "/api/v1/playbacks/01900000-0000-7000-8000-0000000;a=aa/beats",
                "/api/v1//playbacks/0190000-0000-7000-8000-0000000000aa/beats"
            })
    void another_path_goes_the_ordinary_road(String path) throws Exception {
        assertThat(taken(it -> it.setRequestURI(path))).isFalse();
    }

    @Test
    void a_route_that_cannot_be_served_so_is_not_opened() {
        HandlerMethod beats =
                routes.getHandlerMethods().values().stream()
                        .filter(it -> it.hasMethodAnnotation(Quick.class))
                        .findFirst()
                        .orElseThrow();
        for (String pattern : List.of("/api/v1/beats", "/api/{a}/{b}", "/api/{a}/**")) {
            assertThatThrownBy(() -> new QuickRoute(pattern, beats, sources))
                    .hasMessageContaining(pattern);
        }
        HandlerMethod page =
                routes.getHandlerMethods().values().stream()
                        .filter(it -> it.getBeanType().getSimpleName().equals("ApiPage"))
                        .findFirst()
                        .orElseThrow();
        assertThatThrownBy(() -> new QuickRoute("/api/{id}", page, sources))
                .hasMessageContaining("Not served so");
    }

    private boolean taken(Consumer<MockHttpServletRequest> change)
            throws IOException, ServletException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", BEATS);
        request.addHeader("Authorization", "Bearer nothing");
        request.setContentType("application/json");
        request.setContent("{}".getBytes(StandardCharsets.UTF_8));
        change.accept(request);
        MockFilterChain ordinary = new MockFilterChain();
        road.doFilter(request, new MockHttpServletResponse(), ordinary);
        return ordinary.getRequest() == null;
    }
}
