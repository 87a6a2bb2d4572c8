package org.jiaxue.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.jiaxue.points.Simulation;
import org.jiaxue.points.Speech;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Term;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A trial writes nothing, so it takes no month out of its files. */
class TrialsOverFilesTests extends AtTheArchive {

    private static final Term SPRING = Term.ofCode("2026-spring").orElseThrow();

    @Autowired Simulation simulation;

    @Test
    void a_trial_over_months_in_files_is_refused_by_their_names_and_leaves_them_there() {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        learn(guardian, 1, "2026-04-10T20:00");
        archiving.before(SEPTEMBER, _ -> {});

        assertThatThrownBy(() -> tried(_ -> {}))
                .satisfies(refused("points.simulation.wrong.away"))
                .extracting(it -> ((Refusal) it).problem().args().getFirst())
                .asString()
                .contains("2026-03, 2026-04");
        assertThat(archives.of(guardian)).containsExactly(APRIL, MARCH);
        assertThat(rows(guardian)).isEmpty();

        archives.bringBack(YearMonth.of(2026, 1));
        assertThat(tried(_ -> {}).said()).isNotEmpty();
    }

    @Test
    void months_in_files_of_another_term_are_in_nobodys_way() {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(APRIL, _ -> {});

        assertThat(simulation.run("r", file(), next(), 1, new Bare(), _ -> {}).said()).isNotEmpty();
        assertThat(archives.of(guardian)).containsExactly(MARCH);
    }

    @Test
    void a_trial_in_the_midst_of_which_a_month_is_put_away_tells_no_figures() {
        learn(guardian(), 1, "2026-03-10T20:00");
        AtomicBoolean away = new AtomicBoolean();

        assertThatThrownBy(() ->
                        tried(_ -> {
                            if (!away.getAndSet(true)) {
                                archiving.before(APRIL, _ -> {});
                            }
                        }))
                .satisfies(refused("points.simulation.wrong.away"));
        assertThat(away).isTrue();
    }

    @Test
    void a_trial_that_runs_keeps_months_here_and_one_that_was_broken_off_does_not() {
        learn(guardian(), 1, "2026-03-10T20:00");
        UUID trial = runningTrial();
        assertThatThrownBy(() -> archiving.before(APRIL, _ -> {}))
                .satisfies(refused("points.problem.archive-running"));

        jdbc.sql(
                        """
                        update points.trial set heard_at = now() - interval '2 minutes'
                        where trial_id = :id
                        """)
                .param("id", trial)
                .update();
        assertThat(archiving.before(APRIL, _ -> {})).isPositive();
        jdbc.sql("delete from points.trial where trial_id = :id").param("id", trial).update();
    }

    private UUID runningTrial() {
        UUID trial = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into points.trial (
                            trial_id, tried_by, place, whom, term, title_zh, title_en,
                            asked_at, heard_at)
                        values (:id, :id, '330122', 'whom', '2026-spring', 'zh', 'en', now(), now())
                        """)
                .param("id", trial)
                .update();
        return trial;
    }

    private Simulation.Report tried(IntConsumer progress) {
        return simulation.run("rules.yaml", file(), SPRING, 1, new Bare(), progress);
    }

    private static Term next() {
        return Term.ofCode("2026-autumn").orElseThrow();
    }

    private static String file() {
        return """
        division: "330122"
        from: 2026-03-01
        name: { zh: 县里的规则, en: The county's rules }
        changes:
          - { rule: lesson-completed, points: 3 }
        """;
    }

    /** Keys for words. */
    private static final class Bare implements Speech {

        @Override
        public String say(String key, Object... args) {
            return key + List.of(args);
        }

        @Override
        public String say(Words words) {
            return words.zh();
        }

        @Override
        public String number(long number) {
            return Long.toString(number);
        }
    }
}
