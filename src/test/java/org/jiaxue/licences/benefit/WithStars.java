package org.jiaxue.licences.benefit;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Role;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Guardians with and without a star, two officers of their county, and a venue's counter. */
@RoomTest
public abstract class WithStars {

    protected static final String COUNTY = "330102";
    private static final AtomicInteger PHONES = new AtomicInteger(20_000_000);

    @LocalServerPort protected int port;
    @Autowired protected People people;
    @Autowired protected ApplicationContext house;
    @Autowired protected Offers offers;
    @Autowired protected Takings takings;
    @Autowired protected Counter counter;
    @Autowired protected Times times;
    @Autowired protected JdbcClient jdbc;
    @Autowired protected TransactionTemplate transaction;
    protected Viewer.Staff writer;
    protected Viewer.Staff reader;
    protected Viewer.Staff venue;

    @BeforeEach
    void officers() {
        writer = staff("offer.writer", Role.COUNTY_OFFICER, COUNTY);
        reader = staff("offer.reader", Role.COUNTY_OFFICER, COUNTY);
        venue = staff("offer.venue", Role.VENUE, COUNTY);
    }

    protected Viewer.Staff staff(String login, Role role, String node) {
        StaffId id = people.hire(login, "职员", "a-long-password", List.of(new Grant(role, node)));
        return new Viewer.Staff(id, "职员", EnumSet.allOf(Viewer.Scope.class));
    }

    protected GuardianId guardian() {
        Phone phone = Phone.read("136" + PHONES.incrementAndGet()).orElseThrow();
        GuardianId guardian = people.register(phone, COUNTY + "001");
        people.giveConsent(guardian, Purpose.RECORDS);
        people.giveConsent(guardian, Purpose.CHILDREN);
        people.addChild(guardian, YearMonth.now(ZoneId.of("Asia/Shanghai")).minusYears(8));
        return guardian;
    }

    /** Somebody who has the first star of the layer of a child of eight. */
    protected GuardianId starred() {
        GuardianId guardian = guardian();
        new Stars(house).light(guardian);
        return guardian;
    }

    protected Promise promise(String title) {
        return Stars.promise(title);
    }

    protected Offer offer(BenefitKind kind, int level, int quota, int each) {
        return new Stars(house).offer(COUNTY, kind, level, quota, each);
    }

    /** An offer of vouchers for the first star that is open. */
    protected OfferId opened(int quota, int each) {
        return opened(offer(BenefitKind.VOUCHER, 1, quota, each));
    }

    protected OfferId opened(Offer offer) {
        offers.make(offer, promise("绘本一本"), writer);
        offers.read(offer.id(), 1, reader);
        return offer.id();
    }

    protected TakingId taken(GuardianId guardian, OfferId offer) {
        return new Stars(house).taken(guardian, offer);
    }

    protected String code(GuardianId guardian, TakingId taking) {
        return String.join(" ", takings.groups(guardian, taking));
    }

    protected int left(OfferId offer) {
        return offers.find(offer).orElseThrow().left();
    }

    protected Caller parent(GuardianId guardian, String language) {
        Set<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.LEARN, Viewer.Scope.READ);
        return Caller.with(
                port, language, people.issueToken(guardian, scopes, Duration.ofHours(9)).token());
    }

    protected Caller desk(Viewer.Staff staff, String language) {
        Set<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.STAFF, Viewer.Scope.READ);
        return Caller.with(
                port, language, people.issueToken(staff.id(), scopes, Duration.ofHours(9)).token());
    }
}
