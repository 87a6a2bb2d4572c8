package org.jiaxue.statistics;

import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.springframework.stereotype.Component;

/** Facts that figures are counted from, and the figures. */
@Component
class StatisticsData implements PersonalData {

    private static final String FIGURES = "sums that are published, withheld where few";

    @Override
    public Keeps keeps() {
        return Keeps.in("statistics")
                .table("fact")
                .guardian("guardian_id")
                .derived("cause", "kind", "day", "week", "division", "stage")
                .table("closing")
                .nobody(FIGURES, "week")
                .table("figure")
                .nobody(FIGURES, "part", "measure", "stage", "unit", "first", "last", "mark");
    }
}
