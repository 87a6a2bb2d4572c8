package org.jiaxue.points.hold;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jiaxue.learning.Circumstances;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.Telling;
import org.jiaxue.points.hold.Hold.Step;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Points of a guardian of a test that are held, and what comes after. */
public final class Checked {

    private static final String DEVICE = "a1".repeat(32);
    private static final String NETWORK = "b2".repeat(32);

    private Checked() {}

    /** A lesson whose points wait; by what its check is called. */
    public static String of(GuardianId guardian, String division, ApplicationContext house) {
        LearningEvent lesson =
                new Telling(guardian, division, Telling.someone().ages())
                        .lessons(1, "2026-03-02T08:00")
                        .getFirst();
        Circumstances seen = new Circumstances(DEVICE, NETWORK, 345, 67, 89);
        house.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ ->
                        house.getBean(Earner.class)
                                .earn(List.of(lesson), Map.of(lesson.id(), seen)));
        return house.getBean(HoldStore.class).of(guardian).getLast().id().toString();
    }

    /** Points that the guardian wrote about, that were refused, appealed and refused again. */
    public static void throughout(GuardianId guardian, String division, ApplicationContext house) {
        of(guardian, division, house);
        Hold hold = house.getBean(HoldStore.class).of(guardian).getLast();
        Decisions decisions = house.getBean(Decisions.class);
        Viewer viewer = Viewer.Guardian.inPerson(guardian);
        decisions.say(viewer, guardian, hold.id(), "我们一家合用一台平板。");
        decisions.decide(somebody(), hold.id(), Step.FIRST, Reason.NOT_READ, "没有读题的时间。", "330102");
        decisions.appeal(viewer, guardian, hold.id(), "请另一位再看一次。");
        decisions.decide(somebody(), hold.id(), Step.APPEAL, Reason.NOT_PLAYED, "看过两遍。", "330102");
    }

    private static Viewer.Staff somebody() {
        return new Viewer.Staff(new StaffId(Ids.next()), "职员", EnumSet.allOf(Viewer.Scope.class));
    }
}
