package org.jiaxue.identity.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.Consent;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.identity.signin.Browser;
import org.jiaxue.identity.signin.KeptCodes;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@RoomTest
@Import(KeptCodes.InsteadOfTheGateway.class)
class FamilyPageTests {

    private static int phones = 1000;

    @LocalServerPort int port;
    @Autowired KeptCodes codes;
    @Autowired People people;

    private Browser browser;
    private GuardianId guardian = new GuardianId(Ids.next());

    @BeforeEach
    void signIn() throws Exception {
        browser = new Browser(port, "zh-CN");
        String phone = "1360000" + ++phones;
        guardian = people.register(new Phone(phone), "33");
        browser.post("/sign-in/codes", "phone", phone);
        browser.post("/sign-in", "code", codes.codeOf(phone));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void the_welcome_asks_for_consent_place_and_child_without_any_script() throws Exception {
        assertThat(people.mayRecord(List.of(guardian))).isEmpty();

        HttpResponse<String> first =
                browser.post("/welcome", "records", "true", "county", "330105", "next", "/me");
        assertThat(Browser.location(first)).isEqualTo("/welcome/family?next=%2Fme");
        String township =
                browser.page("/welcome/family").select("#township option").get(1).attr("value");
        HttpResponse<String> second =
                browser.post(
                        "/welcome/family",
                        "township",
                        township,
                        "year",
                        Integer.toString(LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 1),
                        "month",
                        "5",
                        "stage",
                        "",
                        "children",
                        "true",
                        "next",
                        "/me");

        assertThat(Browser.location(second)).isEqualTo("/me");
        assertThat(people.mayRecord(List.of(guardian))).isNotEmpty();
        Household household = people.household(guardian);
        assertThat(household.division()).startsWith("330105").hasSize(9);
        assertThat(household.children()).extracting(Child::stage).containsExactly(Stage.INFANT);
    }

    @Test
    void a_place_that_does_not_exist_is_refused_beside_its_field() throws Exception {
        for (String place : List.of("999999", "3301", "330105x", "' or 1=1", "330105001")) {
            HttpResponse<String> answer = browser.post("/welcome", "county", place);
            assertThat(answer.statusCode()).as(place).isEqualTo(422);
            assertThat(answer.body()).contains("没有这个地方");
        }
        people.move(guardian, "330105");
        assertThat(browser.post("/welcome/family", "township", "330102001").statusCode())
                .isEqualTo(422);
        assertThat(people.divisionOf(guardian)).isEqualTo("330105");
    }

    @Test
    void a_child_is_not_kept_without_its_guardians_consent() throws Exception {
        HttpResponse<String> without =
                browser.post("/me/family", "year", "2020", "month", "4", "stage", "");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("作为监护人同意");
        assertThat(people.household(guardian).children()).isEmpty();
        assertThat(people.consentHistory(guardian)).isEmpty();

        HttpResponse<String> with =
                browser.post("/me/family", "year", "2020", "month", "4", "children", "true");
        assertThat(with.statusCode()).isEqualTo(303);
        assertThat(people.household(guardian).children()).hasSize(1);
    }

    @Test
    void a_refused_child_leaves_no_consent_behind() throws Exception {
        HttpResponse<String> answer =
                browser.post("/me/family", "year", "1990", "month", "4", "children", "true");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(people.consentHistory(guardian)).isEmpty();
    }

    @Test
    void a_birth_month_that_cannot_be_is_refused() throws Exception {
        people.giveConsent(guardian, Purpose.CHILDREN);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        YearMonth late = YearMonth.from(today).plusMonths(11);
        for (Map.Entry<String, String> month :
                Map.of(
                                Integer.toString(late.getYear()),
                                Integer.toString(late.getMonthValue()),
                                Integer.toString(today.getYear() - 20),
                                "1",
                                "20x0",
                                "1",
                                "2020",
                                "13",
                                "-2020",
                                "4",
                                "",
                                "4")
                        .entrySet()) {
            HttpResponse<String> answer =
                    browser.post("/me/family", "year", month.getKey(), "month", month.getValue());
            assertThat(answer.statusCode()).as(month.toString()).isEqualTo(422);
        }
        assertThat(
                        browser.post("/me/family", "year", "2020", "month", "4", "stage", "college")
                                .statusCode())
                .isEqualTo(422);
        assertThat(people.household(guardian).children()).isEmpty();
    }

    @Test
    void children_stand_youngest_first_and_can_be_changed_and_removed() throws Exception {
        people.giveConsent(guardian, Purpose.CHILDREN);
        UUID older = people.addChild(guardian, YearMonth.of(2014, 3));
        UUID younger = people.addChild(guardian, YearMonth.of(2021, 3), Stage.PRIMARY);
        assertThat(people.household(guardian).children())
                .extracting(Child::id)
                .containsExactly(younger, older);

        browser.post("/me/family/" + older, "year", "2022", "month", "1", "stage", "infant");
        assertThat(people.household(guardian).children().getFirst())
                .isEqualTo(new Child(older, YearMonth.of(2022, 1), Stage.INFANT));

        browser.post("/me/family/" + older + "/removal");
        assertThat(people.household(guardian).children())
                .extracting(Child::id)
                .containsExactly(younger);
    }

    @Test
    void somebody_elses_child_is_not_there() throws Exception {
        GuardianId other = people.register(new Phone("13600009999"), "33");
        people.giveConsent(other, Purpose.CHILDREN);
        UUID child = people.addChild(other, YearMonth.of(2019, 3));

        assertThat(browser.get("/me/family/" + child).statusCode()).isEqualTo(404);
        assertThat(browser.get("/me/family/not-an-id").statusCode()).isEqualTo(404);
        assertThat(browser.post("/me/family/" + child + "/removal").statusCode()).isEqualTo(404);
        assertThat(browser.post("/me/family/" + child, "year", "2020", "month", "1").statusCode())
                .isEqualTo(404);
        assertThat(people.household(other).children()).hasSize(1);
        people.removeChild(other, child);
    }

    @Test
    void at_most_twelve_children_can_be_added() throws Exception {
        people.giveConsent(guardian, Purpose.CHILDREN);
        for (int i = 0; i < People.MOST_CHILDREN; i++) {
            people.addChild(guardian, YearMonth.of(2015, 1 + i % 12));
        }

        HttpResponse<String> answer = browser.post("/me/family", "year", "2016", "month", "1");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("最多添加 12 个孩子");
    }

    @Test
    void a_consent_is_given_and_withdrawn_in_one_step_each_and_both_are_remembered()
            throws Exception {
        browser.post("/me/consents/records");
        assertThat(people.mayRecord(List.of(guardian))).isNotEmpty();
        browser.post("/me/consents/records");
        browser.post("/me/consents/records/withdrawal");
        assertThat(people.mayRecord(List.of(guardian))).isEmpty();

        assertThat(people.consentHistory(guardian))
                .extracting(Consent::given)
                .containsExactly(false, true);
        assertThat(browser.get("/me/data").body()).contains("撤回", "136****", "文本第 1 版");
        assertThat(browser.post("/me/consents/everything").statusCode()).isEqualTo(404);
    }

    @Test
    void withdrawing_the_consent_to_keep_children_removes_them() throws Exception {
        people.giveConsent(guardian, Purpose.CHILDREN);
        people.addChild(guardian, YearMonth.of(2019, 3));

        browser.post("/me/consents/children/withdrawal");

        assertThat(people.household(guardian).children()).isEmpty();
    }

    @Test
    void a_guardian_moves_to_a_township_of_the_county_they_chose() throws Exception {
        assertThat(browser.page("/me/data/place?county=330105").select("#township option"))
                .hasSizeGreaterThan(5);
        assertThat(browser.get("/me/data/place?county=nowhere").statusCode()).isEqualTo(200);

        HttpResponse<String> wrong =
                browser.post("/me/data/place", "county", "330105", "township", "330102001");
        assertThat(wrong.statusCode()).isEqualTo(422);
        browser.post("/me/data/place", "county", "330102", "township", "330102001");

        assertThat(people.divisionOf(guardian)).isEqualTo("330102001");
    }

    @Test
    void a_visitor_is_sent_to_sign_in_and_back() throws Exception {
        try (Browser visitor = new Browser(port, "en")) {
            assertThat(Browser.location(visitor.get("/me/family")))
                    .isEqualTo("/sign-in?next=%2Fme%2Ffamily");
        }
    }
}
