package org.jiaxue.licences.benefit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Lights a first star by what was learned, and offers what it opens. */
public final class Stars {

    /** Weeks of courses, fifteen points a day up to forty a week. */
    private static final int WEEKS = 4;

    private final ApplicationContext house;

    public Stars(ApplicationContext house) {
        this.house = house;
    }

    /** Gives a guardian with a child of eight the first star. */
    public void light(GuardianId guardian) {
        Subject subject = new Subject(new Words("早晨", "Morning"), Stage.PRIMARY, new Ages(84, 120));
        List<Fact> facts = new ArrayList<>();
        Instant now = house.getBean(Times.class).now();
        for (int day = 1; day <= WEEKS * 7; day++) {
            Instant at = now.minus(Duration.ofDays(day));
            for (int course = 0; course < 3; course++) {
                facts.add(new Fact(guardian, EventKind.COURSE_COMPLETED, Ids.next(), at, subject));
            }
        }
        Instant at = now.minus(Duration.ofDays(1));
        facts.add(new Fact(guardian, EventKind.ACTIVITY_ATTENDED, Ids.next(), at, subject));
        house.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> house.getBean(Learning.class).record(facts));
    }

    /** An offer of vouchers for the first star, written by one and read by another. */
    public OfferId offered(String division, StaffId writer, StaffId reader) {
        Offer offer = offer(division, BenefitKind.VOUCHER, 1, 1_000, 10);
        Offers offers = house.getBean(Offers.class);
        offers.make(offer, promise("绘本一本"), by(writer));
        offers.read(offer.id(), 1, by(reader));
        return offer.id();
    }

    /** Takes one of an offer. */
    public TakingId taken(GuardianId guardian, OfferId offer) {
        Got got = house.getBean(Takings.class).take(guardian, offer);
        if (got instanceof Got.Taken(TakingId id)) {
            return id;
        }
        throw new AssertionError(got);
    }

    /** Whether more can be taken of an offer. */
    public boolean open(OfferId offer) {
        LocalDate today = house.getBean(Times.class).today();
        return house.getBean(Offers.class)
                .find(offer)
                .filter(it -> it.on(today) == Kept.State.OPEN)
                .isPresent();
    }

    /** Whether what was taken can still be given back and used. */
    public boolean good(GuardianId guardian, TakingId id) {
        LocalDate today = house.getBean(Times.class).today();
        return house.getBean(Takings.class)
                .find(guardian, id)
                .filter(it -> it.taking().on(today) == Taking.State.GOOD)
                .isPresent();
    }

    Offer offer(String division, BenefitKind kind, int level, int quota, int each) {
        LocalDate today = house.getBean(Times.class).today();
        return new Offer(
                OfferId.next(),
                division,
                kind,
                new Gate("shangcheng", level, null),
                quota,
                each,
                today,
                today.plusDays(30));
    }

    static Promise promise(String title) {
        return new Promise(
                new Words(title, "A picture book"),
                new Words("免费领一本绘本", "One free picture book"),
                new Words("区图书馆一楼", "District library, ground floor"));
    }

    private static Viewer.Staff by(StaffId id) {
        return new Viewer.Staff(id, "职员", EnumSet.allOf(Viewer.Scope.class));
    }
}
