package org.jiaxue.regions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * An organisation in a county.
 *
 * @param name its own name, for instance 董家校区
 * @param english its name in English, where the source gave one
 * @param county the code of its county, six digits
 * @param group the name of the education group it is part of, where there is one
 * @param stages what it teaches; empty where that is not known and for an education group
 * @param place where it stands, where that is known
 */
public record Organisation(
        UUID id,
        Kind kind,
        String name,
        @Nullable String english,
        String county,
        @Nullable String group,
        Set<SchoolStage> stages,
        @Nullable Place place) {

    /** What kind of organisation it is. */
    public enum Kind {
        EDUCATION_GROUP,
        SCHOOL,
        KINDERGARTEN,
        VOCATIONAL_SCHOOL,
        SPECIAL_SCHOOL;

        /** Whether children learn there: true for all but an education group. */
        public boolean teaches() {
            return this != EDUCATION_GROUP;
        }

        /** The key of the message that names the kind. */
        public String key() {
            return "regions.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Degrees of longitude and latitude, as the source gave them. */
    public record Place(BigDecimal longitude, BigDecimal latitude) {}

    public Organisation {
        stages = Set.copyOf(stages);
    }

    /** The name with its group before it, as one would write it on an envelope. */
    public String fullName() {
        return group == null ? name : group + " " + name;
    }

    /** Whether its full name or its English one holds every one of the words that were typed. */
    public boolean bears(String typed) {
        String names =
                (fullName() + " " + (english == null ? "" : english)).toLowerCase(Locale.ROOT);
        return words(typed).stream().allMatch(it -> names.contains(it.toLowerCase(Locale.ROOT)));
    }

    static List<String> words(String typed) {
        return typed.isBlank() ? List.of() : List.of(typed.strip().split("\\s+"));
    }

    /** The full name in both languages; the Chinese one in English too where none was given. */
    public Words title() {
        return new Words(fullName(), english == null ? fullName() : english);
    }
}
