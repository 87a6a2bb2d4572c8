package org.jiaxue.statistics.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Unit;
import org.jiaxue.statistics.suppression.Mark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was published; only ever added to. */
@Component
public class FigureStore {

    private static final int MOST_AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A figure as it was published.
     *
     * @param part a division's code; with a dash those of whom no more is known than that they live
     *     in it
     * @param stage empty for all stages together
     * @param behind how many guardians stood behind it
     * @param residents how many guardians lived there when the period was closed
     */
    public record Kept(
            Measure measure,
            String part,
            String stage,
            Period period,
            long value,
            long behind,
            long residents,
            Mark mark) {}

    void keep(List<Kept> figures) {
        for (int from = 0; from < figures.size(); from += MOST_AT_ONCE) {
            insert(figures.subList(from, Math.min(figures.size(), from + MOST_AT_ONCE)));
        }
    }

    private void insert(List<Kept> figures) {
        jdbc.sql(
                        """
                        insert into statistics.figure
                            (part, measure, stage, unit, first, last, value, behind, residents,
                             mark)
                        select * from unnest(
                            cast(:parts as text[]), cast(:measures as text[]),
                            cast(:stages as text[]), cast(:units as text[]),
                            cast(:firsts as date[]), cast(:lasts as date[]),
                            cast(:values as bigint[]), cast(:behinds as bigint[]),
                            cast(:residents as bigint[]), cast(:marks as text[]))
                        """)
                .param("parts", column(figures, Kept::part))
                .param("measures", column(figures, it -> it.measure().slug()))
                .param("stages", column(figures, Kept::stage))
                .param("units", column(figures, it -> it.period().unit().slug()))
                .param("firsts", column(figures, it -> it.period().from().toString()))
                .param("lasts", column(figures, it -> it.period().to().toString()))
                .param("values", column(figures, it -> Long.toString(it.value())))
                .param("behinds", column(figures, it -> Long.toString(it.behind())))
                .param("residents", column(figures, it -> Long.toString(it.residents())))
                .param("marks", column(figures, it -> it.mark().name().toLowerCase(Locale.ROOT)))
                .update();
    }

    /** Everything that was published of a province's weeks and months between two days. */
    List<Kept> within(String province, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select part, measure, stage, unit, first, last, value, behind, residents,
                               mark
                        from statistics.figure
                        where part >= :province and part < :beyond
                          and first >= :from and first <= :to and last <= :to
                        """)
                .param("province", province)
                .param("beyond", province + "~")
                .param("from", from)
                .param("to", to)
                .query(FigureStore::kept)
                .list();
    }

    /** A division's own figures and those of what lies right below it, over all stages. */
    public List<Kept> family(
            Measure measure, String code, Set<Unit> units, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select part, measure, stage, unit, first, last, value, behind, residents,
                               mark
                        from statistics.figure
                        where part >= :code and part < :beyond and measure = :measure
                          and (part in (:code, :elsewhere) or length(part) = :digits)
                          and stage = '' and unit = any(cast(:units as text[]))
                          and first >= :from and last <= :to
                        order by part, first
                        """)
                .param("measure", measure.slug())
                .param("code", code)
                .param("elsewhere", code + "-")
                .param("beyond", code + "~")
                .param("digits", Counted.below(code))
                .param("units", slugs(units))
                .param("from", from)
                .param("to", to)
                .query(FigureStore::kept)
                .list();
    }

    /** A division's figures by stage, those over all stages under the empty one. */
    public List<Kept> stages(
            Measure measure, String code, Set<Unit> units, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select part, measure, stage, unit, first, last, value, behind, residents,
                               mark
                        from statistics.figure
                        where part = :code and measure = :measure
                          and unit = any(cast(:units as text[]))
                          and first >= :from and last <= :to
                        order by stage, first
                        """)
                .param("measure", measure.slug())
                .param("code", code)
                .param("units", slugs(units))
                .param("from", from)
                .param("to", to)
                .query(FigureStore::kept)
                .list();
    }

    private static String[] slugs(Set<Unit> units) {
        return units.stream().map(Unit::slug).toArray(String[]::new);
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                Measure.ofSlug(row.getString("measure")).orElseThrow(),
                row.getString("part"),
                row.getString("stage"),
                new Period(
                        Unit.ofSlug(row.getString("unit")).orElseThrow(),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class)),
                row.getLong("value"),
                row.getLong("behind"),
                row.getLong("residents"),
                Mark.valueOf(row.getString("mark").toUpperCase(Locale.ROOT)));
    }

    private static String[] column(List<Kept> figures, Function<Kept, String> cell) {
        return figures.stream().map(cell).toArray(String[]::new);
    }
}
