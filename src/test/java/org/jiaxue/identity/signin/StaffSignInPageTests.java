package org.jiaxue.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.Throttle;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolImport;
import org.jiaxue.web.Access;
import org.jiaxue.web.Deed;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@RoomTest
@Import(KeptCodes.InsteadOfTheGateway.class)
class StaffSignInPageTests {

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Access access;
    @Autowired Throttle throttle;
    @Autowired Regions regions;
    @Autowired SchoolImport schools;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port, "zh-CN");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void staff_sign_in_and_out_with_login_and_password() throws Exception {
        people.hire("wang.li", "王丽", "a long password", List.of());

        HttpResponse<String> in =
                browser.post(
                        "/console/sign-in",
                        "login",
                        "Wang.Li",
                        "password",
                        "a long password",
                        "next",
                        "/console/statistics");

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(Browser.location(in)).isEqualTo("/console/statistics");
        assertThat(browser.get("/me/data").statusCode()).isEqualTo(403);
        assertThat(browser.get("/console/sign-in").statusCode()).isEqualTo(303);
        browser.post("/console/sign-out");
        assertThat(browser.get("/console/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void a_wrong_password_and_an_unknown_login_get_the_same_answer() throws Exception {
        people.hire("li.ming", "李明", "a long password", List.of());

        String wrong = signIn("li.ming", "another password").body();
        String unknown = signIn("li.mang", "another password").body();

        assertThat(wrong).contains("账号或密码不对").doesNotContain("another password");
        assertThat(plain(unknown).replace("li.mang", "li.ming")).isEqualTo(plain(wrong));
    }

    @Test
    void the_form_says_what_is_missing() throws Exception {
        assertThat(signIn("", "x").body()).contains("请填账号");
        assertThat(signIn("li.ming", "").body()).contains("请填密码");
        assertThat(signIn("' or 1=1 --", "x".repeat(5_000)).statusCode()).isEqualTo(422);
        assertThat(signIn("x".repeat(5_000), "password").statusCode()).isEqualTo(422);
    }

    @Test
    void ten_passwords_in_ten_minutes_are_enough_for_one_login_from_one_address() throws Exception {
        people.hire("zhao.yun", "赵云", "a long password", List.of());
        for (int i = 0; i < Bounds.PASSWORDS_A_LOGIN_AND_ADDRESS_TEN_MINUTES.most(); i++) {
            signIn("zhao.yun", "guess number " + i);
        }

        HttpResponse<String> over = signIn("zhao.yun", "a long password");

        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void the_right_password_from_an_address_counts_anew_there() throws Exception {
        people.hire("zhang.liao", "张辽", "a long password", List.of());
        for (int i = 0; i < 2 * Bounds.PASSWORDS_A_LOGIN_AND_ADDRESS_TEN_MINUTES.most(); i++) {
            assertThat(from("127.0.0.3", "zhang.liao", "a long password")).isEqualTo(303);
        }
    }

    @Test
    void an_office_behind_one_address_signs_in_without_end() throws Exception {
        people.hire("taishi.ci", "太史慈", "a long password", List.of());
        String office = "127.0.0.4";
        for (int i = 1; i < Bounds.PASSWORDS_AN_ADDRESS_TEN_MINUTES.most(); i++) {
            throttle.over(Bounds.PASSWORDS_AN_ADDRESS_TEN_MINUTES, office);
        }

        assertThat(from(office, "taishi.ci", "a long password")).isEqualTo(303);
        assertThat(from(office, "taishi.ci", "a long password")).isEqualTo(303);
        assertThat(from(office, "taishi.ci", "a guess")).isEqualTo(422);
        assertThat(from(office, "taishi.ci", "a long password")).isEqualTo(429);
    }

    private int from(String address, String login, String password) throws Exception {
        try (Browser desk = new Browser(port, "zh-CN", address)) {
            return desk.post("/console/sign-in", "login", login, "password", password).statusCode();
        }
    }

    @Test
    void whoever_guesses_an_officers_password_shuts_out_themselves_and_not_the_officer()
            throws Exception {
        people.hire("sun.quan", "孙权", "a long password", List.of());
        try (Browser stranger = new Browser(port, "zh-CN", "127.0.0.2")) {
            for (int i = 0; i < 20; i++) {
                stranger.post("/console/sign-in", "login", "sun.quan", "password", "guess " + i);
            }
            assertThat(
                            stranger.post(
                                            "/console/sign-in",
                                            "login",
                                            "sun.quan",
                                            "password",
                                            "a long password")
                                    .statusCode())
                    .isEqualTo(429);
        }

        assertThat(signIn("sun.quan", "a long password").statusCode()).isEqualTo(303);
    }

    @Test
    void many_addresses_together_are_bounded_as_well() throws Exception {
        people.hire("lu.xun", "陆逊", "a long password", List.of());
        for (int i = 0; i < Bounds.PASSWORDS_A_LOGIN_TEN_MINUTES.most(); i++) {
            throttle.over(Bounds.PASSWORDS_A_LOGIN_TEN_MINUTES, "lu.xun");
        }

        assertThat(signIn("lu.xun", "a long password").statusCode()).isEqualTo(429);
    }

    @Test
    void an_officer_may_act_in_their_division_and_below_and_nowhere_else() {
        Viewer county = staff("officer.sc", List.of(new Grant(Role.COUNTY_OFFICER, "330102")));

        assertThat(access.allows(county, Deed.READ_FIGURES, "330102")).isTrue();
        assertThat(access.allows(county, Deed.READ_FIGURES, "330102001")).isTrue();
        assertThat(access.allows(county, Deed.READ_FIGURES, "3301")).isFalse();
        assertThat(access.allows(county, Deed.READ_FIGURES, "330105")).isFalse();
        assertThat(access.allows(county, Deed.READ_FIGURES, "")).isFalse();
        assertThat(access.allows(county, Deed.REVIEW_LESSONS, "330102")).isFalse();
        assertThat(access.where(county, Deed.REVOKE_CREDENTIAL)).containsExactly("330102");
        assertThat(access.allows(new Viewer.Visitor(), Deed.READ_FIGURES, "33")).isFalse();
    }

    @Test
    void a_teacher_may_act_at_their_school_alone_and_its_county_over_it() {
        schools.starter();
        List<Organisation> gongshu = regions.schools("330105");
        String one = gongshu.getFirst().id().toString();
        String other = gongshu.getLast().id().toString();
        Viewer teacher = staff("teacher.one", List.of(new Grant(Role.TEACHER, one)));
        Viewer city = staff("officer.hz", List.of(new Grant(Role.CITY_OFFICER, "3301")));

        assertThat(access.allows(teacher, Deed.TEACH_CLASS, one)).isTrue();
        assertThat(access.allows(teacher, Deed.TEACH_CLASS, other)).isFalse();
        assertThat(access.allows(teacher, Deed.TEACH_CLASS, "330105")).isFalse();
        assertThat(access.allows(teacher, Deed.RUN_ACTIVITY, one)).isFalse();
        assertThat(access.allows(city, Deed.RUN_SCHOOL, one)).isTrue();
    }

    @Test
    void nobody_is_hired_with_an_unsafe_password_or_at_no_node() {
        assertThatThrownBy(() -> people.hire("a.b.c", "名", "short", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        people.hire(
                                "a.b.c",
                                "名",
                                "a long password",
                                List.of(new Grant(Role.EDITOR, "999999"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Viewer staff(String login, List<Grant> grants) {
        StaffId id = people.hire(login, "某人", "a long password", grants);
        return new Viewer.Staff(id, "某人", EnumSet.allOf(Viewer.Scope.class));
    }

    private HttpResponse<String> signIn(String login, String password) throws Exception {
        return browser.post("/console/sign-in", "login", login, "password", password);
    }

    private static String plain(String html) {
        return html.replaceAll("content=\"[A-Za-z0-9_-]{20,}\"", "")
                .replaceAll("value=\"[A-Za-z0-9_-]{20,}\"", "");
    }
}
