package org.jiaxue.licences.asking;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.Caller;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Role;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.licences.Licences;
import org.jiaxue.points.Telling;
import org.jiaxue.schools.AtSchool;
import org.jiaxue.schools.ClassId;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A guardian of a class who has learned enough to ask, and those who may be asked. */
abstract class InWucheng extends AtSchool {

    static final String WUCHENG = "330702";
    static final String YEAR = "2026-2027";
    private static int numbers;

    @Autowired Earner earner;
    @Autowired Licences licences;

    ClassId own;
    GuardianId someone;
    StaffId officer;

    @BeforeEach
    void aClassAndItsCounty() {
        own = makeClass("三（1）班", 40);
        officer = hire("officer", Role.COUNTY_OFFICER, WUCHENG);
        someone = inWucheng();
        join(own, List.of(someone));
        clock.set(noon(LocalDate.of(2026, 10, 14)));
        learn(someone);
    }

    GuardianId inWucheng() {
        GuardianId guardian = people.register(new Phone("15701%06d".formatted(++numbers)), WUCHENG);
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }

    /** Three weeks of lessons: 84 points, which are enough for the first level alone. */
    void learn(GuardianId guardian) {
        Telling telling = new Telling(guardian, WUCHENG, Telling.someone().ages());
        List<LearningEvent> events = new ArrayList<>();
        for (int turn = 0; turn < 6; turn++) {
            LocalDate day = LocalDate.of(2026, 9, 7).plusWeeks(turn / 2).plusDays(turn % 2);
            events.addAll(telling.lessons(7, day + "T08:00"));
        }
        transaction.executeWithoutResult(_ -> earner.earn(events));
    }

    Caller parent(GuardianId guardian, String language) {
        EnumSet<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.LEARN, Viewer.Scope.READ);
        return Caller.with(
                port, language, people.issueToken(guardian, scopes, Duration.ofHours(9)).token());
    }

    Map<String, String> wanted(String layer) {
        Map<String, String> form = new HashMap<>();
        form.put("scheme", "wucheng");
        form.put("layer", layer);
        form.put("level", "1");
        form.put("period", YEAR);
        form.put("name", "小雨妈妈");
        return form;
    }

    Caller.Answer ask(String layer) {
        return parent(someone, "zh-CN").post("/me/confirmations", wanted(layer));
    }

    /** The request that waits on somebody's desk. */
    String waiting(StaffId staff) {
        return staff(staff)
                .get("/console/confirmations")
                .page()
                .select("form[action$=/decision]")
                .attr("action");
    }

    List<String> reached() {
        return licences.of(someone).stream()
                .filter(it -> it.scheme().equals("wucheng"))
                .map(Licences.Held::layer)
                .toList();
    }

    int names() {
        return jdbc.sql("select count(*) from licences.called where guardian_id = :id")
                .param("id", someone.value())
                .query(Integer.class)
                .single();
    }
}
