package org.jiaxue.regions.list;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.SchoolListReport.Fault;
import org.jiaxue.regions.SchoolStage;
import org.jspecify.annotations.Nullable;

/** Reads one row of a list and names what is wrong with each of its cells. */
final class RowReader {

    static final int LONGEST_CELL = 200;

    private static final int LONGEST_NAME = 100;
    private static final int SHOWN = 40;
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{1,50}");
    private static final Pattern DEGREES = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,20})?");
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}");

    /** Day 60 of a spreadsheet is a 29 February 1900 that never was; later ones count from here. */
    private static final LocalDate SERIAL_BEGINS = LocalDate.of(1899, 12, 30);

    private final Line line;
    private final Line headings;
    private final Map<Column, Integer> places;
    private final List<Fault> faults = new ArrayList<>();

    RowReader(Line line, Line headings, Map<Column, Integer> places) {
        this.line = line;
        this.headings = headings;
        this.places = Map.copyOf(places);
    }

    List<Fault> faults() {
        return faults;
    }

    /** The school, unless something is wrong with the row. */
    Optional<ListedSchool> school() {
        String code = text(Column.CODE);
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            wrong(Column.CODE, "regions.list.code", shown(code));
        }
        String name = text(Column.NAME, LONGEST_NAME);
        @Nullable SchoolType type = type().orElse(null);
        Set<SchoolStage> stages = stages(type);
        @Nullable String english = orNull(text(Column.ENGLISH));
        @Nullable String group = orNull(text(Column.GROUP, LONGEST_NAME));
        Organisation.@Nullable Place place = place();
        @Nullable LocalDate opened = date(Column.OPENED);
        @Nullable LocalDate closed = date(Column.CLOSED);
        if (opened != null && closed != null && closed.isBefore(opened)) {
            wrong(Column.CLOSED, "regions.list.closed-before", opened.toString());
        }
        if (!faults.isEmpty() || type == null) {
            return Optional.empty();
        }
        return Optional.of(
                new ListedSchool(
                        line.number(),
                        code,
                        name,
                        english,
                        type.kind(),
                        stages,
                        group,
                        place,
                        opened,
                        closed));
    }

    Fault fault(Column column, String key, Object... args) {
        int place = places.getOrDefault(column, 0);
        return new Fault(line.number(), heading(headings, place), key, List.of(args));
    }

    /** The heading of a column as it stands in the file; its letter where it has none. */
    static String heading(Line headings, int column) {
        String heading = headings.cell(column).text().strip();
        return heading.isEmpty() ? letters(column) : shown(heading);
    }

    /** What stands in a cell, cut to what a sentence can hold. */
    static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "·");
        return plain.codePointCount(0, plain.length()) <= SHOWN
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, SHOWN)) + "…";
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    private void wrong(Column column, String key, Object... args) {
        faults.add(fault(column, key, args));
    }

    private String text(Column column) {
        return text(column, LONGEST_CELL);
    }

    private String text(Column column, int longest) {
        Line.Cell cell =
                places.containsKey(column) ? line.cell(places.get(column)) : Line.Cell.EMPTY;
        String text = cell.text().strip();
        if (cell.formula()) {
            wrong(column, "regions.list.formula");
        } else if (!text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0) {
            wrong(column, "regions.list.formula-like", shown(text), text.substring(0, 1));
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            wrong(column, "regions.list.control");
        } else if (text.length() > longest) {
            wrong(column, "regions.list.too-long", longest, text.length());
        } else if (text.isEmpty() && column.required()) {
            wrong(column, "regions.list.blank");
        } else {
            return text;
        }
        return "";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private Optional<SchoolType> type() {
        String told = text(Column.TYPE);
        Optional<SchoolType> type = SchoolType.of(told);
        if (type.isEmpty() && !told.isEmpty()) {
            wrong(Column.TYPE, "regions.list.type", shown(told), SchoolType.all());
        }
        return type;
    }

    private Set<SchoolStage> stages(@Nullable SchoolType type) {
        String told = text(Column.STAGES);
        if (told.isEmpty()) {
            Set<SchoolStage> usual = type == null ? Set.of() : type.stages();
            if (type != null && usual.isEmpty()) {
                wrong(Column.STAGES, "regions.list.stages-needed");
            }
            return usual;
        }
        Optional<Set<SchoolStage>> stages = SchoolType.stages(told);
        if (stages.isEmpty()) {
            wrong(Column.STAGES, "regions.list.stages", shown(told));
        }
        return stages.orElse(Set.of());
    }

    private Organisation.@Nullable Place place() {
        Optional<BigDecimal> longitude = degrees(Column.LONGITUDE, 73, 136);
        Optional<BigDecimal> latitude = degrees(Column.LATITUDE, 3, 54);
        if (longitude.isEmpty() || latitude.isEmpty()) {
            if (longitude.isPresent() || latitude.isPresent()) {
                Column half = longitude.isPresent() ? Column.LATITUDE : Column.LONGITUDE;
                if (faults.stream().noneMatch(it -> it.equals(fault(half, it.key())))) {
                    wrong(half, "regions.list.half-place");
                }
            }
            return null;
        }
        return new Organisation.Place(longitude.get(), latitude.get());
    }

    private Optional<BigDecimal> degrees(Column column, int from, int to) {
        String told = text(column);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        if (DEGREES.matcher(told).matches()) {
            BigDecimal degrees = new BigDecimal(told).setScale(6, RoundingMode.HALF_UP);
            if (degrees.intValue() >= from && degrees.intValue() < to) {
                return Optional.of(degrees);
            }
        }
        wrong(column, "regions.list.degrees", shown(told), from, to);
        return Optional.empty();
    }

    /** A day as it is written, or as the number that a spreadsheet keeps for it. */
    private @Nullable LocalDate date(Column column) {
        String told = text(column);
        if (told.isEmpty()) {
            return null;
        }
        if (SERIAL.matcher(told).matches()) {
            return SERIAL_BEGINS.plusDays(Integer.parseInt(told));
        }
        Matcher parts = DATE.matcher(told);
        if (parts.matches()) {
            try {
                return LocalDate.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
            } catch (DateTimeException noDay) {
                wrong(column, "regions.list.date", shown(told));
                return null;
            }
        }
        wrong(column, "regions.list.date", shown(told));
        return null;
    }
}
