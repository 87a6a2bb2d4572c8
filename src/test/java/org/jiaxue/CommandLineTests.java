package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiaxue.nodes.JobsCheck;
import org.jiaxue.nodes.JobsCheck.Trouble;
import org.jiaxue.points.LedgerCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a command takes from its arguments and what from the environment, in a process of its own.
 */
class CommandLineTests {

    @TempDir Path directory;

    private record Said(int status, String words) {}

    @Test
    void commands_look_where_the_environment_says_unless_they_are_told_otherwise()
            throws Exception {
        String there = directory.resolve("there").toString();
        Map<String, String> environment = Map.of("JIAXUE_DATA", there, "JIAXUE_PORT", "8217");

        assertThat(run(environment, "doctor", "--language=en").words())
                .contains("port 8217", "port 8218", there);
        assertThat(
                        run(environment, "doctor", "--language=en", "--port=8213", "--data=/tmp")
                                .words())
                .contains("port 8213", "for /tmp")
                .doesNotContain("8217", there);
        assertThat(run(environment, "doctor", "--language=en", "--port", "70000").words())
                .isEqualTo("jiaxue: the port must be between 1 and 65534, not 70000");
        assertThat(
                        run(environment, "hire", "wang", "--name=W", "--role=teacher", "--at=33")
                                .words())
                .contains("nothing was ever started in " + there);
    }

    @Test
    void recalculating_says_in_the_language_asked_for_what_it_was_not_told() throws Exception {
        assertThat(run(Map.of(), "recalculate", "--rules=330102", "--language=en").words())
                .contains("Say by --from the first day");
        assertThat(run(Map.of(), "recalculate", "--rules=330102", "--language=zh").words())
                .contains("请用 --from 写明从哪一天起");
    }

    @Test
    void rebuilding_says_what_can_be_rebuilt() throws Exception {
        assertThat(run(Map.of(), "rebuild", "points", "--language=en").words())
                .contains("What can be rebuilt is called statistics, not points.");
        assertThat(run(Map.of(), "rebuild", "points", "--language=zh").words())
                .contains("能重建的是 statistics，没有 points。");
    }

    @Test
    void the_doctor_says_how_the_last_check_of_the_ledger_came_out() throws Exception {
        Map<String, String> there = Map.of("JIAXUE_DATA", directory.toString());
        assertThat(run(there, "doctor", "--language=en").words())
                .contains("no process in this directory has checked the ledger yet");

        new LedgerCheck.Checked(Instant.parse("2026-11-22T18:01:02.9Z"), 12, 345, 0)
                .leave(directory);
        assertThat(run(there, "doctor", "--language=en").words())
                .contains(
                        "good  the ledger was checked 2026-11-22T18:01:02Z: 12 accounts, 345"
                                + " entries, 0 findings");

        new LedgerCheck.Checked(Instant.parse("2026-11-23T18:01:02Z"), 12, 346, 2).leave(directory);
        assertThat(run(there, "doctor", "--language=en").words())
                .contains("ALERT the ledger was checked 2026-11-23T18:01:02Z")
                .contains("2 findings; see /console/ledger");
    }

