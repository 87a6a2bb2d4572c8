package org.jiaxue.points.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jiaxue.Caller;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.Role;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

class LedgerPageTests extends CheckedLedger {

    @LocalServerPort int port;

    @Test
    void the_page_says_what_is_wrong_by_numbers_and_names_nobody() {
        GuardianId guardian = learner();
        asOwner("update points.account set balance = 77");
        Finding finding = found().getFirst();

        String page = officer("zh-CN", Role.PROVINCE_OFFICER, "33").get("/console/ledger").body();

        assertThat(page)
                .contains("账户记着 77 分，明细合计 " + finding.sum() + " 分")
                .contains(String.valueOf(finding.entry()))
                .doesNotContain(guardian.toString(), "points.audit");
        assertThat(officer("en", Role.PROVINCE_OFFICER, "33").get("/console/ledger").words())
                .contains("The account says 77, its entries add up to " + finding.sum())
                .contains("Faults found: 1.");
    }

    @Test
    void the_rail_says_that_it_belongs_to_the_rules() {
        assertThat(
                        officer("zh-CN", Role.PROVINCE_OFFICER, "33")
                                .get("/console/ledger")
                                .page()
                                .select(".jx-console-nav [aria-current=page]")
                                .eachAttr("href"))
                .containsExactly("/console/rules");
    }

    @Test
    void a_ledger_that_adds_up_is_said_to() {
        Caller officer = officer("zh-CN", Role.PROVINCE_OFFICER, "33");
        assertThat(officer.get("/console/ledger").words()).contains("还没有核对过");
        learner();
        found();

        assertThat(officer.get("/console/ledger").words()).contains("核对完毕，全部相符");
    }

    @Test
    void the_front_desk_leads_there_only_when_something_was_found() {
        Caller officer = officer("zh-CN", Role.PROVINCE_OFFICER, "33");
        learner();
        found();
        assertThat(officer.get("/console").body()).doesNotContain("/console/ledger");

        asOwner("update points.account set balance = 77");
        clock.set(NIGHT.plus(Duration.ofDays(1)));
        found();

        assertThat(officer.get("/console").words()).contains("积分账里有 1 处对不上");
        assertThat(officer.get("/console").body()).contains("/console/ledger");
        assertThat(officer("zh-CN", Role.COUNTY_OFFICER, "330102").get("/console").body())
                .doesNotContain("/console/ledger");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PROVINCE_OFFICER")
    void the_page_is_for_officers_of_a_province_alone(Role role) {
        String node =
                switch (role) {
                    case CITY_OFFICER -> "3301";
                    default -> "330102";
                };

        assertThat(officer("zh-CN", role, node).get("/console/ledger").status()).isEqualTo(403);
    }

    private Caller officer(String language, Role role, String node) {
        StaffId id =
                people.hire(
                        "ledger-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "职员",
                        "a-long-password",
                        List.of(new Grant(role, node)));
        var scopes = EnumSet.of(Viewer.Scope.STAFF, Viewer.Scope.READ);
        return Caller.with(
                port, language, people.issueToken(id, scopes, Duration.ofDays(3)).token());
    }
}
