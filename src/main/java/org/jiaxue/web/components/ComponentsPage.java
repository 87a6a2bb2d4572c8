package org.jiaxue.web.components;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.jiaxue.web.look.House;
import org.jiaxue.web.look.House.Storey;
import org.jiaxue.web.look.House.Time;
import org.jiaxue.web.look.LineChart;
import org.jiaxue.web.look.LineChart.Series;
import org.jiaxue.web.look.Pane;
import org.jiaxue.web.look.Player;
import org.jiaxue.web.look.Reading;
import org.jiaxue.web.look.ShareBars;
import org.jiaxue.web.look.Slats;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every component in every state, for those who build pages and for the accessibility test. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class ComponentsPage {

    @GetMapping("/console/components")
    ModelAndView show(Frame frame) {
        return Html.page("web/components/all", frame);
    }

    /** Invented figures in the shapes that components draw. */
    static final class Samples {
        private Samples() {}

        static Slats slats(int seconds, int... edges) {
            var covered = new BitSet(seconds);
            for (int i = 0; i + 1 < edges.length; i += 2) {
                covered.set(edges[i], edges[i + 1]);
            }
            return Slats.of(seconds, covered);
        }

        static Player player(Frame frame) {
            return new Player(
                    "00000000-0000-7000-8000-000000000000",
                    frame.say(new Words("磨蹭不是懒", "Dawdling is not laziness")),
                    512,
                    slats(512, 0, 141, 200, 309, 350, 410),
                    310,
                    141,
                    frame.say(new Words("看满八成，记 2 分", "See 80% for 2 points")),
                    "/sign-in",
                    null,
                    new Player.Video(List.of(), List.of(), null));
        }

        static House house(Frame frame) {
            return new House(
                    frame.say(new Words("家里亮着七扇窗", "Seven windows are lit")),
                    frame.say(
                            new Words(
                                    "每得一颗星，亮一扇窗；亮了就一直亮着。",
                                    "Each star lights a window, and lit it stays.")),
                    List.of(
                            storey(frame, "0–3", 1, 0, Time.PAST),
                            storey(frame, "4–6", 4, 0, Time.PAST),
                            storey(frame, "7–9", 2, 62, Time.NOW),
                            storey(frame, "10–12", 0, 0, Time.LATER),
                            storey(frame, "13–15", 0, 0, Time.LATER)));
        }

        private static Storey storey(Frame frame, String ages, int lit, int next, Time time) {
            var panes = IntStream.range(0, 5).mapToObj(i -> pane(i, lit, next, time)).toList();
            String name = frame.say(new Words(ages + " 岁", "Ages " + ages));
            String level =
                    time == Time.LATER
                            ? frame.say(new Words("往后", "Later"))
                            : frame.say(new Words("零一二三四五".charAt(lit) + "星", lit + "★"));
            return new Storey(name, level, name + " " + level, time, panes);
        }

        private static Pane pane(int place, int lit, int next, Time time) {
            if (time == Time.LATER) {
                return new Pane.Later();
            }
            if (place < lit) {
                return new Pane.Lit(false);
            }
            return place == lit && next > 0 ? new Pane.Filling(next) : new Pane.Unlit();
        }

        static LineChart chart(Frame frame, boolean withheld) {
            var weeks = IntStream.rangeClosed(1, 12).mapToObj(week -> "9/" + (week * 2)).toList();
            return LineChart.of(
                    weeks,
                    List.of(
                            series(frame.say(new Words("看完微课", "Lessons")), withheld, 810, 60),
                            series(frame.say(new Words("家长", "Parents")), withheld, 420, 25),
                            series(frame.say(new Words("活动", "Activities")), false, 160, 9),
                            series(frame.say(new Words("证书", "Certificates")), false, 40, 4)),
                    frame.texts()::number);
        }

        static ShareBars bars(Frame frame) {
            return ShareBars.of(
                    List.of(
                            bar(frame.say(new Words("省级平台", "Provincial")), 307, "282 / 920"),
                            bar(frame.say(new Words("市县平台", "City or county")), 209, "192 / 920"),
                            bar(frame.say(new Words("自有平台", "Their own")), 399, "367 / 920"),
                            bar(frame.say(new Words("其他平台", "Other")), 86, "79 / 920")),
                    new LineChart.Goal(
                            250, frame.say(new Words("虚线：目标 25%", "Dashed: the goal of 25%"))),
                    true);
        }

        private static ShareBars.Row bar(String name, long thousandths, String counts) {
            String words = thousandths / 10 + "." + thousandths % 10 + "%";
            return new ShareBars.Row(name, new Reading.Known(thousandths), words, counts);
        }

        private static Series series(String name, boolean withheld, long first, long more) {
            var values =
                    IntStream.range(0, 12)
                            .<Reading>mapToObj(week ->
                                    withheld && week == 5
                                            ? new Reading.Withheld()
                                            : new Reading.Known(
                                                    first + more * week - week % 3 * 11L))
                            .toList();
            return new Series(name, Long.toString(first + more * 11 - 22), values);
        }
    }
}
