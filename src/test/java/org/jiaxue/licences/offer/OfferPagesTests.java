package org.jiaxue.licences.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiaxue.Caller;
import org.jiaxue.identity.Role;
import org.jiaxue.licences.benefit.BenefitKind;
import org.jiaxue.licences.benefit.Offer;
import org.jiaxue.licences.benefit.OfferId;
import org.jiaxue.licences.benefit.TakingId;
import org.jiaxue.licences.benefit.WithStars;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Benefits over HTTP: the officers' desk, the guardian's pages, the counter. */
class OfferPagesTests extends WithStars {

    private Map<String, String> form(String... changes) {
        Map<String, String> form = new HashMap<>();
        form.put("kind", "voucher");
        form.put("division", COUNTY);
        form.put("level", "shangcheng/1");
        form.put("layer", "");
        form.put("quota", "20");
        form.put("each", "1");
        form.put("from", times.today().toString());
        form.put("until", times.today().plusDays(60).toString());
        form.put("title", "绘本一本");
        form.put("title-en", "A picture book");
        form.put("what", "免费领一本绘本");
        form.put("what-en", "One free picture book");
        form.put("place", "区图书馆一楼");
        form.put("place-en", "District library");
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    @Test
    void an_offer_goes_from_one_officer_past_another_to_a_parent_and_a_counter() {
        GuardianId guardian = starred();
        Caller.Answer made = desk(writer, "zh-CN").post("/console/benefits", form());
        assertThat(made.status()).isEqualTo(303);
        String page = made.location();
        assertThat(desk(writer, "zh-CN").get(page).words()).contains("这是您写的，请另一位工作人员来看", "看不到谁领了");
        assertThat(desk(writer, "zh-CN").post(page + "/reading", Map.of("version", "1")).status())
                .isEqualTo(409);

        assertThat(desk(reader, "zh-CN").get(page).words()).contains("请像家长那样读一遍");
        assertThat(desk(reader, "zh-CN").post(page + "/reading", Map.of("version", "1")).status())
                .isEqualTo(303);

        Caller parent = parent(guardian, "zh-CN");
        assertThat(parent.get("/me/licences").words()).contains("凭执照可以领的", "绘本一本");
        Caller.Answer mine = parent.get("/me/benefits");
        assertThat(mine.words()).contains("免费领一本绘本", "还有 20 份", "不收钱");
        String id = page.substring(page.lastIndexOf('/') + 1);
        Caller.Answer taken = parent.post("/me/benefits", Map.of("offer", id));
        assertThat(taken.status()).isEqualTo(303);
        Caller.Answer one = parent.get(taken.location());
        assertThat(one.words()).contains("可以用，到");
        assertThat(one.page().select(".jx-qr")).hasSize(1);
        String code = one.page().select(".jx-codecard-groups").text();

        Caller at = desk(venue, "zh-CN");
        Caller.Answer good = at.post("/console/benefits/counter", Map.of("code", code));
        assertThat(good.words()).contains("可以用，到", "免费领一本绘本").doesNotContain("妈妈");
        Map<String, String> use = Map.of("code", code, "deed", "use");
        assertThat(at.post("/console/benefits/counter", use).words()).contains("核验好了");
        Caller.Answer again = at.post("/console/benefits/counter", use);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.words()).contains("已经用过了");
        assertThat(parent.get(taken.location()).words()).contains("用过了").doesNotContain(code);
        assertThat(parent.post(taken.location() + "/return", Map.of()).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "what, 三星家庭优先入学, 不能关系到上哪所学校",
        "title, 分班优先, 不能关系到孩子在哪个班",
        "what, 获评优秀学生, 不能带给孩子评奖评优",
        "what, 计入教师考核, 不能用来评价老师",
        "what, 门票打八折, 不收钱",
        "place, 扫码关注公众号, 不能有商家的推广",
        "what-en, Unlock more lessons, 对所有人开放",
        "title-en, F e e s waived, 不收钱",
    })
    void words_that_no_offer_may_say_are_refused_beside_the_field_with_the_reason(
            String field, String text, String reason) {
        Caller.Answer answer = desk(writer, "zh-CN").post("/console/benefits", form(field, text));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#" + field + "-error").text()).contains(reason);
        assertThat(answer.page().select("#" + field).val()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, school-place, 请选一个",
        "division, 330106, 请选您负责的",
        "division, 330102001, 请选您负责的",
        "level, shangcheng/9, 没有这个评价方案",
        "layer, other/7-9, 不属于所选",
        "quota, 0, 1 到 100000",
        "each, 11, 1 到 10",
        "from, 2020-01-01, 已经过了",
        "until, 2020-01-01, 不能早于",
        "title, '', 请填写",
    })
    void what_is_wrong_is_said_and_nothing_is_made(String field, String value, String said) {
        int before = offers.under(COUNTY).size();
        Caller.Answer answer = desk(writer, "zh-CN").post("/console/benefits", form(field, value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.words()).contains(said);
        assertThat(offers.under(COUNTY)).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void every_page_speaks_the_readers_language(String language) {
        GuardianId guardian = starred();
        opened(passes(BenefitKind.VENUE_PASS, 2));
        OfferId offer = opened(3, 1);
        TakingId taking = taken(guardian, offer);
        Caller parent = parent(guardian, language);
        Caller desk = desk(reader, language);
        boolean english = language.equals("en");

        assertThat(parent.get("/me/benefits").words())
                .contains(english ? "The next star would also open" : "再亮一颗星，还能领")
                .doesNotContain("licences.");
        assertThat(parent.get("/me/benefits/" + taking).words())
                .contains(english ? "Your code" : "您的码")
                .doesNotContain("licences.");
        assertThat(desk.get("/console/benefits").words())
                .contains(english ? "A new offer" : "新的权益")
                .doesNotContain("licences.");
        assertThat(desk.get("/console/benefits/" + offer).words())
                .contains(english ? "What parents see now" : "家长现在看到的")
                .doesNotContain("licences.");
        assertThat(desk(venue, language).get("/console/benefits/counter").words())
                .contains(english ? "Take in a code" : "核验码")
                .doesNotContain("licences.");
    }

    private Offer passes(BenefitKind kind, int level) {
        return offer(kind, level, 5, 1);
    }

    @Test
    void a_guardian_opens_and_gives_back_only_what_is_theirs() {
        GuardianId guardian = starred();
        TakingId taking = taken(guardian, opened(3, 1));
        Caller stranger = parent(guardian(), "zh-CN");

        assertThat(stranger.get("/me/benefits/" + taking).status()).isEqualTo(404);
        assertThat(stranger.post("/me/benefits/" + taking + "/return", Map.of()).status())
                .isEqualTo(404);
        assertThat(parent(guardian, "zh-CN").post("/me/benefits/" + taking + "/return", Map.of()))
                .extracting(Caller.Answer::status)
                .isEqualTo(303);
    }

    @Test
    void what_cannot_be_taken_is_refused_with_a_sentence() {
        GuardianId one = starred();
        OfferId id = opened(1, 1);
        taken(one, id);
        Map<String, String> form = Map.of("offer", id.toString());

        assertThat(parent(one, "zh-CN").post("/me/benefits", form).words()).contains("每人最多 1 份");
        assertThat(parent(starred(), "zh-CN").post("/me/benefits", form).words()).contains("刚好领完了");
        assertThat(parent(guardian(), "zh-CN").post("/me/benefits", form).words()).contains("课照样学");
        assertThat(parent(one, "zh-CN").post("/me/benefits", Map.of("offer", "x")).status())
                .isEqualTo(422);
    }

    @Test
    void mending_and_ending_are_two_forms_of_the_page() {
        OfferId id = opened(3, 1);
        Map<String, String> words = form("title", "绘本两本", "version", "1");
        Caller desk = desk(writer, "zh-CN");

        assertThat(desk.post("/console/benefits/" + id + "/words", words).status()).isEqualTo(303);
        assertThat(desk.get("/console/benefits").words()).contains("等另一位工作人员看", "绘本两本");
        assertThat(desk.post("/console/benefits/" + id + "/words", words).status()).isEqualTo(409);
        assertThat(desk.post("/console/benefits/" + id + "/end", Map.of()).status()).isEqualTo(303);
        assertThat(desk.get("/console/benefits/" + id).words()).contains("提前结束了");
    }

    @Test
    void the_counter_is_for_venues_and_officers_and_the_desk_for_officers() {
        Caller teacher = desk(staff("offer.teacher", Role.TEACHER, COUNTY), "zh-CN");

        assertThat(teacher.get("/console/benefits").status()).isEqualTo(403);
        assertThat(teacher.get("/console/benefits/counter").status()).isEqualTo(403);
        assertThat(desk(venue, "zh-CN").get("/console/benefits").status()).isEqualTo(403);
        assertThat(desk(venue, "zh-CN").get("/console").page().select("nav a").eachAttr("href"))
                .isEqualTo(List.of("/console", "/console/benefits/counter"));
    }

    @Test
    void a_wrong_code_is_said_to_be_wrong_and_stays_to_be_mended() {
        Caller at = desk(venue, "zh-CN");

        Caller.Answer short_ = at.post("/console/benefits/counter", Map.of("code", "AAAA"));
        assertThat(short_.status()).isEqualTo(422);
        assertThat(short_.words()).contains("28 位字母和数字");
        String unknown = "A".repeat(28).toLowerCase(Locale.ROOT);
        assertThat(at.post("/console/benefits/counter", Map.of("code", unknown)).words())
                .contains("没有找到这个码");
    }
}
