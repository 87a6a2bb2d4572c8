package org.jiaxue.points.simulation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
import org.jiaxue.points.TrialGrading.Rung;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Guardians of a county who learn, and what is stored of them. */
final class LearningCounty {

    /** Nobody looks on while a trial is gone through, and it goes on to its end. */
    static final Simulator.Watch NOBODY =
            new Simulator.Watch() {
                @Override
                public void done(long guardians, long of) {}

                @Override
                public boolean goesOn() {
                    return true;
                }
            };

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static int phones = 1;

    private final String county;
    private final Learning learning;
    private final People people;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    LearningCounty(String county, ApplicationContext house) {
        this.county = county;
        this.learning = house.getBean(Learning.class);
        this.people = house.getBean(People.class);
        this.jdbc = house.getBean(JdbcClient.class);
        this.transactions = house.getBean(TransactionTemplate.class);
    }

    String code() {
        return county;
    }

    /** Guardians who come against every cap, with sessions seen twice. */
    void busy(int guardians) {
        for (int i = 0; i < guardians; i++) {
            GuardianId one = guardian();
            for (int day = 1; day <= 14; day++) {
                String date = "2026-10-%02dT".formatted(day);
                learn(one, EventKind.LESSON_COMPLETED, 1 + (day + i) % 8, date + "08:00");
                learn(one, EventKind.REFLECTION_ANSWERED, (day * i) % 4, date + "12:00");
            }
            UUID session = Ids.next();
            tell(one, EventKind.REPLAY_WATCHED, session, "2026-10-03T20:00");
            tell(one, EventKind.LIVE_ATTENDED, session, "2026-10-05T20:00");
            learn(one, EventKind.ACTIVITY_ATTENDED, 3, "2026-10-20T09:00");
        }
    }

    /** Sixty who learn by day, and twelve who do not learn. */
    void sixtyWhoLearnAndTwelveWhoDoNot() {
        for (int i = 0; i < 60; i++) {
            GuardianId one = guardian();
            learn(one, EventKind.LESSON_COMPLETED, 2, "2026-10-12T08:00");
            learn(one, EventKind.REFLECTION_ANSWERED, 2, "2026-10-13T08:00");
        }
        for (int i = 0; i < 12; i++) {
            guardian();
        }
    }

    /** Somebody new who may draft rules of the county. */
    Viewer.Staff officer() {
        StaffId id =
                people.hire(
                        "trial." + Ids.next().toString().substring(19),
                        "职员",
                        "a-long-password",
                        List.of(new Grant(Role.COUNTY_OFFICER, county)));
        return new Viewer.Staff(id, "职员", Set.of(Viewer.Scope.STAFF));
    }

    GuardianId guardian() {
        Phone phone = Phone.read("1780088%04d".formatted(phones++)).orElseThrow();
        GuardianId guardian = people.register(phone, county);
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }

    void learn(GuardianId guardian, EventKind kind, int times, String localTime) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            facts.add(fact(guardian, kind, Ids.next(), instant(localTime).plusSeconds(60L * i)));
        }
        transactions.executeWithoutResult(_ -> learning.record(facts));
    }

    void tell(GuardianId guardian, EventKind kind, UUID cause, String localTime) {
        transactions.executeWithoutResult(
                _ -> learning.record(List.of(fact(guardian, kind, cause, instant(localTime)))));
    }

    private static Instant instant(String localTime) {
        return LocalDateTime.parse(localTime).atZone(ZONE).toInstant();
    }

    private static Fact fact(GuardianId guardian, EventKind kind, UUID cause, Instant at) {
        int minutes = 10 - Math.floorMod(cause.getLeastSignificantBits(), 2) * 5;
        boolean lesson = kind == EventKind.LESSON_COMPLETED;
        return new Fact(
                guardian,
                kind,
                cause,
                at,
                new Subject(
                        new Words("早晨清单", "The morning list"),
                        Stage.PRIMARY,
                        new Ages(84, 120),
                        "",
                        60 * (lesson ? 10 : minutes)));
    }

    void confirm(GuardianId guardian, String layer, int level) {
        jdbc.sql(
                        """
                        insert into licences.confirmation (
                            guardian_id, request_id, scheme, version, layer, period, level,
                            division, confirmer, node, asked_at, state, decided_at, decided_by)
                        values (:guardian, :id, 'wucheng', 1, :layer, '2026-2027', :level,
                                :county, 'class', '', now(), 'confirmed', now(), :id)
                        """)
                .param("guardian", guardian.value())
                .param("id", Ids.next())
                .param("layer", layer)
                .param("level", level)
                .param("county", county)
                .update();
    }

    /** The points that caps have seen of the county's guardians, of a kind of event. */
    long stored(EventKind kind) {
        return jdbc.sql(
                        """
                        select coalesce(sum(points), 0) from points.entry
                        where state = 'counted' and division like :county || '%' and kind = :kind
                        """)
                .param("county", county)
                .param("kind", kind.slug())
                .query(Long.class)
                .single();
    }

    long events() {
        return jdbc.sql("select count(*) from learning.event where division like :county || '%'")
                .param("county", county)
                .query(Long.class)
                .single();
    }

    long reached(Rung rung) {
        return jdbc.sql(
                        """
                        select count(*)
                        from licences.licence l
                        join identity.guardian g on g.guardian_id = l.guardian_id
                        where g.division like :county || '%' and l.scheme = :scheme
                          and l.layer = :layer and l.level = :level
                        """)
                .param("county", county)
                .param("scheme", rung.scheme())
                .param("layer", rung.layer())
                .param("level", rung.level())
                .query(Long.class)
                .single();
    }

    String counts() {
        return Objects.requireNonNull(
                jdbc.sql(
                                """
                                select concat_ws(' ',
                                    (select count(*) from learning.event),
                                    (select count(*) from points.entry),
                                    (select sum(version) from points.account),
                                    (select count(*) from points.rule_set),
                                    (select count(*) from licences.counted),
                                    (select count(*) from licences.sum),
                                    (select count(*) from licences.licence),
                                    (select count(*) from licences.scheme))
                                """)
                        .query(String.class)
                        .single());
    }

    /** The number that the next transaction gets that writes. */
    long nextTransaction() {
        return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }
}
