package org.jiaxue.regions.list;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.SchoolStage;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an organisation of the county.
 *
 * @param code its code in the county's list, if that names it
 * @param stages in the order of the enum
 */
record Kept(
        UUID id,
        @Nullable String code,
        Organisation.Kind kind,
        String name,
        @Nullable String english,
        @Nullable String group,
        List<SchoolStage> stages,
        Organisation.@Nullable Place place,
        LocalDate opened,
        @Nullable LocalDate closed) {

    String fullName() {
        return ListedSchool.plain(group == null ? name : group + name);
    }

    /** What it becomes when a list tells this of it; what a list leaves out of its days stays. */
    Kept told(ListedSchool told) {
        return of(id, told, opened);
    }

    static Kept of(UUID id, ListedSchool told, LocalDate known) {
        LocalDate opened = told.opened() == null ? known : told.opened();
        LocalDate closed = told.closed();
        return new Kept(
                id,
                told.code(),
                told.kind(),
                told.name(),
                told.english(),
                told.group(),
                sorted(told.stages()),
                told.place(),
                closed != null && closed.isBefore(opened) ? closed : opened,
                closed);
    }

    static List<SchoolStage> sorted(Set<SchoolStage> stages) {
        return stages.stream().sorted().toList();
    }
}
