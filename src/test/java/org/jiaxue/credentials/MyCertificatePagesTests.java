package org.jiaxue.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.People;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
@ExtendWith(OutputCaptureExtension.class)
class MyCertificatePagesTests {

    private static final Pattern LINK =
            Pattern.compile("/credentials/[0-9a-f]{32}\\?share=([\\w-]{22})");
    private static final Pattern WITHDRAWAL =
            Pattern.compile("/me/credentials/[0-9a-f]{32}/shares/[0-9a-f-]{36}/withdrawal");

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private ApplicationContext house;
    @Autowired private JdbcClient jdbc;

    private String token;
    private String first;

    @BeforeEach
    void arrive() {
        GuardianId guardian = Handed.arrived(people);
        first = Handed.to(guardian, "330102", house);
        token = token(guardian);
    }

    @Test
    void the_holder_sees_the_sheet_its_words_and_what_to_do_with_it() throws Exception {
        HttpResponse<String> page = mine(first);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "<svg class=\"jx-sheet\"",
                        "role=\"img\"",
                        "未署姓名",
                        "/credentials/" + first + ".pdf")
                .contains("写全名", "写姓氏，加称呼", "不署名", "做一个链接", "noindex");
        assertThat(mine("0".repeat(32)).statusCode()).isEqualTo(404);
        String other = token(Handed.arrived(people));
        assertThat(asker().get("/me/credentials/" + first, other, false).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_name_is_chosen_and_strangers_learn_neither_it_nor_the_new_number() throws Exception {
        String named = choose("form=surname&surname=" + in("沈") + "&honorific=" + in("女士"));
        assertThat(mine(named).body()).contains("沈女士");
        assertThat(mine(first).body())
                .contains("已经换成新的")
                .contains(named)
                .doesNotContain("jx-sheet");

        String bare = asker().get("/credentials/" + first, "text/html").body();
        assertThat(bare)
                .contains("已更换，不再使用", "持有人换了证书上的署名")
                .doesNotContain("沈女士")
                .doesNotContain(named)
                .doesNotContain("持有人</dt>");
        assertThat(asker().get("/credentials/" + first, token, false).body())
                .contains("/me/credentials/" + named);
        assertThat(asker().get("/credentials/" + named, "text/html").body())
                .contains("真实有效")
                .doesNotContain("沈女士", ".pdf");
        assertThat(asker().get("/credentials/" + named, token, false).body())
                .contains("持有人</dt>", "沈女士", named + ".pdf");
    }

    @Test
    void a_form_that_is_not_fit_comes_back_filled_with_what_to_mend() throws Exception {
        HttpResponse<String> page = name("form=full&full=" + in("沈1"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("value=\"沈1\"", "请去掉其他符号和数字");
        assertThat(name("form=full&full=" + in("沈𪚥")).body()).contains("“𪚥”", "印不出来");
        assertThat(name("form=").body()).contains("请先选写哪一种");
        assertThat(name("form=surname&surname=" + in("沈") + "&honorific=x").statusCode())
                .isEqualTo(422);
        assertThat(name("form=none").headers().firstValue("Location").orElseThrow())
                .endsWith("/me/credentials/" + first);
    }

    @Test
    void the_file_and_a_named_document_are_the_holders() throws Exception {
        String pdf = "/credentials/" + first + ".pdf";
        HttpResponse<String> file = asker().get(pdf, token, false);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(file.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(file.body()).startsWith("%PDF-1.7");
        HttpResponse<String> refused = asker().get(pdf, "text/html");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("只给持有人");

        assertThat(asker().get("/credentials/" + first, "application/vc").statusCode())
                .isEqualTo(200);
        String named = choose("form=full&full=" + in("沈禾"));
        HttpResponse<String> document = asker().get("/credentials/" + named, "application/vc");
        assertThat(document.statusCode()).isEqualTo(403);
        assertThat(document.body()).contains("credentials.problem.holder-only");
        assertThat(asker().get("/credentials/" + named, token, true).body()).contains("沈禾");
        assertThat(asker().get(pdf, token, false).statusCode()).isEqualTo(409);
    }

    @Test
    void a_link_shows_the_name_and_the_file_until_it_is_withdrawn(CapturedOutput output)
            throws Exception {
        String named = choose("form=full&full=" + in("沈禾"));
        HttpResponse<String> made = share(named, "days=7");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body()).contains("它只显示这一次");
        String secret = found(LINK, made.body());
        String link = "/credentials/" + named + "?share=" + secret;

        HttpResponse<String> page = asker().get(link, "text/html");
        assertThat(page.body()).contains("沈禾", named + ".pdf?share=" + secret, "noindex");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(asker().get(named(named, ".pdf", secret), "*/*").statusCode()).isEqualTo(200);
        assertThat(asker().get(link, "application/vc").body()).contains("沈禾");

        String withdrawal = found(WITHDRAWAL, mine(named).body());
        assertThat(mine(named).body()).doesNotContain(secret);
        assertThat(asker().form(withdrawal, token, "").statusCode()).isEqualTo(303);
        assertThat(asker().get(link, "text/html").body())
                .contains("停用或者到期", "真实有效")
                .doesNotContain("沈禾");
        assertThat(asker().get(named(named, ".pdf", secret), "*/*").statusCode()).isEqualTo(403);
        assertThat(output.getAll()).doesNotContain(secret);
    }

    @Test
    void a_link_ends_by_itself_and_with_the_name_that_it_showed() throws Exception {
        String secret = found(LINK, share(first, "days=30").body());
        String link = "/credentials/" + first + "?share=" + secret;
        assertThat(asker().get(link, "text/html").body()).contains("持有人</dt>");
        age(first);
        assertThat(asker().get(link, "text/html").body())
                .contains("停用或者到期")
                .doesNotContain("持有人</dt>");
        String again = found(LINK, share(first, "days=30").body());
        choose("form=full&full=" + in("沈禾"));
        assertThat(asker().get("/credentials/" + first + "?share=" + again, "text/html").body())
                .contains("停用或者到期", "已更换");
    }

    @Test
    void links_have_an_end_and_a_bound() throws Exception {
        assertThat(share(first, "days=8").statusCode()).isEqualTo(422);
        assertThat(share(first, "").body()).contains("请选 7 天、30 天或者 180 天");
        for (int i = 0; i < 5; i++) {
            assertThat(share(first, "days=180").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> sixth = share(first, "days=180");
        assertThat(sixth.statusCode()).isEqualTo(422);
        assertThat(sixth.body()).contains("已经有 5 个链接了");
        for (String wrong : new String[] {"x", "", "A".repeat(22), "%27or"}) {
            assertThat(asker().get(named(first, "", wrong), "text/html").body()).contains("停用或者到期");
        }
    }

    /** The links as if they had been made a year before. */
    private void age(String id) {
        jdbc.sql(
                        """
                        with gone as (delete from credentials.share where credential_id = :id
                                      returning *)
                        insert into credentials.share
                        select guardian_id, credential_id, place + 1, share_id, token_hash,
                               made_at - interval '1 year', ends_at - interval '1 year'
                          from gone
                        """)
                .param("id", id)
                .update();
    }

    private static String named(String id, String ending, String secret) {
        return "/credentials/" + id + ending + "?share=" + secret;
    }

    private static String in(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String found(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        assertThat(matcher.find()).as(body).isTrue();
        return matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
    }

    private String choose(String form) throws Exception {
        HttpResponse<String> answer = name(form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String where = answer.headers().firstValue("Location").orElseThrow();
        return where.substring(where.length() - 32);
    }

    private HttpResponse<String> name(String form) throws Exception {
        return asker().form("/me/credentials/" + first + "/name", token, form);
    }

    private HttpResponse<String> share(String id, String form) throws Exception {
        return asker().form("/me/credentials/" + id + "/shares", token, form);
    }

    private HttpResponse<String> mine(String id) throws Exception {
        return asker().get("/me/credentials/" + id, token, false);
    }

    private String token(GuardianId guardian) {
        return people.issueToken(
                        guardian,
                        Set.of(Viewer.Scope.READ, Viewer.Scope.LEARN),
                        Duration.ofHours(1))
                .token();
    }

    private Asker asker() {
        return new Asker(port);
    }
}
