package org.jiaxue.regions.list;

import java.time.LocalDate;
import java.util.Set;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.SchoolStage;
import org.jspecify.annotations.Nullable;

/** A school as a row of a list tells it. */
record ListedSchool(
        int row,
        String code,
        String name,
        @Nullable String english,
        Organisation.Kind kind,
        Set<SchoolStage> stages,
        @Nullable String group,
        Organisation.@Nullable Place place,
        @Nullable LocalDate opened,
        @Nullable LocalDate closed) {

    /** By this one school is told from another when their codes do not help. */
    String fullName() {
        return plain(group == null ? name : group + name);
    }

    static String plain(String name) {
        return name.replaceAll("[\\s\\u3000]", "");
    }
}
