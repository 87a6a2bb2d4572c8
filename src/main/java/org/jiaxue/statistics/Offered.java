package org.jiaxue.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiaxue.identity.Stage;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.statistics.Figures.About;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Figures.Row;
import org.jiaxue.statistics.supply.Schools;
import org.jiaxue.statistics.supply.Sessions;
import org.jiaxue.statistics.supply.Supply;
import org.springframework.stereotype.Component;

/** Makes rows of what institutions offer. */
@Component
class Offered {

    private final Supply supply;
    private final Regions regions;

    Offered(Supply supply, Regions regions) {
        this.supply = supply;
        this.regions = regions;
    }

    /** The division's own row and then its parts, with a figure for each of these periods. */
    List<Row> rows(Question question, List<Period> columns) {
        return question.measure() == Measure.SCHOOLS
                ? schools(question, columns)
                : sessions(question, columns);
    }

    private List<Row> schools(Question question, List<Period> columns) {
        String division = question.division();
        Schools schools = supply.schools(division, columns);
        Function<String, Row> row =
                code ->
                        row(
                                new About.Of(code),
                                columns,
                                it -> schools.figure(code, it, question.platform()));
        Stream<Row> parts =
                switch (question.by()) {
                    case STAGE, PERIOD -> Stream.of();
                    case DIVISION ->
                            division.length() < Level.COUNTY.digits()
                                    ? regions.children(division).stream()
                                            .map(Division::code)
                                            .map(row)
                                    : Stream.of();
                    case PLATFORM ->
                            Arrays.stream(PlatformKind.values())
                                    .map(kind ->
                                            row(
                                                    new About.On(kind),
                                                    columns,
                                                    it -> schools.figure(division, it, kind)));
                };
        return Stream.concat(Stream.of(row.apply(division)), parts).toList();
    }

    private List<Row> sessions(Question question, List<Period> columns) {
        String division = question.division();
        Sessions sessions = supply.sessions(division, below(division), columns);
        Stream<Row> parts =
                switch (question.by()) {
                    case PLATFORM, PERIOD -> Stream.of();
                    case STAGE ->
                            Arrays.stream(Stage.values())
                                    .map(stage ->
                                            row(
                                                    new About.In(stage),
                                                    columns,
                                                    it -> sessions.of(stage, it)));
                    case DIVISION ->
                            places(division, sessions.parts())
                                    .map(about ->
                                            row(
                                                    about,
                                                    columns,
                                                    it -> sessions.in(code(about), it)));
                };
        Row total = row(new About.Of(division), columns, sessions::all);
        return Stream.concat(Stream.of(total), parts).toList();
    }

    /** What lies right below, in order of code, and last the place that is not known closer. */
    private Stream<About> places(String division, SortedSet<String> told) {
        SortedSet<String> parts = new TreeSet<>(told);
        regions.children(division).forEach(child -> parts.add(child.code()));
        boolean elsewhere = parts.remove(division) && below(division) > division.length();
        Stream<About> known = parts.stream().map(About.Of::new);
        return elsewhere ? Stream.concat(known, Stream.of(new About.Elsewhere(division))) : known;
    }

    private static String code(About about) {
        return switch (about) {
            case About.Of(String code) -> code;
            case About.Elsewhere(String code) -> code;
            case About.In _, About.On _ -> throw new IllegalArgumentException("no place");
        };
    }

    private static int below(String division) {
        return Arrays.stream(Level.values())
                .mapToInt(Level::digits)
                .filter(digits -> digits > division.length())
                .findFirst()
                .orElse(division.length());
    }

    private static Row row(About about, List<Period> columns, Function<Period, Figure> figure) {
        return new Row(about, true, columns.stream().map(figure).toList());
    }
}