    @Test
    void the_doctor_says_which_jobs_are_not_done_and_what_to_do() throws Exception {
        Map<String, String> there = Map.of("JIAXUE_DATA", directory.toString());
        assertThat(run(there, "doctor", "--language=en").words())
                .contains("no process in this directory has looked at the jobs yet");

        Instant at = Instant.parse("2026-11-22T18:01:02.9Z");
        new JobsCheck(at, List.of()).leave(directory);
        assertThat(run(there, "doctor", "--language=zh").words())
                .contains("正常 后台任务都按时做了（2026-11-22T18:01:02Z 看到的）");

        Trouble failing =
                new Trouble.Failing("points.audit", 3, Instant.parse("2026-11-21T08:00:00Z"));
        Trouble never = new Trouble.Failing("statistics.closing", 1, null);
        Trouble waiting =
                new Trouble.Waiting("events.retry", Instant.parse("2026-11-22T09:00:00Z"));
        new JobsCheck(at, List.of(failing, never, waiting)).leave(directory);
        assertThat(run(there, "doctor", "--language=zh").words().lines())
                .anyMatch(it ->
                        it.startsWith("注意 后台任务 points.audit 接连失败了 3 次")
                                && it.contains("上一次做成是 2026-11-21T08:00:00Z")
                                && it.contains("找 job=points.audit"))
                .anyMatch(it -> it.startsWith("注意 后台任务 events.retry 没有人做"));
        assertThat(run(there, "doctor", "--language=en").words())
                .contains("ALERT the job points.audit has failed 3 times in a row")
                .contains("ALERT the job statistics.closing has failed 1 times in a row")
                .contains("was never done well")
                .contains("ALERT nobody does the job events.retry")
                .contains("it was due 2026-11-22T09:00:00Z")
                .doesNotContain("good  every job");
    }

    @Test
    void the_doctor_says_whether_months_in_files_are_all_there() throws Exception {
        Path archive = directory.resolve("months");
        Map<String, String> there =
                Map.of("JIAXUE_DATA", directory.toString(), "JIAXUE_ARCHIVE", archive.toString());
        assertThat(run(there, "doctor", "--language=en").words())
                .contains("no month was put away into " + archive);

        Path month = Files.createDirectories(archive.resolve("2025-03/points.entry"));
        Path file = Files.write(month.resolve("00001.jsonl.gz"), new byte[7]);
        Files.writeString(
                month.resolve("manifest.json"),
                """
                {"name":"points.entry","month":"2025-03","points":{"lesson-completed":3},"files":[
                  {"file":"00001.jsonl.gz","first":"a","last":"b","rows":1,"bytes":7,"sha256":""}]}
                """);
        assertThat(run(there, "doctor", "--language=en").words())
                .contains("good  1 tables' months lie in " + archive + ", 1 files, all there");

        Files.write(file, new byte[6]);
        assertThat(run(there, "doctor", "--language=zh").words().lines())
                .anyMatch(it ->
                        it.startsWith("注意 ")
                                && it.contains("2025-03/points.entry/00001.jsonl.gz")
                                && it.contains("docs/operations/archive.md"));
        Files.delete(file);
        assertThat(run(there, "doctor", "--language=en").words())
                .contains("2025-03/points.entry/00001.jsonl.gz", "docs/operations/archive.md")
                .doesNotContain("all there");
    }

    @Test
    void an_import_refuses_in_the_language_that_it_was_asked_in() throws Exception {
        Map<String, String> none = Map.of("JIAXUE_DATA", directory.toString());
        Path file = Files.writeString(directory.resolve("list.csv"), "学校代码");
        String[] list = {"import", "schools", file.toString(), "--county", "330102"};

        Said chinese = run(none, with(list, "--language=zh"));
        assertThat(chinese.words())
                .isEqualTo(
                        "jiaxue: %s 里从来没有启动过服务。请用 --data 或 JIAXUE_DATA 指明它的目录。"
                                .formatted(directory));
        assertThat(chinese.status()).isEqualTo(1);
        assertThat(run(none, with(list, "--language=en")).words())
                .isEqualTo(
                        "jiaxue: Nothing was ever started in %s. Name its directory with --data or"
                                        .formatted(directory)
                                + " JIAXUE_DATA.");
        assertThat(run(none, "import", "pupils", "x.csv", "--county=3", "--language=zh").words())
                .contains("没有“pupils”这一种可以导入");
    }

    private static String[] with(String[] words, String more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(more);
        return all.toArray(String[]::new);
    }

    private static Said run(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-Dstderr.encoding=UTF-8");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.jiaxue.Jiaxue"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Said(process.waitFor(), said);
    }
}
