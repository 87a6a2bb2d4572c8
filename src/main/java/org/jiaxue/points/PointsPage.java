package org.jiaxue.points;

import java.util.List;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Every entry of a guardian, with its reason and rule. */
@Controller
class PointsPage {

    private static final int ROWS = 30;

    private final Points points;
    private final SumRows sums;

    PointsPage(Points points, SumRows sums) {
        this.points = points;
        this.sums = sums;
    }

    /**
     * What the page shows.
     *
     * @param next where the older rows are; empty at the end
     * @param missing why older rows cannot be shown now, in words; empty where they can
     * @param first whether this is the newest part of the list
     */
    record View(
            SumRows.Card sums,
            List<EntryRows.Row> rows,
            String next,
            String missing,
            boolean first) {

        /** Whether there is nothing at all. */
        public boolean empty() {
            return rows.isEmpty() && next.isEmpty() && missing.isEmpty() && first;
        }
    }

    @GetMapping("/me/points")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView mine(
            Frame frame, GuardianId guardian, @RequestParam(defaultValue = "") String before) {
        Points.Page page = points.entries(guardian, points.place(guardian, before), ROWS);
        View view =
                new View(
                        sums.of(frame.texts(), guardian),
                        EntryRows.of(frame, page.entries()),
                        page.next() == null ? "" : "/me/points?before=" + page.next().text(),
                        page.missing() == null ? "" : frame.say(page.missing()),
                        before.isEmpty());
        return Html.page("points/entries", frame, "view", view);
    }
}
