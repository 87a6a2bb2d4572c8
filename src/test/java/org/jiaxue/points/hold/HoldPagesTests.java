package org.jiaxue.points.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaxue.Caller;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.Role;
import org.jiaxue.points.hold.Hold.State;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What officers see of a check and what guardians do, in both languages. */
class HoldPagesTests extends AtTheHold {

    private static int logins;

    @LocalServerPort int port;

    private String desk = "";
    private String mine = "";

    @BeforeEach
    void hold_something() {
        held(1, "2026-10-12T08:00");
        desk = "/console/points/holds/" + hold().id();
        mine = "/me/points/holds/" + hold().id();
    }

    @Test
    void a_guardian_reads_that_an_entry_is_checked_and_until_when_and_nothing_that_accuses() {
        Caller.Answer entries = parent("zh-CN").get("/me/points");
        assertThat(entries.words()).contains("待核对", "这笔积分（2 分）正在核对，15 天内有人看").contains("核对情况");
        assertThat(entries.page().select("a[href=" + mine + "]")).hasSize(1);

        String words = parent("zh-CN").get(mine).words();
        assertThat(words).contains("2026 年 10 月 27 日以前有人看", "看完《早晨清单》", "只隔了 300 毫秒", "还没有人打开看过");
        assertThat(words).doesNotContain("作弊", "异常", "违规", "可疑", "冻结", "处罚");
        assertThat(parent("en").get(mine).words())
                .contains("somebody looks by 27 October", "300 milliseconds", "Nobody has opened");
    }

    @Test
    void the_api_says_what_is_held_apart_from_the_balance() {
        String answer = parent("en").get("/api/v1/me/points").body();

        assertThat(answer)
                .contains(
                        "\"balance\":0", "\"points\":0", "\"held\":2", "Being checked (2 points)");
    }

    @Test
    void from_words_to_a_second_look_and_all_of_it_can_be_read() {
        Caller parent = parent("zh-CN");
        assertThat(parent.post(mine + "/words", Map.of("words", " ")).status()).isEqualTo(422);
        assertThat(parent.post(mine + "/words", Map.of("words", "字".repeat(1_001))).words())
                .contains("写了 1,001 字");
        assertThat(parent.post(mine + "/words", Map.of("words", "题目我先看过了。")).location())
                .endsWith(mine);
        assertThat(parent.post(mine + "/words", Map.of("words", "再说一句。")).status()).isEqualTo(409);

        Caller county = officer("330102", "zh-CN");
        assertThat(county.get("/console/points/holds").words()).contains("看完《早晨清单》");
        assertThat(county.get(desk).words()).contains("题目我先看过了。", "300 毫秒");
        assertThat(county.post(desk + "/decisions", Map.of("reason", "not-read")).location())
                .endsWith(desk);

        assertThat(parent.get(mine).words())
                .contains("没有记分", "答得比读题还快", "上城区的工作人员打开看过", "2026 年 10 月 27 日以前都可以");
        assertThat(parent.post(mine + "/appeal", Map.of("words", "请再看看。")).status()).isEqualTo(303);
        assertThat(county.get(desk).words()).contains("所以要由别的同事来定");
        assertThat(county.post(desk + "/decisions", second("explained")).status()).isEqualTo(403);

        Caller city = officer("3301", "zh-CN");
        assertThat(city.get("/console/points/holds").words()).contains("家长请再看");
        assertThat(city.post(desk + "/decisions", second("explained")).status()).isEqualTo(303);

        assertThat(hold().state()).isEqualTo(State.RELEASED);
        assertThat(parent.get(mine).words()).contains("再看后照常算数", "您的说明讲清楚了", "杭州市的工作人员决定照常算数");
        assertThat(parent("en").get("/me/points").words()).contains("Somebody else looked again");
    }

    @Test
    void a_case_tells_nothing_of_whose_it_is() {
        String page = officer("330102", "zh-CN").get(desk).body();

        assertThat(page)
                .doesNotContain(NAME, someone.guardian().toString(), hold().event().toString())
                .doesNotContain(people.maskedPhone(someone.guardian()));
    }

    @Test
    void a_decision_needs_a_reason_of_the_list_and_a_note_of_some_length() {
        Caller county = officer("330102", "zh-CN");

        for (String reason : List.of("", "because", "in-time")) {
            Caller.Answer answer = county.post(desk + "/decisions", Map.of("reason", reason));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.words()).contains("还没有选原因");
        }
        Map<String, String> long_ = Map.of("reason", "explained", "note", "字".repeat(1_001));
        assertThat(county.post(desk + "/decisions", long_).status()).isEqualTo(422);
        assertThat(hold().state()).isEqualTo(State.WAITING);

        Map<String, String> noted = Map.of("reason", "explained", "note", "谢谢您写得清楚。");
        assertThat(county.post(desk + "/decisions", noted).status()).isEqualTo(303);
        assertThat(county.post(desk + "/decisions", noted).status()).isEqualTo(409);
        assertThat(parent("zh-CN").get(mine).words()).contains("谢谢您写得清楚。");
    }

    @Test
    void officers_of_elsewhere_and_schools_and_strangers_have_nothing_to_see() {
        assertThat(officer("330106", "zh-CN").get(desk).status()).isEqualTo(403);
        assertThat(staff("330102", Role.REVIEWER, "zh-CN").get(desk).status()).isEqualTo(403);
        assertThat(
                        staff("330102", Role.SCHOOL_ADMIN, "zh-CN")
                                .get("/console/points/holds")
                                .status())
                .isEqualTo(403);
        Caller stranger = caller(guardian().guardian(), "zh-CN");
        assertThat(stranger.get(mine).status()).isEqualTo(404);
        assertThat(stranger.post(mine + "/words", Map.of("words", "我的。")).status()).isEqualTo(404);
    }

    @Test
    void the_front_desk_says_how_many_wait_and_since_when() {
        Caller elsewhere = officer("330106", "zh-CN");
        assertThat(elsewhere.get("/console").words()).doesNotContain("等人核对");
        assertThat(officer("330102", "zh-CN").get("/console").words())
                .contains("笔积分等人核对", "最早 2026 年 10 月 12 日", "核对积分");
        assertThat(officer("330102", "en").get("/console").words()).contains("Points to check");
    }

    private static Map<String, String> second(String reason) {
        return Map.of("reason", reason, "step", "appeal");
    }

    private Caller parent(String language) {
        return caller(someone.guardian(), language);
    }

    private Caller caller(GuardianId guardian, String language) {
        Set<Viewer.Scope> all = Set.of(Viewer.Scope.LEARN, Viewer.Scope.READ);
        String token = people.issueToken(guardian, all, Duration.ofHours(1)).token();
        return Caller.with(port, language, token);
    }

    private Caller officer(String node, String language) {
        return staff(node, node.length() == 4 ? Role.CITY_OFFICER : Role.COUNTY_OFFICER, language);
    }

    private Caller staff(String node, Role role, String language) {
        StaffId staff =
                people.hire(
                        "desk" + ++logins, "职员", "a-long-password", List.of(new Grant(role, node)));
        String token =
                people.issueToken(
                                staff,
                                Set.of(Viewer.Scope.STAFF, Viewer.Scope.READ),
                                Duration.ofHours(1))
                        .token();
        return Caller.with(port, language, token);
    }
}
