package org.jiaxue.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How somebody comes to work here, from a link in their hands to inviting the next. */
@ExtendWith(InTheHouse.class)
class StaffJourneyTests {

    private static final String PASSWORD = "teapot lantern orchard";

    private final Browsers browsers;

    StaffJourneyTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void an_officer_invites_an_administrator_who_sets_up_a_second_factor_and_invites_a_teacher() {
        Checks checks = new Checks();
        try (Visitor officer = browsers.desk();
                Visitor admin = browsers.desk();
                Visitor teacher = browsers.phone()) {
            officer.signInAs(officer.house().staff("county-officer"));
            officer.pictures("80-officer-desk");
            officer.go("/console/staff");
            checks.accessible(officer);
            officer.pictures("81-staff-of-the-county");
            toFirstSchool(officer);
            String link = invites(officer, "school-admin", "陈校长", checks);
            officer.picture("82-link-made");

            accepts(admin, link, "chen.principal", checks);
            Authenticator telephone = enrols(admin, checks);
            admin.go("/console");
            admin.pictures("86-administrator-desk");
            signsInAgain(admin, telephone, checks);

            admin.go("/console/staff");
            String next = invites(admin, "teacher", "林老师", checks);
            accepts(teacher, next, "lin.teacher", checks);
            teacher.go("/console");
            checks.accessible(teacher);
            teacher.pictures("89-teacher-desk");

            officer.go("/console/audit?node=" + nodeOf(officer));
            checks.accessible(officer);
            assertThat(officer.main().textContent()).contains("陈校长");
            officer.pictures("90-log");
        }
        checks.assertAll();
    }

    @Test
    void an_editor_and_an_expert_see_what_is_there_for_them() {
        Checks checks = new Checks();
        for (String role : new String[] {"editor", "expert", "teacher"}) {
            try (Visitor staff = browsers.desk()) {
                staff.signInAs(staff.house().staff(role));
                checks.accessible(staff);
                staff.pictures("91-desk-of-" + role);
                if (role.equals("editor")) {
                    assertThat(staff.go("/console/library")).isEqualTo(200);
                    checks.accessible(staff);
                    staff.pictures("92-library");
                }
            }
        }
        checks.assertAll();
    }

    private static void toFirstSchool(Visitor officer) {
        Locator places = officer.page().locator("select#node option");
        assertThat(places.count()).as("schools of the county").isPositive();
        officer.go("/console/staff?node=" + places.first().getAttribute("value"));
    }

    private static String nodeOf(Visitor officer) {
        officer.go("/console/staff");
        return officer.page().locator("select#node option").first().getAttribute("value");
    }

    private static String invites(Visitor by, String role, String name, Checks checks) {
        Page page = by.page();
        page.selectOption("#role", role);
        page.fill("#name", name);
        by.send("/console/invitations");
        checks.accessible(by);
        String link = page.locator("#link").textContent();
        return link.substring(link.indexOf("/console/"));
    }

    private static void accepts(Visitor guest, String link, String login, Checks checks) {
        assertThat(guest.go(link)).isEqualTo(200);
        checks.accessible(guest);
        guest.pictures("83-invited-" + login);
        guest.page().fill("#login", login);
        guest.page().fill("#password", PASSWORD);
        guest.send("/console/invitations/acceptance");
        assertThat(guest.path()).isEqualTo("/console");
    }

    private static Authenticator enrols(Visitor staff, Checks checks) {
        staff.go("/console/me/second-factor");
        checks.accessible(staff);
        staff.pictures("84-second-factor");
        Authenticator telephone = new Authenticator(staff.page().locator("#secret").textContent());
        staff.page().fill("#code", telephone.digits(0));
        staff.send("/console/me/second-factor");
        assertThat(staff.page().locator(".jx-codes li").count()).isEqualTo(10);
        checks.accessible(staff);
        staff.picture("85-recovery-codes");
        return telephone;
    }

    private static void signsInAgain(Visitor staff, Authenticator telephone, Checks checks) {
        staff.send("/console/sign-out");
        staff.page().fill("#login", "chen.principal");
        staff.page().fill("#password", PASSWORD);
        staff.send("/console/sign-in");
        assertThat(staff.path()).isEqualTo("/console/sign-in/code");
        checks.accessible(staff);
        staff.pictures("87-second-step");
        staff.page().fill("#code", telephone.digits(1));
        staff.send("/console/sign-in/code");
        assertThat(staff.path()).isEqualTo("/console");
    }
}
