package org.jiaxue.home;

import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page: a question to ask, and three things picked for whoever is there. */
@Controller
class TodayPage {

    private final Today today;

    TodayPage(Today today) {
        this.today = today;
    }

    @GetMapping("/")
    @OpenTo(Audience.ANYONE)
    ModelAndView show(Frame frame) {
        TodayView view =
                frame.viewer()
                        .guardian()
                        .map(guardian -> today.of(frame, guardian))
                        .orElseGet(() -> today.ofVisitor(frame));
        return Html.page("home/today", frame, "view", view);
    }
}
