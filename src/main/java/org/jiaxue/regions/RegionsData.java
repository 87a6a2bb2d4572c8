package org.jiaxue.regions;

import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.springframework.stereotype.Component;

/** Divisions and organisations: places and bodies, and nobody in person. */
@Component
class RegionsData implements PersonalData {

    private static final String PLACES = "the country's list of divisions";
    private static final String BODIES =
            "a school or another body, as the register of schools has it";

    @Override
    public Keeps keeps() {
        return Keeps.in("regions")
                .table("division")
                .nobody(PLACES, "code", "name_zh", "name_en", "ended_on")
                .table("division_file")
                .nobody(PLACES, "name", "sha256")
                .table("organisation")
                .nobody(
                        BODIES,
                        "organisation_id",
                        "kind",
                        "name",
                        "county",
                        "part_of",
                        "longitude",
                        "latitude",
                        "source",
                        "source_key",
                        "valid_from",
                        "valid_to",
                        "succeeded_by");
    }
}
