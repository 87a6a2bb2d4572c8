package org.jiaxue.licences;

import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.springframework.stereotype.Component;

/** Levels reached in schemes, and the sums that led there. */
@Component
class LicencesData implements PersonalData {

    private static final String SCHEMES = "schemes, the same for everybody";

    @Override
    public Keeps keeps() {
        return Keeps.in("licences")
                .table("scheme")
                .nobody(SCHEMES, "scheme", "division", "valid_from", "file", "body")
                .table("counted")
                .guardian("guardian_id")
                .derived("scheme", "entry_id", "event_id", "layer", "deed")
                .table("standing")
                .guardian("guardian_id")
                .derived("scheme", "layer")
                .table("licence")
                .guardian("guardian_id")
                .derived("scheme", "layer", "cause");
    }
}
