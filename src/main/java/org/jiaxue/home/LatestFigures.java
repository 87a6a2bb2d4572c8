package org.jiaxue.home;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jiaxue.regions.Regions;
import org.jiaxue.statistics.By;
import org.jiaxue.statistics.Figures;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Question;
import org.jiaxue.statistics.Statistics;
import org.jiaxue.web.Frame;
import org.springframework.stereotype.Component;

/** The last weeks of a division on the front desk, withheld where the statistics withhold them. */
@Component
class LatestFigures {

    static final int WEEKS = 4;

    private final Statistics statistics;
    private final Regions regions;

    LatestFigures(Statistics statistics, Regions regions) {
        this.statistics = statistics;
        this.regions = regions;
    }

    /**
     * A small table.
     *
     * @param weeks the Mondays of the columns, in words; none as long as no week is closed
     * @param href where the whole table is
     */
    record Table(String place, List<String> weeks, List<Line> lines, String href) {}

    /** A measure, week by week. */
    record Line(String name, List<Figure> figures) {}

    Table of(Frame frame, String division) {
        List<Period> asked = statistics.lastWeeks(WEEKS);
        List<Figures> tables =
                Measure.OF_PEOPLE.stream()
                        .map(measure -> new Question(division, measure, By.PERIOD, asked))
                        .map(statistics::figures)
                        .toList();
        List<Period> weeks = tables.getFirst().periods();
        DateTimeFormatter day =
                DateTimeFormatter.ofPattern(frame.say("home.format.week"), frame.locale());
        return new Table(
                frame.say(regions.nameOf(division)),
                weeks.stream().map(week -> day.format(week.from())).toList(),
                tables.stream().map(figures -> line(frame, figures, weeks)).toList(),
                "/console/statistics?division=" + division);
    }

    private static Line line(Frame frame, Figures figures, List<Period> weeks) {
        return new Line(
                frame.say("home.measure." + figures.question().measure().slug()),
                weeks.stream()
                        .map(week -> figures.total().figures().get(figures.periods().indexOf(week)))
                        .toList());
    }
}
