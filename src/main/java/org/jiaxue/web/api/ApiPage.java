package org.jiaxue.web.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** For those who write programs: where the description is, and what every problem's code means. */
@Controller
@OpenTo(Audience.ANYONE)
class ApiPage {

    /** The statuses of refusals; each has its sentence under {@code web.api.status}. */
    static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 409, 413, 422, 429, 503);

    private final Map<String, String> zh;
    private final Map<String, String> en;

    ApiPage() throws IOException {
        this.zh = problems("zh_CN");
        this.en = problems("en");
    }

    @GetMapping("/api")
    ModelAndView show(Frame frame) {
        return Html.page("web/api/api", frame, "codes", frame.texts().english() ? en : zh);
    }

    /** The sentences of all problems by code, their arguments left as numbers in braces. */
    private static Map<String, String> problems(String language) throws IOException {
        String bundles = "classpath*:messages/*/messages_" + language + ".properties";
        Map<String, String> found = new TreeMap<>();
        for (Resource bundle : new PathMatchingResourcePatternResolver().getResources(bundles)) {
            Properties messages =
                    PropertiesLoaderUtils.loadProperties(
                            new EncodedResource(bundle, StandardCharsets.UTF_8));
            for (String key : messages.stringPropertyNames()) {
                if (key.contains(".problem.")) {
                    found.put(key, messages.getProperty(key).replace("''", "'"));
                }
            }
        }
        return found;
    }
}
