package org.jiaxue.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jiaxue.Caller;
import org.jiaxue.EveryRoute;
import org.jiaxue.archive.Monthly;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.account.Leaver;
import org.jiaxue.identity.signin.Browser;
import org.jiaxue.identity.signin.KeptCodes;
import org.jiaxue.identity.token.Tokens;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.points.Recalculation;
import org.jiaxue.statistics.Rebuild;
import org.jiaxue.web.ClientId;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Recurring;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The roads on which what grows is written and read, each walked once. */
record Roads(ApplicationContext house, int port) {

    private static final String SIGNS_IN = "13912340001";
    private static final String LEAVES = "13912340002";

    /** As many as send a beat while the one before is written. */
    private static final int A_GROUP = 25;

    private static final GuardianId NOBODY = new GuardianId(new UUID(0, 0));

    /** A sixteenth of all guardians lies between these. */
    private static final GuardianId FROM =
            new GuardianId(UUID.fromString("40000000-0000-0000-0000-000000000000"));

    private static final GuardianId UP_TO =
            new GuardianId(UUID.fromString("50000000-0000-0000-0000-000000000000"));

    void walk() throws Exception {
        Leaver leaver = new Leaver(house, new Phone(LEAVES));
        learn(bean(People.class).guardiansIn("", NOBODY, A_GROUP));
        signIn();
        goThroughAgain();
        bringBack();
        EveryRoute.walk(house, port);
        house.getBeansOfType(Recurring.class).values().stream()
                .flatMap(it -> it.recurring().stream())
                .forEach(it -> it.work().run());
        endSessions();
        startAgain();
        leaver.leave();
        Caller.visitor(port, "en").get("/credentials/" + "f".repeat(32));
    }

    /** Beats and answers of many at once; and facts, as of many who were at a session. */
    private void learn(List<GuardianId> guardians) {
        Learning learning = bean(Learning.class);
        Lesson lesson = bean(Catalogue.class).lessons().getFirst();
        List<CompletableFuture<?>> beats = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        UUID session = Ids.next();
        for (GuardianId guardian : guardians) {
            UUID playback = Ids.next();
            learning.play(guardian, playback, lesson.id());
            beats.add(learning.played(guardian, playback, 0, 5));
            learning.reflect(guardian, lesson.id(), "A");
            Instant now = bean(Times.class).now();
            for (EventKind kind : List.of(EventKind.LIVE_ATTENDED, EventKind.REPLAY_WATCHED)) {
                facts.add(new Fact(guardian, kind, session, now, Subject.about(lesson)));
            }
        }
        CompletableFuture.allOf(beats.toArray(CompletableFuture[]::new)).join();
        bean(TransactionTemplate.class).executeWithoutResult(_ -> learning.record(facts));
        learning.earned(guardians.getFirst(), EventKind.LIVE_ATTENDED, session);
    }

    private void signIn() throws Exception {
        try (Browser browser = new Browser(port, "zh-CN")) {
            browser.post("/sign-in/codes", "phone", SIGNS_IN);
            browser.post("/sign-in", "code", bean(KeptCodes.class).codeOf(SIGNS_IN));
        }
    }

    /** Re-runs of points and of figures, and what both read. */
    private void goThroughAgain() {
        Instant now = bean(Times.class).now();
        bean(Learning.class).events(FROM, UP_TO, now.minus(Duration.ofDays(150)), now, _ -> {});
        LocalDate today = bean(Times.class).today();
        Recalculation recalculation = bean(Recalculation.class);
        assertThat(recalculation.begin("33", today.minusDays(9), today)).isPresent();
        recalculation.work(1);
        bean(Rebuild.class).all(_ -> {});
        People people = bean(People.class);
        people.guardiansIn("330102", NOBODY, A_GROUP);
        people.guardiansByDivision("330102", 6);
    }

    /** As where the last file of a month is back. */
    private void bringBack() {
        house.getBeansOfType(Monthly.class)
                .values()
                .forEach(it -> assertThat(it.anyAway(YearMonth.of(1999, 1))).isFalse());
    }

    /** As who leaves the staff, and as a platform that is trusted no longer. */
    private void endSessions() {
        Tokens tokens = bean(Tokens.class);
        tokens.removeAll(new StaffId(Ids.next()));
        tokens.removeAll(new ClientId(Ids.next()));
    }

    /** Certificates that stand in clear are looked for as the house opens. */
    private void startAgain() {
        Class<?> seal = Objects.requireNonNull(house.getType("namedSeal"));
        house.getAutowireCapableBeanFactory().createBean(seal);
    }

    private <T> T bean(Class<T> type) {
        return house.getBean(type);
    }
}
