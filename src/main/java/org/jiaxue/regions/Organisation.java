package org.jiaxue.regions;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation in a county.
 *
 * @param name its own name, for instance 董家校区
 * @param county the code of its county, six digits
 * @param group the name of the education group it is part of, where there is one
 * @param place where it stands, where that is known
 */
public record Organisation(
        UUID id,
        Kind kind,
        String name,
        String county,
        @Nullable String group,
        @Nullable Place place) {

    /** What kind of organisation it is. */
    public enum Kind {
        EDUCATION_GROUP,
        SCHOOL,
        KINDERGARTEN
    }

    /** Degrees of longitude and latitude, as the source gave them. */
    public record Place(BigDecimal longitude, BigDecimal latitude) {}

    /** The name with its group before it, as one would write it on an envelope. */
    public String fullName() {
        return group == null ? name : group + " " + name;
    }
}
