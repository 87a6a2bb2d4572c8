package org.jiaxue.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A guardian corrects their number and their name. */
@RoomTest
@Import(KeptCodes.InsteadOfTheGateway.class)
class PhonePageTests {

    private static int phones;

    @LocalServerPort int port;
    @Autowired KeptCodes codes;
    @Autowired People people;

    private Browser browser;
    private Browser elsewhere;
    private String phone = "";
    private GuardianId guardian = new GuardianId(Ids.next());

    @BeforeEach
    void sign_in_on_two_phones() throws Exception {
        phone = "152%08d".formatted(++phones);
        guardian = people.register(new Phone(phone), "330102");
        browser = signedIn();
        elsewhere = signedIn();
    }

    @AfterEach
    void close() {
        browser.close();
        elsewhere.close();
    }

    private Browser signedIn() throws Exception {
        Browser one = new Browser(port, "zh-CN");
        one.post("/sign-in/codes", "phone", phone);
        one.post("/sign-in", "code", codes.codeOf(phone));
        return one;
    }

    @Test
    void a_code_at_the_new_number_moves_the_account_and_ends_every_other_session()
            throws Exception {
        String fresh = "153%08d".formatted(++phones);
        assertThat(browser.post("/me/data/phone/codes", "phone", fresh).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/me/data/phone?step=code").body()).contains("153****");

        HttpResponse<String> changed = browser.post("/me/data/phone", "code", codes.codeOf(fresh));

        assertThat(Browser.location(changed)).isEqualTo("/me/data");
        assertThat(browser.page("/me/data").text()).contains("153****");
        assertThat(elsewhere.get("/me/data").statusCode()).isEqualTo(303);
        assertThat(people.register(new Phone(fresh), "33")).isEqualTo(guardian);
        assertThat(people.register(new Phone(phone), "33")).isNotEqualTo(guardian);
    }

    @Test
    void a_wrong_code_changes_nothing() throws Exception {
        String fresh = "154%08d".formatted(++phones);
        browser.post("/me/data/phone/codes", "phone", fresh);
        String wrong = codes.codeOf(fresh).equals("123456") ? "654321" : "123456";

        assertThat(browser.post("/me/data/phone", "code", wrong).statusCode()).isEqualTo(422);
        assertThat(people.register(new Phone(phone), "33")).isEqualTo(guardian);
        assertThat(elsewhere.get("/me/data").statusCode()).isEqualTo(200);
    }

    @Test
    void whose_number_it_is_is_said_to_nobody_before_the_code_and_nothing_is_taken_over()
            throws Exception {
        String theirs = "155%08d".formatted(++phones);
        GuardianId other = people.register(new Phone(theirs), "330106");
        String nobodys = "156%08d".formatted(++phones);
        HttpResponse<String> known = browser.post("/me/data/phone/codes", "phone", theirs);
        HttpResponse<String> unknown = elsewhere.post("/me/data/phone/codes", "phone", nobodys);
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(Browser.location(known)).isEqualTo(Browser.location(unknown));

        HttpResponse<String> refused = browser.post("/me/data/phone", "code", codes.codeOf(theirs));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("这个号码换不过来").doesNotContain("别人", "已注册");
        assertThat(people.register(new Phone(theirs), "33")).isEqualTo(other);
        assertThat(people.register(new Phone(phone), "33")).isEqualTo(guardian);
    }

    @Test
    void a_step_that_another_guardian_began_in_this_browser_is_begun_again() throws Exception {
        browser.post("/me/data/phone/codes", "phone", "157%08d".formatted(++phones));
        browser.post("/sign-out");
        phone = "15801%06d".formatted(++phones);
        browser.post("/sign-in/codes", "phone", phone);
        browser.post("/sign-in", "code", codes.codeOf(phone));

        HttpResponse<String> late = browser.post("/me/data/phone", "code", "123456");

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("再填一次");
    }

    @Test
    void a_name_is_given_corrected_and_taken_away_in_one_step() throws Exception {
        assertThat(Browser.location(browser.post("/me/data/name", "name", " 青禾妈妈 ")))
                .isEqualTo("/me/data");
        assertThat(people.nameOf(guardian)).contains("青禾妈妈");
        assertThat(browser.page("/me/data").text()).contains("青禾妈妈");
        assertThat(browser.post("/me/data/name", "name", "长".repeat(51)).statusCode())
                .isEqualTo(422);
        browser.post("/me/data/name", "name", " ");
        assertThat(people.nameOf(guardian)).isEmpty();
    }
}
