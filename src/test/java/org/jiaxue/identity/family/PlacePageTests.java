package org.jiaxue.identity.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.signin.Browser;
import org.jiaxue.identity.signin.KeptCodes;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@RoomTest
@Import(KeptCodes.InsteadOfTheGateway.class)
class PlacePageTests {

    private static int phones = 1000;

    @LocalServerPort int port;
    @Autowired KeptCodes codes;
    @Autowired People people;

    private Browser browser;
    private GuardianId guardian = new GuardianId(Ids.next());

    @BeforeEach
    void signIn() throws Exception {
        browser = new Browser(port, "zh-CN");
        String phone = "1370000" + ++phones;
        guardian = people.register(new Phone(phone), "33");
        browser.post("/sign-in/codes", "phone", phone);
        browser.post("/sign-in", "code", codes.codeOf(phone));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void the_welcome_offers_the_counties_of_ones_own_province_and_the_way_to_others()
            throws Exception {
        Document own = browser.page("/welcome?next=/me");
        assertThat(own.select("#county optgroup")).hasSize(11);
        assertThat(own.select("#county option[value=330102]").text()).isEqualTo("上城区");
        assertThat(own.select("#province option")).hasSize(31);

        Document beijing = browser.page("/welcome?province=11&next=/me");
        assertThat(beijing.select("#county option[value=110108]").text()).isEqualTo("海淀区");
        assertThat(beijing.select("#county option[value=330102]")).isEmpty();
        assertThat(beijing.select("input[name=next]").eachAttr("value")).containsOnly("/me");

        HttpResponse<String> moved =
                browser.post("/welcome", "county", "110108", "province", "11", "next", "/me");
        assertThat(Browser.location(moved)).isEqualTo("/welcome/family?next=%2Fme");
        assertThat(people.divisionOf(guardian)).isEqualTo("110108");
        assertThat(browser.page("/welcome/family").select("#township")).isEmpty();
    }

    @Test
    void a_refused_county_comes_back_with_its_province() throws Exception {
        HttpResponse<String> refused =
                browser.post("/welcome", "county", "449999", "province", "44");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("没有这个地方", "东莞市");
    }

    @Test
    void one_moves_to_any_county_of_the_country_and_to_a_township_where_it_is_known()
            throws Exception {
        for (String county : List.of("500242", "419001", "441900", "659001", "310115")) {
            Document page = browser.page("/me/data/place?province=" + county.substring(0, 2));
            assertThat(page.select("#county option[value=" + county + "]")).as(county).hasSize(1);
            assertThat(page.select("form[method=post] #county")).hasSize(1);
            assertThat(browser.post("/me/data/place", "county", county).statusCode())
                    .isEqualTo(303);
            assertThat(people.divisionOf(guardian)).isEqualTo(county);
            assertThat(browser.page("/me/data/place").select("#county option[selected]").val())
                    .isEqualTo(county);
        }
        Document back = browser.page("/me/data/place?county=330102");
        assertThat(back.select("form[method=get] #county")).hasSize(1);
        assertThat(back.select("#township option[value=330102001]")).hasSize(1);
        browser.post("/me/data/place", "county", "330102", "township", "330102001");
        assertThat(people.divisionOf(guardian)).isEqualTo("330102001");
    }

    @Test
    void what_is_no_province_falls_back_to_ones_own() throws Exception {
        for (String asked : List.of("99", "3301", "x", "%27")) {
            assertThat(
                            browser.page("/welcome?province=" + asked)
                                    .select("#county option[value=330102]"))
                    .as(asked)
                    .hasSize(1);
        }
    }
}
