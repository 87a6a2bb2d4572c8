package org.jiaxue.points;

import java.util.List;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Texts;
import org.springframework.stereotype.Component;

/** What a guardian has, in words, for the template {@code points/sums}. */
@Component
public class SumRows {

    private final Points points;

    SumRows(Points points) {
        this.points = points;
    }

    /**
     * Sums and what they were earned for.
     *
     * @param week what the second number is
     * @param parts what of the balance was earned for what, in order of kinds
     */
    public record Card(int balance, int thisWeek, String week, List<Part> parts) {}

    /** What of the balance was earned for one thing. */
    public record Part(String name, String points) {}

    public Card of(Texts texts, GuardianId guardian) {
        Points.Sums sums = points.sums(guardian);
        return new Card(
                sums.balance(),
                sums.week(),
                sums.weekCap() == null
                        ? texts.say("points.entries.week-plain")
                        : texts.say("points.entries.week", sums.weekCap()),
                points.parts(guardian).stream()
                        .map(it ->
                                new Part(
                                        texts.say("points.part." + it.category()),
                                        texts.say("points.part.points", it.points())))
                        .toList());
    }
}
