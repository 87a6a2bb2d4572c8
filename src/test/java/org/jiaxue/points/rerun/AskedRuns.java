package org.jiaxue.points.rerun;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Officers, families who learned in April, and rules that have changed since. */
@RoomTest
abstract class AskedRuns {

    static final String PAGE = "/console/points/recalculate";
    static final LocalDate FIRST = LocalDate.of(2026, 4, 1);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static int phones = 1;
    private static int logins = 1;

    @LocalServerPort int port;
    @Autowired Reruns reruns;
    @Autowired RerunStore store;
    @Autowired RerunJob job;
    @Autowired Rules rules;
    @Autowired Learning learning;
    @Autowired People people;
    @Autowired TransactionTemplate transactions;

    @AfterEach
    void nothing_is_left_running() {
        store.running().ifPresent(it -> reruns.cancel(it.run()));
    }

    Caller officer(Role role, String node) {
        return officer(role, node, "en");
    }

    Caller officer(Role role, String node, String language) {
        logins++;
        StaffId id =
                people.hire(
                        "rerun.officer" + logins,
                        "周" + logins,
                        "a-long-password",
                        List.of(new Grant(role, node)));
        var scopes = EnumSet.of(Viewer.Scope.STAFF, Viewer.Scope.READ);
        return Caller.with(
                port, language, people.issueToken(id, scopes, Duration.ofHours(1)).token());
    }

    /** Rules of a division in force since April, under which a lesson brings so many points. */
    void enact(String division, int version, int points) {
        String text =
                """
                division: "%s"
                version: %d
                from: %s
                name: { zh: 四月的规则, en: April rules }
                changes:
                  - { rule: lesson-completed, points: %d }
                """
                        .formatted(division, version, FIRST, points);
        rules.enact("test.yaml", text, Ids.next(), Ids.next());
    }

    /** Guardians of a county who finished one lesson each, and others who finished none. */
    void families(String county, int learning, int others) {
        for (int i = 0; i < learning + others; i++) {
            GuardianId guardian = guardian(county);
            if (i < learning) {
                learn(guardian);
            }
        }
    }

    GuardianId guardian(String county) {
        Phone phone = Phone.read("1770099%04d".formatted(phones++)).orElseThrow();
        GuardianId guardian = people.register(phone, county);
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }

    void learn(GuardianId guardian) {
        Instant at = LocalDateTime.parse("2026-04-13T08:00").atZone(ZONE).toInstant();
        Fact fact =
                new Fact(
                        guardian,
                        EventKind.LESSON_COMPLETED,
                        Ids.next(),
                        at,
                        new Subject(
                                new Words("早晨清单", "The morning list"),
                                Stage.PRIMARY,
                                new Ages(84, 120)));
        transactions.executeWithoutResult(_ -> learning.record(List.of(fact)));
    }

    /** The address of what would be begun. */
    static String asked(String place, String set, String from, String to) {
        return "%s/confirmation?place=%s&set=%s&from=%s&to=%s"
                .formatted(PAGE, place, Caller.encode(set), from, to);
    }

    /** The fields of the form that begins it. */
    static Map<String, String> form(Caller.Answer confirmation) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : confirmation.page().select("form[action$=/runs] input[name]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        return fields;
    }

    /** Begins a run over a place's April rules and gives its address. */
    static String begun(Caller officer, String place) {
        Caller.Answer confirmation = officer.get(asked(place, place + "@1", "", ""));
        return officer.post(PAGE + "/runs", form(confirmation)).location();
    }
}
