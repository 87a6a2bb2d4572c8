package org.jiaxue.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.signin.Browser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class ClientsPageTests {

    private static final String PASSWORD = "four unrelated words";
    private static final String PATH = "/console/clients";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired JdbcClient jdbc;

    @Test
    void an_officer_connects_a_platform_sees_its_token_once_and_disconnects_it() throws Exception {
        try (Browser officer = signedIn("province.one", Role.PROVINCE_OFFICER, "33")) {
            assertThat(officer.page("/console/staff").select("a[href=" + PATH + "]")).hasSize(1);
            assertThat(officer.page(PATH).text()).contains("还没有接入的平台");
            HttpResponse<String> made = officer.post(PATH, "division", "33", "name", " 家长课堂 ");
            String token = Jsoup.parse(made.body()).select("#token").text();

            assertThat(token).matches("[A-Za-z0-9_-]{43}");
            assertThat(officer.page(PATH).text())
                    .contains("家长课堂", "还没有用过", "浙江")
                    .doesNotContain(token);
            assertThat(keptAsItIs(token)).isZero();
            assertThat(officer.page("/console/audit?node=33").text()).contains("接入平台");

            String act = officer.page(PATH).select("form[action$=/withdrawal]").attr("action");
            assertThat(officer.post(act).statusCode()).isEqualTo(303);
            assertThat(officer.post(act).statusCode()).isEqualTo(404);
            assertThat(officer.page(PATH).text()).doesNotContain("家长课堂");
            assertThat(officer.page("/console/audit?node=33").text()).contains("撤销接入");
        }
    }

    @Test
    void a_form_that_is_sent_twice_connects_one_platform() throws Exception {
        try (Browser officer = signedIn("province.three", Role.PROVINCE_OFFICER, "33")) {
            String form = officer.page(PATH).select("input[name=client]").attr("value");
            String[] fields = {"client", form, "division", "33", "name", "只接一次"};

            assertThat(officer.post(PATH, fields).body()).contains("id=\"token\"");
            HttpResponse<String> again = officer.post(PATH, fields);

            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body()).contains("刚才已经接入").doesNotContain("id=\"token\"");
            assertThat(officer.page(PATH).select("b:contains(只接一次)")).hasSize(1);
            assertThat(officer.post(PATH + "/" + form + "/withdrawal").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void what_is_filled_in_badly_is_refused_with_a_sentence() throws Exception {
        try (Browser officer = signedIn("province.two", Role.PROVINCE_OFFICER, "33")) {
            HttpResponse<String> nameless = officer.post(PATH, "division", "33", "name", " ");
            assertThat(nameless.statusCode()).isEqualTo(422);
            assertThat(nameless.body()).contains("请填平台名称");
            assertThat(officer.post(PATH, "division", "33", "name", "长".repeat(51)).body())
                    .contains("最多 50 个字，请短一点");
            assertThat(officer.post(PATH, "division", "34", "name", "x").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void below_a_province_nobody_connects_anything() throws Exception {
        try (Browser officer = signedIn("city.one", Role.CITY_OFFICER, "3301")) {
            assertThat(officer.get(PATH).statusCode()).isEqualTo(403);
            assertThat(officer.post(PATH, "division", "3301", "name", "x").statusCode())
                    .isEqualTo(403);
            assertThat(officer.page("/console/staff").select("a[href=" + PATH + "]")).isEmpty();
        }
    }

    private int keptAsItIs(String token) {
        return jdbc.sql("select count(*) from identity.token where token_hash = :token")
                .param("token", token)
                .query(Integer.class)
                .single();
    }

    private Browser signedIn(String login, Role role, String node) throws Exception {
        people.hire(login, login, PASSWORD, List.of(new Grant(role, node)));
        Browser browser = new Browser(port, "zh-CN");
        browser.post("/console/sign-in", "login", login, "password", PASSWORD);
        return browser;
    }
}
