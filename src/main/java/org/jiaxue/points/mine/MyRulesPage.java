package org.jiaxue.points.mine;

import java.time.LocalDate;
import java.util.List;
import org.jiaxue.points.ChangeRows;
import org.jiaxue.points.Points;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The rules where a guardian lives and learns, in plain words, and when which of them change. */
@Controller
class MyRulesPage {

    /** How many years back changes are told. */
    static final int YEARS = 3;

    private final Points points;
    private final Times times;

    MyRulesPage(Points points, Times times) {
        this.points = points;
        this.times = times;
    }

    /**
     * What the page shows.
     *
     * @param rules those in force today, a sentence each
     * @param coming changes to come, the nearest first
     * @param past changes that were, the latest first
     */
    record View(List<String> rules, List<ChangeRows.Row> coming, List<ChangeRows.Row> past) {}

    @GetMapping("/me/points/rules")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView mine(Frame frame, GuardianId guardian) {
        LocalDate today = times.today();
        List<ChangeRows.Row> changes =
                ChangeRows.of(
                        frame.texts(), points.changes(guardian, today.minusYears(YEARS)), today);
        View view =
                new View(
                        points.inForce(guardian).stream().map(frame::say).toList(),
                        changes.stream().filter(ChangeRows.Row::coming).toList(),
                        changes.stream().filter(it -> !it.coming()).toList());
        return Html.page("points/mine/rules", frame, "view", view);
    }
}
