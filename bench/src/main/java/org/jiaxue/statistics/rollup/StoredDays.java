package org.jiaxue.statistics.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaxue.learning.EventKind;
import org.jiaxue.statistics.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Roll-ups of townships, {@value #A_CELL} guardians in each of them, that are made up.
 *
 * @param living how many guardians live in a township
 */
record StoredDays(JdbcClient owner, List<String> townships, long living) {

    private static final int A_CELL = 20;

    /** So many sets of guardians take turns in a cell, day by day. */
    private static final int TURNS = 3;

    /** In every so many-th township the same few learn all the time. */
    private static final int QUIET = 50;

    private static final int FEW = 8;

    private static final LocalDate NO_DAY = LocalDate.EPOCH;

    /** Stores them for every day from one until the day before another. */
    void fill(LocalDate first, LocalDate until) {
        run("drop table if exists statistics.cell");
        run(
                """
                create unlogged table statistics.cell
                    (division text, stage text, kind text, turn int, guardians bytea)
                """);
        for (int i = 0; i < townships.size(); i++) {
            cells(i, townships.get(i));
        }
        owner.sql(
                        """
                        insert into statistics.day (division, day, stage, kind, facts, guardians)
                        select c.division, d.day::date, c.stage, c.kind, :facts, c.guardians
                        from generate_series(
                                cast(:from as date), cast(:to as date), interval '1 day')
                            as d (day)
                        join statistics.cell c
                          on c.turn = extract(day from d.day)::int % :turns
                        """)
                .param("facts", A_CELL)
                .param("turns", TURNS)
                .param("from", first)
                .param("to", until.minusDays(1))
                .update();
        run("drop table statistics.cell");
    }

    /** Of the guardians of a township, who are numbered on their own, each cell holds some. */
    private void cells(int number, String township) {
        long learning = number % QUIET == 0 ? FEW : living;
        List<Day> cells = new ArrayList<>();
        for (String one : StoredProvince.stages()) {
            cells.add(new Day(township, NO_DAY, one, EventKind.LESSON_COMPLETED.slug()));
        }
        String stage = StoredProvince.stages()[0];
        cells.add(new Day(township, NO_DAY, stage, EventKind.LIVE_ATTENDED.slug()));
        cells.add(new Day(township, NO_DAY, "", Measure.CREDENTIAL));
        List<Day> rows = new ArrayList<>();
        List<byte[]> guardians = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            for (int cell = 0; cell < cells.size(); cell++) {
                Heads heads = new Heads();
                for (int i = 0; i < A_CELL; i++) {
                    long guardian = (turn * 131L + cell * A_CELL + i * 3L) % learning;
                    heads.add(number * 1_000_000L + guardian);
                }
                rows.add(cells.get(cell));
                guardians.add(heads.toStore());
            }
        }
        insert(rows, guardians, cells.size());
    }

    private void insert(List<Day> rows, List<byte[]> guardians, int aTurn) {
        owner.sql(
                        """
                        insert into statistics.cell (division, stage, kind, guardians, turn)
                        select c.division, c.stage, c.kind, c.guardians, (c.number - 1) / :aTurn
                        from unnest(cast(:divisions as text[]), cast(:stages as text[]),
                                    cast(:kinds as text[]), cast(:guardians as bytea[]))
                            with ordinality as c (division, stage, kind, guardians, number)
                        """)
                .param("aTurn", aTurn)
                .param("divisions", StoredProvince.column(rows, Day::division))
                .param("stages", StoredProvince.column(rows, Day::stage))
                .param("kinds", StoredProvince.column(rows, Day::kind))
                .param("guardians", guardians.toArray(byte[][]::new))
                .update();
    }

    private void run(String statement) {
        owner.sql(statement).update();
    }
}
