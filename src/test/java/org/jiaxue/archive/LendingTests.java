package org.jiaxue.archive;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jiaxue.Caller;
import org.jiaxue.points.Points;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What pages over months in files cost, and what they say when one cannot be read. */
class LendingTests extends AtTheArchive {

    @LocalServerPort int port;
    @Autowired Volumes volumes;
    @Autowired PlatformTransactionManager manager;

    @Test
    void a_page_over_eleven_months_opens_six_files_and_the_next_goes_on() {
        GuardianId guardian = guardian();
        for (int month = 0; month < 11; month++) {
            jdbc.sql("select learning.make_months(:m, 1), points.make_months(:m, 1)")
                    .param("m", MARCH.plusMonths(month).atDay(1))
                    .query((_, _) -> 1)
                    .list();
            learn(guardian, 1, MARCH.plusMonths(month) + "-10T20:00");
        }
        archiving.before(YearMonth.of(2027, 2), _ -> {});
        assertThat(archives.of(guardian)).hasSize(11);

        long before = volumes.opened();
        Points.Page first = points.entries(guardian, null, 30);
        assertThat(volumes.opened() - before).isEqualTo(6);
        Points.Page second = points.entries(guardian, requireNonNull(first.next()), 30);
        assertThat(volumes.opened() - before).isEqualTo(11);

        assertThat(first.entries()).hasSize(6);
        assertThat(second.entries()).hasSize(5);
        assertThat(second.next()).isNull();
        assertThat(second.entries().getFirst().at()).isBefore(first.entries().getLast().at());
    }

    @Test
    void what_a_parent_opens_every_day_opens_no_file() {
        GuardianId few = guardian();
        GuardianId none = guardian();
        learn(few, 1, "2026-03-10T20:00");
        learn(few, 1, "2026-09-10T20:00");
        learn(none, 2, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});
        long before = volumes.opened();

        assertThat(caller(few).get("/me").page().select(".jx-entry")).hasSize(1);
        assertThat(caller(few).get("/me/points").page().select(".jx-entry")).hasSize(1);
        assertThat(caller(few).get("/api/v1/me/points").status()).isEqualTo(200);
        Caller.Answer me = caller(none).get("/me");
        assertThat(me.words()).contains("Your latest entries are from a while ago");
        assertThat(me.page().select("a[href=/me/points]")).isNotEmpty();
        assertThat(volumes.opened()).isEqualTo(before);

        assertThat(caller(none).get("/me/points").page().select(".jx-entry")).hasSize(2);
        assertThat(volumes.opened() - before).isEqualTo(1);
    }

    @Test
    void the_older_lines_are_a_link_away() {
        GuardianId guardian = guardian();
        learn(guardian, 2, "2026-03-10T20:00");
        learn(guardian, 1, "2026-09-10T20:00");
        archiving.before(APRIL, _ -> {});

        String older = caller(guardian).get("/me/points").page().select("a[rel=next]").attr("href");
        Caller.Answer page = caller(guardian).get(older);

        assertThat(page.page().select(".jx-entry")).hasSize(2);
        assertThat(page.page().select("a[rel=next]")).isEmpty();
    }

    @Test
    void a_place_that_is_none_is_refused_before_a_file_is_opened() {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});
        long before = volumes.opened();

        for (String place : new String[] {Ids.next().toString(), Ids.random().toString(), "1-x"}) {
            Caller.Answer refused = caller(guardian).get("/api/v1/me/points?before=" + place);
            assertThat(refused.status()).isEqualTo(400);
        }
        assertThat(caller(guardian).get("/me/points?before=" + Ids.random()).status())
                .isEqualTo(400);
        assertThat(volumes.opened()).isEqualTo(before);
    }

    @Test
    void a_missing_file_takes_nothing_else_from_the_page_and_is_told_kindly() throws IOException {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        learn(guardian, 2, "2026-04-10T20:00");
        archiving.before(SEPTEMBER, _ -> {});
        Path file = directory("points.entry", MARCH).resolve(Manifest.FILE);
        byte[] written = Files.readAllBytes(file);
        Files.delete(file);

        Caller.Answer page = caller(guardian).get("/me/points");
        Caller.Answer first = caller(guardian).get("/api/v1/me/points?limit=5");
        Points.Page april = points.entries(guardian, null, 5);
        String next = requireNonNull(april.next()).text();
        Caller.Answer program = caller(guardian).get("/api/v1/me/points?before=" + next);
        Caller.Answer me = caller(guardian).get("/me");
        Files.write(file, written);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select(".jx-entry")).hasSize(2);
        assertThat(page.words())
                .contains("cannot be shown at the moment", "They are safe")
                .doesNotContain("2026-03/", "manifest", "backup");
        assertThat(page.page().select("a[rel=next]")).isEmpty();
        assertThat(april.entries()).hasSize(2);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).contains("\"next\":\"" + next);
        assertThat(program.status()).isEqualTo(503);
        assertThat(program.body())
                .contains("archive.problem.unread", "They are safe", "\"retryAfterSeconds\":600")
                .doesNotContain("2026-03/");
        assertThat(me.status()).isEqualTo(200);
    }

    @Test
    void no_more_than_so_many_readings_go_at_once() throws InterruptedException {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});
        CountDownLatch reading = new CountDownLatch(OwnMonths.MOST_AT_ONCE);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService others = Executors.newFixedThreadPool(OwnMonths.MOST_AT_ONCE)) {
            for (int i = 0; i < OwnMonths.MOST_AT_ONCE; i++) {
                others.execute(() -> months.lent(() -> waits(reading, end)));
            }
            reading.await();

            try {
                busy(guardian);
            } finally {
                end.countDown();
            }
        }
        assertThat(points.entries(guardian, null, 5).entries()).hasSize(1);
    }

    private void busy(GuardianId guardian) {
        Problem busy = requireNonNull(points.entries(guardian, null, 5).missing());
        Caller.Answer page = caller(guardian).get("/me/points");
        Caller.Answer program = caller(guardian).get("/api/v1/me/points");

        assertThat(busy.key()).isEqualTo("archive.problem.many");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.words()).contains("Please come back in half a minute");
        assertThat(program.status()).isEqualTo(503);
        assertThat(program.body()).contains("\"retryAfterSeconds\":20");
    }

    private static boolean waits(CountDownLatch reading, CountDownLatch end) {
        reading.countDown();
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @Test
    void a_reading_of_one_moment_is_refused_when_a_month_was_put_away_since() {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        TransactionTemplate oneMoment = new TransactionTemplate(manager);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);

        oneMoment.executeWithoutResult(moment -> {
            moment.setRollbackOnly();
            store.all();
            try (ExecutorService other = Executors.newSingleThreadExecutor()) {
                other.execute(() -> archiving.before(APRIL, _ -> {}));
            }
            assertThatThrownBy(() -> months.bringAll(guardian))
                    .satisfies(refused("archive.problem.moving"));
        });

        oneMoment.executeWithoutResult(moment -> {
            moment.setRollbackOnly();
            months.bringAll(guardian);
            assertThat(rows(guardian)).hasSize(2);
        });
        assertThat(archives.of(guardian)).containsExactly(MARCH);
    }

    private Caller caller(GuardianId guardian) {
        EnumSet<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.LEARN, Viewer.Scope.READ);
        return Caller.with(
                port, "en", people.issueToken(guardian, scopes, Duration.ofHours(9)).token());
    }
}
