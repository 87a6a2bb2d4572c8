package org.jiaxue.points;

import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.springframework.stereotype.Component;

/** Points and what they came of. */
@Component
class PointsData implements PersonalData {

    private static final String RULES = "rules, the same for everybody";

    @Override
    public Keeps keeps() {
        return Keeps.in("points")
                .table("rule_set")
                .nobody(RULES, "division", "valid_from", "file", "body")
                .table("entry")
                .guardian("guardian_id")
                .derived("entry_id", "event_id", "corrects_entry_id", "kind", "cause", "once")
                .derived("rule", "rule_division", "state", "day", "week", "division", "stage")
                .derived("subject_zh", "subject_en", "did_zh", "did_en", "why_zh", "why_en")
                .table("shown_entry")
                .guardian("guardian_id")
                .derived("entry_id", "event_id", "rule", "rule_division", "state")
                .derived("did_zh", "did_en", "why_zh", "why_en")
                .table("account")
                .guardian("guardian_id");
    }
}
