package org.jiaxue.web;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** For those who write programs: where the description is, and what every problem's code means. */
@Controller
@OpenTo(Audience.ANYONE)
class ApiPage {

    private static final String BUNDLES = "classpath*:messages/*/messages_en.properties";

    private final List<String> codes;

    ApiPage() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (Resource bundle : new PathMatchingResourcePatternResolver().getResources(BUNDLES)) {
            Properties messages = PropertiesLoaderUtils.loadProperties(bundle);
            messages.stringPropertyNames().stream()
                    .filter(key -> key.contains(".problem."))
                    .forEach(found::add);
        }
        this.codes = List.copyOf(found);
    }

    @GetMapping("/api")
    ModelAndView show(Frame frame) {
        return Html.page("web/api", frame, "codes", codes);
    }
}
