package org.jiaxue.regions.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.SchoolListReport.Changed;
import org.jiaxue.regions.SchoolListReport.Field;
import org.jiaxue.regions.SchoolListReport.Named;
import org.jiaxue.web.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Holds a list against what is known of the county. A school is the one under its code; one whose
 * code is new is the one with its full name, if there is exactly one that the list does not name
 * otherwise.
 */
final class Comparison {

    private final Map<String, Kept> byCode = new HashMap<>();
    private final Map<String, List<Kept>> byName = new HashMap<>();
    private final LocalDate today;
    private final Set<String> told;

    private final List<Kept> written = new ArrayList<>();
    private final List<Named> added = new ArrayList<>();
    private final List<Changed> changed = new ArrayList<>();
    private final List<Named> missing = new ArrayList<>();
    private int unchanged;

    Comparison(List<Kept> known, List<ListedSchool> list, LocalDate today) {
        this.today = today;
        this.told = list.stream().map(ListedSchool::code).collect(Collectors.toSet());
        for (Kept one : known) {
            if (one.kind().teaches()) {
                if (one.code() != null) {
                    byCode.put(one.code(), one);
                }
                if (one.code() == null || !told.contains(one.code())) {
                    byName.computeIfAbsent(one.fullName(), _ -> new ArrayList<>()).add(one);
                }
            }
        }
        Set<Kept> seen = new HashSet<>();
        list.forEach(it -> compare(it, seen));
        known.stream()
                .filter(it -> it.code() != null && it.closed() == null && !seen.contains(it))
                .map(it -> new Named(0, Objects.requireNonNull(it.code()), it.name()))
                .forEach(missing::add);
    }

    /** Every school of the list as it is to be kept. */
    List<Kept> written() {
        return written;
    }

    List<Named> added() {
        return added;
    }

    List<Changed> changed() {
        return changed;
    }

    List<Named> missing() {
        return missing;
    }

    int unchanged() {
        return unchanged;
    }

    private void compare(ListedSchool school, Set<Kept> seen) {
        Named named = new Named(school.row(), school.code(), school.name());
        Optional<Kept> known =
                Optional.ofNullable(byCode.get(school.code())).or(() -> underItsName(school));
        if (known.isEmpty()) {
            added.add(named);
            written.add(Kept.of(Ids.next(), school, today));
            return;
        }
        Kept before = known.get();
        Kept after = before.told(school);
        seen.add(before);
        written.add(after);
        if (before.equals(after)) {
            unchanged++;
        } else {
            boolean adopted = !school.code().equals(before.code());
            changed.add(new Changed(named, adopted, fields(before, after)));
        }
    }

    private Optional<Kept> underItsName(ListedSchool school) {
        List<Kept> same = byName.getOrDefault(school.fullName(), List.of());
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    private static List<Field> fields(Kept before, Kept after) {
        List<Field> fields = new ArrayList<>();
        add(fields, Column.CODE, before.code(), after.code());
        add(fields, Column.NAME, before.name(), after.name());
        add(fields, Column.TYPE, before.kind().key(), after.kind().key());
        add(fields, Column.STAGES, keys(before), keys(after));
        add(fields, Column.ENGLISH, before.english(), after.english());
        add(fields, Column.GROUP, before.group(), after.group());
        add(
                fields,
                Column.LONGITUDE,
                degrees(before, it -> it.longitude().toPlainString()),
                degrees(after, it -> it.longitude().toPlainString()));
        add(
                fields,
                Column.LATITUDE,
                degrees(before, it -> it.latitude().toPlainString()),
                degrees(after, it -> it.latitude().toPlainString()));
        add(fields, Column.OPENED, before.opened(), after.opened());
        add(fields, Column.CLOSED, before.closed(), after.closed());
        return fields;
    }

    private static String keys(Kept kept) {
        return kept.stages().stream().map(it -> it.key()).collect(Collectors.joining(","));
    }

    private static @Nullable String degrees(Kept kept, Function<Organisation.Place, String> half) {
        return kept.place() == null ? null : half.apply(kept.place());
    }

    private static void add(
            List<Field> fields, Column column, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(
                    new Field(
                            column.slug(),
                            Objects.toString(before, ""),
                            Objects.toString(after, "")));
        }
    }
}
