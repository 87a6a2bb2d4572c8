package org.jiaxue.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** The form of points rules, used as an officer uses it. */
final class RuleSheet {

    static final String COUNTY = "330102";
    static final String NAME = "上城区春季积分规则";
    static final String NEW = "/console/rules/form?place=" + COUNTY;
    private static final String PROVINCE = "/console/rules/form?place=33";
    private static final String FILE = "/console/rules/text?place=33";

    private final Visitor visitor;

    RuleSheet(Visitor visitor) {
        this.visitor = visitor;
    }

    /** A set that changes what a lesson brings and adds a rule for lessons under a condition. */
    void fillNew(String points, String when) {
        visitor.go(NEW);
        field("name.zh").fill(NAME);
        field("name.en").fill("Spring points rules of Shangcheng");
        unfold("changes.0.points").fill(points);
        unfold("rules.0.points").fill("4");
        field("rules.0.kind").selectOption("note-written");
        unfold("rules.0.when").fill(when);
    }

    /** From which day they hold and what they are called, as a parent reads it. */
    static Pattern since(LocalDate day) {
        String written = day.format(DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日"));
        return Pattern.compile(written + "[^。]*" + NAME, Pattern.DOTALL);
    }

    /** Sends what the button would send that is not shown, and answers the status. */
    int approveWithoutAButton(String draft) {
        FormData fields = FormData.create();
        for (Locator input :
                visitor.page()
                        .locator("form[action='" + draft + "/withdrawal'] input[type=hidden]")
                        .all()) {
            fields.set(input.getAttribute("name"), input.getAttribute("value"));
        }
        return visitor.page()
                .request()
                .post(
                        visitor.house().at(draft + "/approval"),
                        RequestOptions.create().setForm(fields))
                .status();
    }

    /** Every page of the desk, all unfolded, in English and large type on the narrowest phone. */
    static void assertSound(Browsers browsers, String draft) {
        Checks checks = new Checks();
        try (Visitor officer = browsers.narrowPhone()) {
            officer.speak("en");
            officer.prefer("size", "large");
            officer.signInAs(officer.house().staff("province-officer"));
            for (String path :
                    List.of("/console/rules", NEW, PROVINCE, FILE, draft, "/console/ledger")) {
                officer.go(path);
                officer.page()
                        .evaluate(
                                "() => document.querySelectorAll('details')"
                                        + ".forEach(it => { it.open = true; })");
                checks.sound(officer);
                checks.accessible(officer);
                checks.soundWithoutLargeType(officer);
            }
        }
        checks.assertAll();
    }

    /** Opens what a field lies in. */
    Locator unfold(String name) {
        Locator field = field(name);
        for (Locator around :
                visitor.page().locator("details", new Page.LocatorOptions().setHas(field)).all()) {
            if (around.getAttribute("open") == null) {
                around.locator("summary").first().click();
            }
        }
        return field;
    }

    Locator field(String name) {
        return visitor.page().locator("[id='" + name + "']");
    }

    Locator error(String name) {
        return field(name + "-error");
    }
}
