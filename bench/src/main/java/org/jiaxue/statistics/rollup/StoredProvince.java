package org.jiaxue.statistics.rollup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiaxue.bench.Machine;
import org.jiaxue.identity.Stage;
import org.jiaxue.statistics.Period;
import org.jiaxue.web.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is stored of a province before it is measured, all of it made up: the divisions of Zhejiang
 * as they ship, {@value #GUARDIANS} guardians, two years of published figures, and roll-ups of the
 * weeks that are to be closed.
 */
public final class StoredProvince {

    public static final String PROVINCE = "33";
    public static final int GUARDIANS = 1_000_000;
    public static final int LEARNERS = 20_000;
    public static final int LESSONS = 25;
    public static final long EVENTS = (long) LEARNERS * LESSONS;

    private static final int WEEKS = 104;
    private final JdbcClient owner;
    private final LocalDate first;
    private final LocalDate today;
    private final List<String> townships;

    /**
     * Stores nothing yet.
     *
     * @param first the Monday of the first week that is to be closed
     */
    public StoredProvince(JdbcClient owner, LocalDate first, LocalDate today) {
        this.owner = owner;
        this.first = first;
        this.today = today;
        this.townships = codes(9, 9);
    }

    /** Removes what an earlier measurement left; two years of weeks before are closed. */
    public void begin() {
        run(
                """
                truncate identity.guardian, identity.token, learning.event, statistics.fact,
                    statistics.day, statistics.figure, statistics.closing,
                    statistics.school_count
                """);
        owner.sql(
                        """
                        insert into statistics.closing (week, closed_at, schools, rolled_up)
                        select w::date, now(), true, true
                        from generate_series(
                            cast(:from as date), cast(:to as date), interval '7 days') w
                        """)
                .param("from", first.minusWeeks(WEEKS))
                .param("to", first.minusWeeks(1))
                .update();
    }

    /** Guardians who learn, and their events in the weeks that are not closed. */
    public void learners() {
        guardians(1, LEARNERS);
        owner.sql(
                        """
                        insert into learning.event
                            (guardian_id, event_id, kind, cause, occurred_at, heard_at, division,
                             title_zh, title_en, stage)
                        select md5('guardian ' || g)::uuid, md5(g || ' learns ' || l)::uuid,
                               'lesson-completed', md5('lesson ' || l)::uuid,
                               cast(:first as timestamp) at time zone 'Asia/Shanghai'
                                   + ((g + l) % :days) * interval '1 day' + interval '20 hours',
                               clock_timestamp(), (:townships::text[])[1 + g % :count],
                               '早晨清单', 'The morning list',
                               (:stages::text[])[1 + g % :stageCount]
                        from generate_series(1, :lessons) l, generate_series(1, :guardians) g
                        """)
                .param("first", first.toString())
                .param("days", ChronoUnit.DAYS.between(first, today))
                .param("townships", townships.toArray(String[]::new))
                .param("count", townships.size())
                .param("stages", stages())
                .param("stageCount", stages().length)
                .param("lessons", LESSONS)
                .param("guardians", LEARNERS)
                .update();
        run("vacuum analyze");
    }

    private void guardians(int from, int to) {
        owner.sql(
                        """
                        insert into identity.guardian
                            (guardian_id, phone_sealed, division, may_record, joined_at)
                        select md5('guardian ' || g)::uuid, '',
                               (:townships::text[])[1 + g % :count], true, clock_timestamp()
                        from generate_series(:from, :to) g
                        """)
                .param("townships", townships.toArray(String[]::new))
                .param("count", townships.size())
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Everybody else, the published figures and the roll-ups, in place of what was there. */
    public void province() {
        run("truncate statistics.fact, statistics.day");
        guardians(LEARNERS + 1, GUARDIANS);
        List<Period> periods = published();
        owner.sql(
                        """
                        insert into statistics.figure
                            (part, measure, stage, unit, first, last, value, behind, residents,
                             mark)
                        select d.code, m.measure, s.stage, p.unit, p.first, p.last, 500, 500, 700,
                               case when hashtext(d.code || p.first) % 10 = 0
                                   then 'few' else 'shown' end
                        from regions.division d
                        cross join (values ('lessons'), ('guardians'), ('certificates'))
                            as m (measure)
                        cross join unnest(array_append(cast(:stages as text[]), ''))
                            as s (stage)
                        cross join unnest(
                                cast(:units as text[]), cast(:firsts as date[]),
                                cast(:lasts as date[]))
                            as p (unit, first, last)
                        where d.code like '33%' and length(d.code) <= 9
                          and (s.stage = '' or (length(d.code) <= 6
                               and m.measure <> 'certificates'))
                        """)
                .param("stages", stages())
                .param("units", column(periods, it -> it.unit().slug()))
                .param("firsts", column(periods, it -> it.from().toString()))
                .param("lasts", column(periods, it -> it.to().toString()))
                .update();
        new StoredDays(owner, townships, GUARDIANS / townships.size()).fill(first, today);
        run("vacuum analyze");
    }

    /** Weeks, months and terms of the two years, as far as they had ended. */
    private List<Period> published() {
        LocalDate from = first.minusWeeks(WEEKS);
        List<Period> weeks =
                Stream.iterate(Period.weekOf(from), Period::next).limit(WEEKS).toList();
        return Stream.of(
                        weeks.stream(),
                        weeks.stream().map(it -> Period.of(it.month())).distinct(),
                        weeks.stream().map(it -> Period.of(it.term())).distinct())
                .flatMap(periods -> periods)
                .filter(it -> it.to().isBefore(first))
                .toList();
    }

    /** Has an officer be one with a second factor, without which nobody sees figures. */
    public void enrol(StaffId officer) {
        owner.sql(
                        """
                        insert into identity.second_factor
                            (staff_id, secret_sealed, last_step, enrolled_at)
                        values (:officer, '', 0, now())
                        on conflict (staff_id) do nothing
                        """)
                .param("officer", officer.value())
                .update();
    }

    /** Takes back what a closing wrote. */
    public void reopen() {
        for (String table : List.of("closing where week", "school_count where week")) {
            owner.sql("delete from statistics." + table + " >= :first")
                    .param("first", first)
                    .update();
        }
        owner.sql("delete from statistics.figure where last >= :first")
                .param("first", first)
                .update();
    }

    /** Forgets all facts and roll-ups. */
    public void forget() {
        run("truncate statistics.fact, statistics.day");
    }

    /** Reads what a rebuild reads once, by one process of the server. */
    public void scan() {
        count(
                """
                select (select count(*) + count(distinct stage) from learning.event)
                     + (select count(*) + count(distinct stage) from statistics.fact)
                """);
    }

    /** How many facts the roll-ups hold. */
    public long rolledUp() {
        return count("select coalesce(sum(facts), 0) from statistics.day");
    }

    public long rows() {
        return count("select count(*) from statistics.day");
    }

    public long figures() {
        return count("select count(*) from statistics.figure");
    }

    /** How many figures were published of the weeks that were to be closed. */
    public long published(String mark) {
        return owner.sql(
                        """
                        select count(*) from statistics.figure
                        where last >= :first and mark = :mark
                        """)
                .param("first", first)
                .param("mark", mark)
                .query(Long.class)
                .single();
    }

    /** The province's divisions down to the county, and its townships. */
    public List<String> divisions() {
        return codes(2, 6);
    }

    public List<String> townships() {
        return townships;
    }

    private List<String> codes(int least, int most) {
        return owner.sql(
                        """
                        select code from regions.division
                        where code like '33%' and length(code) between :least and :most
                        order by code
                        """)
                .param("least", least)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** A setting of the server. */
    public String setting(String name) {
        return Machine.setting(owner, name);
    }

    static String[] stages() {
        return Stream.of(Stage.values()).map(Stage::slug).toArray(String[]::new);
    }

    static <T> String[] column(List<T> rows, Function<T, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }

    private long count(String question) {
        return owner.sql(question).query(Long.class).single();
    }

    private void run(String statement) {
        owner.sql(statement).update();
    }
}
