package org.jiaxue.licences.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jiaxue.RoomTest;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Schemes that lie in the directory of the house; what they write is rolled back. */
@RoomTest
class BroughtSchemesTests {

    private static final Path PAGE = Path.of("docs/operations/schemes.md");

    @TempDir Path data;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Test
    void one_that_lies_beside_the_data_is_in_force_as_those_that_ship() throws IOException {
        bring("jiashan.yaml", example());

        rolledBack(() -> {
            Schemes schemes = start();
            assertThat(schemes.inForce("330421001", LocalDate.of(2027, 2, 1)))
                    .extracting(Scheme::name)
                    .contains("jiashan");
            assertThat(schemes.inForce("330421001", LocalDate.of(2027, 1, 31)))
                    .extracting(Scheme::name)
                    .doesNotContain("jiashan");
            assertThat(start().known("jiashan")).isPresent();
        });
    }

    @Test
    void a_version_that_is_in_use_is_not_changed_in_place() throws IOException {
        bring("jiashan.yaml", example());

        rolledBack(() -> {
            start();
            bring("jiashan.yaml", example().replace("deeds.lesson >= 4", "deeds.lesson >= 5"));
            assertThat(faults())
                    .singleElement()
                    .satisfies(it -> assertThat(it.line()).isEqualTo(3))
                    .satisfies(it -> assertThat(it.field()).isEqualTo("version"))
                    .satisfies(it ->
                            assertThat(it.told().en())
                                    .contains("jiashan.yaml, line 3, version")
                                    .contains("version 1 of the scheme jiashan is in use"))
                    .satisfies(it ->
                            assertThat(it.told().zh())
                                    .contains("jiashan.yaml，第 3 行，version：方案 jiashan 的第 1 版已经在用"));
            bring("jiashan.yaml", example().replace("version: 1", "version: 2"));
            assertThat(start().latest("jiashan").version()).isEqualTo(2);
        });
    }

    @Test
    void the_faults_of_all_files_are_told_at_once_and_nothing_is_kept() throws IOException {
        bring("a.yaml", example());
        bring(
                "b.yaml",
                example().replace("scheme: jiashan", "scheme: other").replace("term\n", "day\n"));
        bring("c.yaml", "scheme: [\n");
        bring("d.yml", example().replace("jiashan", "beilun"));

        assertThat(faults())
                .extracting(it -> it.told().en())
                .satisfiesExactly(
                        it -> assertThat(it).contains("b.yaml, line 6, period: must be ever"),
                        it -> assertThat(it).contains("c.yaml, line 2").contains("is not YAML"),
                        it -> assertThat(it).contains("d.yml, line 3, version: must be 1000 or"));
        assertThat(
                        jdbc.sql("select count(*) from licences.scheme where scheme = 'jiashan'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void what_is_no_text_is_told_and_what_is_no_file_of_the_kind_is_passed_over()
            throws IOException {
        bring("notes.txt", "not a scheme");
        bring(".hidden.yaml", "not a scheme");
        rolledBack(() -> assertThat(start().known("jiashan")).isEmpty());

        Files.write(data.resolve("schemes/latin.yaml"), new byte[] {(byte) 0xE9, 0x0A});
        assertThat(faults())
                .extracting(it -> it.told().zh())
                .singleElement()
                .asString()
                .contains("latin.yaml，第 1 行：不是 UTF-8 的文本");
    }

    /** The example of the operator's page, as it stands there. */
    private static String example() {
        try {
            return Files.readAllLines(PAGE).stream()
                    .dropWhile(line -> !line.startsWith("    scheme:"))
                    .takeWhile(line -> line.isEmpty() || line.startsWith("    "))
                    .map(line -> line.isEmpty() ? "" : line.substring(4))
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void bring(String name, String text) {
        try {
            Files.createDirectories(data.resolve("schemes"));
            Files.writeString(data.resolve("schemes").resolve(name), text);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private Schemes start() {
        Settings settings =
                new Settings("http://localhost", "", data, false, ZoneId.of("Asia/Shanghai"));
        return new Schemes(jdbc, transactions, settings);
    }

    private List<DataFault> faults() {
        DataFaults[] told = new DataFaults[1];
        rolledBack(() ->
                assertThatThrownBy(this::start)
                        .isInstanceOfSatisfying(DataFaults.class, it -> told[0] = it));
        return told[0].faults();
    }

    private void rolledBack(Runnable test) {
        transactions.executeWithoutResult(status -> {
            test.run();
            status.setRollbackOnly();
        });
    }
}
