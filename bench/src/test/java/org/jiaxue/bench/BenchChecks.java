package org.jiaxue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bench's own arithmetic: {@code bench/run --check} compiles all measurements and runs this. It
 * measures nothing.
 */
final class BenchChecks {

    private final List<String> wrong = new ArrayList<>();
    private int checked;

    /** Ends with 0 where all holds, else with 1 and a line for each that does not. */
    public static void main(String[] args) throws IOException {
        BenchChecks checks = new BenchChecks();
        checks.a_figure_is_its_median_run_held_against_its_limits();
        checks.a_rate_that_halves_and_a_time_that_doubles_are_half_as_good();
        checks.a_figure_falls_when_it_loses_more_than_the_tolerance();
        checks.only_figures_of_the_same_name_and_limit_are_held_against_each_other();
        checks.kept_figures_come_back_and_others_stay();
        checks.a_process_tells_its_times_whatever_its_name_is();
        checks.memory_that_processes_share_is_told_apart();
        checks.an_open_loop_counts_the_wait_of_those_behind_one_that_stood_still();
        checks.what_a_generator_saw_is_read_and_a_refusal_ends_it();
        checks.answers_of_another_length_are_other_pages();
        checks.wrong.forEach(System.err::println);
        System.out.printf(
                "bench: %d checks, %d do not hold%n", checks.checked, checks.wrong.size());
        System.exit(checks.wrong.isEmpty() ? 0 : 1);
    }

    private void a_figure_is_its_median_run_held_against_its_limits() {
        Figure limit = Figure.alone("limit", runs(400, 100, 200));
        Figure figure = Figure.against(limit, "figure", runs(50, 30, 10));
        equal("median", figure.median().value(), 30.0);
        equal("ratio", figure.ratio().orElseThrow(), 0.15);
        equal("least", figure.json().get("min"), 10.0);
        equal("most", figure.json().get("max"), 50.0);
    }

    private void a_rate_that_halves_and_a_time_that_doubles_are_half_as_good() {
        equal("rate", Unit.of("1/s").part(0.2, 0.4), 0.5);
        equal("time", Unit.of("ms").part(0.4, 0.2), 0.5);
        equal("memory", Unit.of("MB").part(1.5, 1.5), 1.0);
    }

    private void a_figure_falls_when_it_loses_more_than_the_tolerance() {
        Baseline kept = new Baseline(Map.of()).with(measured("1/s", "limit", 0.400, 2));
        equal("as good", beside(kept, measured("1/s", "limit", 0.400, 2)).fell(), false);
        equal("a bit less", beside(kept, measured("1/s", "limit", 0.301, 2)).fell(), false);
        equal("less", beside(kept, measured("1/s", "limit", 0.299, 2)).fell(), true);
        equal("better", beside(kept, measured("1/s", "limit", 0.900, 2)).fell(), false);
    }

    private void only_figures_of_the_same_name_and_limit_are_held_against_each_other() {
        Baseline kept = new Baseline(Map.of()).with(measured("1/s", "limit", 0.4, 2));
        equal("other limit", found(kept, measured("1/s", "other", 0.4, 2)), false);
        equal("same", found(kept, measured("1/s", "limit", 0.4, 2)), true);
        equal("cores", beside(kept, measured("1/s", "limit", 0.4, 4)).sameCores(), false);
        equal("nothing kept", found(new Baseline(Map.of()), measured("s", "l", 1, 2)), false);
    }

    private void kept_figures_come_back_and_others_stay() throws IOException {
        Path file = Files.createTempFile("baseline", ".json");
        try {
            JsonNode other =
                    read("{'figures':[{'figure':'other','unit':'s','limit':'l','ratio':2}]}");
            new Baseline(Map.of())
                    .with(other)
                    .with(measured("1/s", "limit", 0.4, 2))
                    .with(measured("1/s", "limit", 0.5, 2))
                    .write(file);
            Baseline back = Baseline.read(file);
            equal("names", back.figures().keySet().toString(), "[figure, other]");
            equal("last", beside(back, measured("1/s", "limit", 0.5, 2)).kept(), 0.5);
            equal("same cores", beside(back, measured("1/s", "limit", 0.5, 2)).sameCores(), true);
        } finally {
            Files.delete(file);
        }
        equal("no file", Baseline.read(file).figures().size(), 0);
    }

