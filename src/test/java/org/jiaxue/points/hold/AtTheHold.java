package org.jiaxue.points.hold;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.learning.Circumstances;
import org.jiaxue.learning.Earned;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.Points;
import org.jiaxue.points.Telling;
import org.jiaxue.points.hold.Hold.Step;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Guardians whose learning trips detectors, and officers who decide, by a clock that is told. */
@RoomTest
@Import(ToldClock.InTheHouse.class)
abstract class AtTheHold {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String DIVISION = "330102001";
    static final String NAME = "沈阿梅";
    static final String COUNTY = "330102";

    /** Answered in less time than a question takes to read. */
    static final Circumstances QUICK = Circumstances.NONE.answeredIn(300);

    private static int phones;

    @Autowired Earner earner;
    @Autowired Points points;
    @Autowired People people;
    @Autowired Decisions decisions;
    @Autowired HoldStore store;
    @Autowired DueJob job;
    @Autowired ToldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    final Viewer.Staff officer = staff();
    final Viewer.Staff another = staff();
    Telling someone = Telling.someone();

    @BeforeEach
    void arrive() {
        at("2026-10-12T20:00");
        someone = guardian();
    }

    static Viewer.Staff staff() {
        return new Viewer.Staff(new StaffId(Ids.next()), "职员", EnumSet.allOf(Viewer.Scope.class));
    }

    Telling guardian() {
        Phone phone = Phone.read("134" + (20_000_000 + ++phones)).orElseThrow();
        GuardianId guardian = people.register(phone, NAME, DIVISION);
        people.giveConsent(guardian, Purpose.RECORDS);
        return new Telling(guardian, DIVISION, new Ages(84, 120));
    }

    void at(String localTime) {
        clock.set(instant(localTime));
    }

    static Instant instant(String localTime) {
        return LocalDateTime.parse(localTime).atZone(ZONE).toInstant();
    }

    List<Earned> earn(List<LearningEvent> events) {
        return transactions.execute(_ -> earner.earn(events)).earned();
    }

    /** Events of which all was seen alike. */
    List<Earned> earn(List<LearningEvent> events, Circumstances seen) {
        Map<UUID, Circumstances> circumstances = new HashMap<>();
        events.forEach(it -> circumstances.put(it.id(), seen));
        return transactions.execute(_ -> earner.earn(events, circumstances)).earned();
    }

    /** So many lessons of today that are held; their hold of the first. */
    Hold held(int lessons, String localTime) {
        earn(someone.lessons(lessons, localTime), QUICK);
        return hold();
    }

    /** The first hold of the guardian, as it stands. */
    Hold hold() {
        return store.of(someone.guardian()).getFirst();
    }

    Deciding release(Viewer.Staff by) {
        return decide(by, Step.FIRST, Reason.NOTHING_FOUND);
    }

    Deciding refuse(Viewer.Staff by) {
        return decide(by, Step.FIRST, Reason.NOT_READ);
    }

    Deciding decide(Viewer.Staff by, Step step, Reason reason) {
        return decisions.decide(by, hold().id(), step, reason, null, COUNTY);
    }

    Deciding say(String words) {
        return decisions.say(viewer(), someone.guardian(), hold().id(), words);
    }

    Deciding appeal(String words) {
        return decisions.appeal(viewer(), someone.guardian(), hold().id(), words);
    }

    private Viewer viewer() {
        return Viewer.Guardian.inPerson(someone.guardian());
    }

    int balance() {
        points.audit(someone.guardian());
        return points.sums(someone.guardian()).balance();
    }

    Points.Entry newest() {
        return points.entries(someone.guardian(), null, 1).entries().getFirst();
    }
}
