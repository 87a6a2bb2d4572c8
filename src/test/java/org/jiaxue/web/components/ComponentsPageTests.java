package org.jiaxue.web.components;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jiaxue.RoomTest;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.TextsFinder;
import org.jiaxue.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class ComponentsPageTests {

    @Autowired TemplateEngine engine;
    @Autowired TextsFinder texts;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void every_control_has_a_name(String language) {
        Document page = page(language);

        for (Element control : page.select("a, button, [role=img], nav")) {
            assertThat(control.text() + control.attr("aria-label")).as("%s", control).isNotBlank();
        }
        for (Element field : page.select("input:not([type=hidden]), select, textarea")) {
            boolean labelled =
                    field.hasAttr("aria-label")
                            || field.closest("label") != null
                            || page.selectFirst("label[for=" + field.id() + "]") != null;
            assertThat(labelled).as("%s", field).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void a_page_brings_no_code_or_style_of_its_own(String language) {
        Document page = page(language);

        assertThat(page.select("style, [style], script:not([src])")).isEmpty();
        assertThat(page.select("*").stream().flatMap(it -> it.attributes().asList().stream()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void what_is_pointed_at_is_there_and_is_there_once(String language) {
        Document page = page(language);

        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (String drawing : page.select("use").eachAttr("href")) {
            assertThat(page.getElementById(drawing.substring(1))).as(drawing).isNotNull();
        }
        for (String names : page.select("[aria-describedby]").eachAttr("aria-describedby")) {
            for (String name : names.trim().split(" ")) {
                assertThat(page.getElementById(name)).as(name).isNotNull();
            }
        }
    }

    @Test
    void the_house_tells_each_storey_to_those_who_hear_it() {
        assertThat(page("zh-CN").select(".jx-storey .jx-unseen").eachText())
                .containsExactly("13–15 岁 往后", "10–12 岁 往后", "7–9 岁 二星", "4–6 岁 四星", "0–3 岁 一星");
    }

    private Document page(String language) {
        var frame =
                new Frame(
                        texts.of(Locale.forLanguageTag(language)),
                        new Viewer.Staff(
                                new StaffId(UUID.randomUUID()), "陆遥", Set.of(Viewer.Scope.STAFF)),
                        "/console/components",
                        new Frame.Csrf("_csrf", "X-CSRF-TOKEN", "token"),
                        new Frame.Taste(false, "system"),
                        () -> new Frame.Post(Set.of(Deed.values()), null),
                        true,
                        UnaryOperator.identity());
        var html = new StringOutput();
        engine.render("web/components/all.jte", Map.<String, Object>of("frame", frame), html);
        return Jsoup.parse(html.toString());
    }
}