    private void a_process_tells_its_times_whatever_its_name_is() {
        ProcessFiles.Time time =
                ProcessFiles.Time.of(
                        "42 (a) b (c) S 1 42 42 0 -1 4194560 9 8 7 6 150 50 300 25 20 0 1 0 99");
        equal("own", time.own(), 2.0);
        equal("ended children", time.ended(), 3.25);
    }

    private void memory_that_processes_share_is_told_apart() {
        ProcessFiles.Memory memory =
                ProcessFiles.Memory.of(
                        List.of(
                                "VmHWM:\t 900 kB",
                                "RssAnon:\t 100 kB",
                                "RssFile:\t 20 kB",
                                "RssShmem:\t 3 kB"));
        equal("own", memory.own(), 100L * 1024);
        equal("shared", memory.shared(), 3L * 1024);
        equal("all", memory.all(), 123L * 1024);
        equal("gone", new ProcessFiles(Integer.MAX_VALUE).memory().all(), 0L);
    }

    /** One connection and 400 requests in a second, the first of which takes 200 ms. */
    private void an_open_loop_counts_the_wait_of_those_behind_one_that_stood_still() {
        OpenLoop.Told told =
                new OpenLoop(400, 1)
                        .run(
                                0,
                                1,
                                () ->
                                        number -> {
                                            if (number == 0) {
                                                Thread.sleep(200);
                                            }
                                            return number != 7;
                                        });
        equal("answered", told.answered(), 399L);
        equal("failed", told.failed(), 1L);
        equal("who stood still", told.part(1) >= 200_000_000, true);
        // A fifth of the requests were due while the first stood still, half of them for 100 ms.
        equal("who came behind", told.part(0.90) >= 90_000_000, true);
    }

    private void what_a_generator_saw_is_read_and_a_refusal_ends_it() {
        long[] nanos = {1_000_000, 2_000_000, 9_000_000};
        Seen seen = Seen.read("load", "hello\n" + new OpenLoop.Told(3, 0, nanos).json(2));
        equal("a second", seen.run(2).value(), 3.0);
        equal("half of them", seen.run(2).p50(), 2.0);
        equal("slowest", seen.run(2).max(), 9.0);
        refuses("refused", () -> Seen.read("load", new OpenLoop.Told(2, 1, nanos).json(2)));
        refuses("nothing told", () -> Seen.read("load", "hello"));
    }

    private void answers_of_another_length_are_other_pages() {
        Looking.Lengths lengths = new Looking.Lengths(9_000, 12_000);
        lengths.check("pages", 10_400);
        refuses("shorter", () -> lengths.check("pages", 300));
    }

    private static boolean found(Baseline kept, JsonNode measured) {
        return kept.beside(measured.path("machine"), measured.path("figures").get(0)).isPresent();
    }

    private static Baseline.Beside beside(Baseline kept, JsonNode measured) {
        return kept.beside(measured.path("machine"), measured.path("figures").get(0)).orElseThrow();
    }

    private static JsonNode measured(String unit, String limit, double ratio, int cores) {
        return read(
                """
                {'machine':{'cores':%d},
                 'figures':[{'figure':'figure','unit':'%s','limit':'%s','ratio':%s}]}
                """
                        .formatted(cores, unit, limit, ratio));
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    private static List<Run> runs(double... values) {
        return DoubleStream.of(values).mapToObj(Run::only).toList();
    }

    private void refuses(String what, Runnable wrongful) {
        boolean refused = false;
        try {
            wrongful.run();
        } catch (BenchFailed sentence) {
            refused = true;
        }
        equal(what, refused, true);
    }

    private void equal(String what, Object found, Object expected) {
        checked++;
        if (!found.equals(expected)) {
            wrong.add("bench: " + what + ": " + found + ", not " + expected);
        }
    }
}
