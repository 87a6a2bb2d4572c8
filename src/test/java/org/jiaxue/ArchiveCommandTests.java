package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the command says and how it ends. */
@RoomTest
class ArchiveCommandTests {

    private static final YearMonth OLD = YearMonth.of(1999, 3);

    @Autowired ApplicationContext house;
    @Autowired JdbcClient jdbc;

    private record Ended(int status, String said) {}

    @Test
    void months_are_put_away_looked_at_and_brought_back() {
        jdbc.sql("select learning.make_months(:month, 1)")
                .param("month", OLD.atDay(1))
                .query((_, _) -> 1)
                .list();
        ArchiveCommand putting = new ArchiveCommand();
        putting.before = OLD.plusMonths(1);
        ArchiveCommand bringing = new ArchiveCommand();
        bringing.back = OLD;

        Ended put = ended(putting, "en");
        Ended looked = ended(new ArchiveCommand(), "zh");
        Ended brought = ended(bringing, "en");

        assertThat(put.said())
                .contains("1999-03 learning.event: 0 rows in 0 files", "1 were put away");
        assertThat(looked.status()).isZero();
        assertThat(looked.said()).contains("1999-03 learning.event：0 条", "每个文件都完好");
        assertThat(brought.said()).contains("1999-03 is back in the database");
    }

    @Test
    void what_cannot_be_is_said_in_both_languages() {
        ArchiveCommand tooLate = new ArchiveCommand();
        tooLate.before = YearMonth.from(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusMonths(1));
        ArchiveCommand never = new ArchiveCommand();
        never.back = YearMonth.of(2001, 1);

        assertThatThrownBy(() -> ended(tooLate, "en"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("The latest that can be asked for is --before ");
        assertThatThrownBy(() -> ended(tooLate, "zh")).hasMessageContaining("最晚只能写 --before ");
        assertThatThrownBy(() -> ended(never, "en"))
                .hasMessage("The month 2001-01 lies in no files; there is nothing to bring back.");
        assertThatThrownBy(() -> ended(never, "zh")).hasMessage("2001-01 这个月没有归档，不用取回。");
    }

    private Ended ended(ArchiveCommand command, String language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status =
                command.work(
                        house,
                        CommandTexts.in(language),
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Ended(status, out.toString(StandardCharsets.UTF_8));
    }
}
