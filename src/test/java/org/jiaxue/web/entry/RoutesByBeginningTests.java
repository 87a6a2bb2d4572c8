package org.jiaxue.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jiaxue.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Whatever is asked for is found where Spring by itself finds it, and refused as it refuses it. */
@RoomTest
class RoutesByBeginningTests {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE");
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "/",
                    "/nowhere",
                    "/lessons/",
                    "/lessonsx/1",
                    "/%6Cessons/1",
                    "/lessons/a%20b",
                    "/api",
                    "/api/v1",
                    "/api/v1/playbacks",
                    "/api/v1/playbacks/1/beats/more",
                    "/console/points/recalculate/1/2/3",
                    "/css/jiaxue.css");

    @Autowired ApplicationContext house;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping ours;

    private final RequestMappingHandlerMapping springs = new RequestMappingHandlerMapping();

    @BeforeEach
    void spring_by_itself() {
        springs.setApplicationContext(house);
        springs.setPatternParser(ours.getPatternParser());
        ours.getHandlerMethods()
                .forEach((route, method) ->
                        springs.registerMapping(route, method.getBean(), method.getMethod()));
    }

    @Test
    void every_path_leads_where_it_leads_without_this() {
        List<String> paths = new ArrayList<>(ELSEWHERE);
        ours.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream())
                .flatMap(RoutesByBeginningTests::paths)
                .forEach(paths::add);

        assertThat(ours).isInstanceOf(RoutesByBeginning.class);
        assertThat(paths).hasSizeGreaterThan(200);
        for (String path : paths) {
            for (String method : METHODS) {
                assertThat(found(ours, method, path))
                        .as("%s %s", method, path)
                        .isEqualTo(found(springs, method, path));
            }
        }
    }

    /** A path that fits, one that is a segment longer, and one that is not quite it. */
    private static Stream<String> paths(String pattern) {
        String path = pattern.replaceAll("\\{[^}]*}", "1").replace("**", "x/y").replace("*", "x");
        return Stream.of(path, path + "/more", path + "x");
    }

    private static String found(RequestMappingHandlerMapping routes, String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setContentType("application/json");
        request.setContent(new byte[] {'{', '}'});
        ServletRequestPathUtils.parseAndCache(request);
        try {
            HandlerExecutionChain chain = routes.getHandler(request);
            return chain == null ? "nothing" : chain.getHandler().toString();
        } catch (Exception refused) {
            return refused.toString();
        }
    }
}
