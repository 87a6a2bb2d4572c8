package org.jiaxue.regions.list;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolListReport;
import org.jiaxue.regions.SchoolListReport.Fault;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads a county's list: the first row that is not blank names the columns, every other is a
 * school. Goes on after a fault, so that all of them are told at once.
 */
final class ListReader implements Line.Taker {

    static final int MOST_BYTES = 4 << 20;

    /** Rows of any kind, blank ones among them. */
    static final int MOST_LINES = 20_000;

    static final int MOST_COLUMNS = 40;

    private final List<ListedSchool> schools = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private @Nullable Line headings;
    private int more;
    private int lines;
    private int rows;

    private ListReader() {}

    /** What a file tells; with a fault its schools are not all there. */
    record Reading(
            List<ListedSchool> schools, List<Fault> faults, int moreFaults, List<String> unread) {}

    static Reading read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(Problem.unprocessable("regions.list.too-large", MOST_BYTES >> 20));
        }
        if (ExcelFile.isOld(bytes)) {
            throw new Refusal(Problem.unprocessable("regions.list.old-excel"));
        }
        ListReader reader = new ListReader();
        if (ExcelFile.is(bytes)) {
            ExcelFile.each(bytes, reader);
        } else {
            CsvFile.each(bytes, reader);
        }
        return reader.reading();
    }

    private Reading reading() {
        if (headings == null) {
            throw new Refusal(Problem.unprocessable("regions.list.empty"));
        }
        if (rows == 0 && faults.isEmpty()) {
            throw new Refusal(Problem.unprocessable("regions.list.no-rows"));
        }
        return new Reading(List.copyOf(schools), List.copyOf(faults), more, List.copyOf(unread));
    }

    @Override
    public boolean take(Line line) {
        if (++lines > MOST_LINES) {
            throw tooMany(line);
        }
        if (line.blank()) {
            return true;
        }
        if (line.width() > MOST_COLUMNS) {
            throw new Refusal(
                    Problem.unprocessable(
                            "regions.list.many-columns", line.number(), MOST_COLUMNS));
        }
        if (headings == null) {
            headings = line;
            return head(line);
        }
        if (++rows > Regions.MOST_SCHOOLS) {
            throw tooMany(line);
        }
        school(line, headings);
        return true;
    }

    private static Refusal tooMany(Line line) {
        return new Refusal(
                Problem.unprocessable(
                        "regions.list.too-many", Regions.MOST_SCHOOLS, line.number()));
    }

    /** Whether the columns are such that the rows can be read. */
    private boolean head(Line line) {
        for (int i = 0; i < line.width(); i++) {
            String heading = line.cell(i).text().strip();
            Optional<Column> column = Column.under(heading);
            if (column.isEmpty()) {
                if (!heading.isEmpty()) {
                    unread.add(RowReader.shown(heading));
                }
            } else if (places.putIfAbsent(column.get(), i) != null) {
                fault(new Fault(line.number(), heading, "regions.list.column-twice", List.of()));
            }
        }
        for (Column column : Column.values()) {
            if (column.required() && !places.containsKey(column)) {
                fault(missing(line, column));
            }
        }
        return faults.isEmpty();
    }

    private static Fault missing(Line line, Column column) {
        boolean other = line.width() == 1 && line.cell(0).text().matches(".*[;\t].*");
        return new Fault(
                line.number(),
                column.heading().zh() + " / " + column.heading().en(),
                other ? "regions.list.separator" : "regions.list.no-column",
                other ? List.of() : List.of(column.headings()));
    }

    private void school(Line line, Line headings) {
        for (int i = 0; i < line.width(); i++) {
            if (line.cell(i).formula() && !places.containsValue(i)) {
                String heading = RowReader.heading(headings, i);
                fault(new Fault(line.number(), heading, "regions.list.formula", List.of()));
            }
        }
        RowReader row = new RowReader(line, headings, places);
        Optional<ListedSchool> school = row.school();
        row.faults().forEach(this::fault);
        school.ifPresent(it -> {
            boolean twice = twice(row, it);
            if (!twice) {
                schools.add(it);
            }
        });
    }

    private boolean twice(RowReader row, ListedSchool school) {
        Integer code = codes.putIfAbsent(school.code(), school.row());
        if (code != null) {
            fault(row.fault(Column.CODE, "regions.list.code-twice", school.code(), code));
        }
        Integer name = names.putIfAbsent(school.fullName(), school.row());
        if (name != null && code == null) {
            fault(row.fault(Column.NAME, "regions.list.name-twice", school.name(), name));
        }
        return code != null || name != null;
    }

    private void fault(Fault fault) {
        if (faults.size() < SchoolListReport.MOST_FAULTS) {
            faults.add(fault);
        } else {
            more++;
        }
    }
}
