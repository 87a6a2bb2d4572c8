package org.jiaxue.points;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiaxue.web.Audience;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A guardian's own points, for programs. */
@RestController
class PointsApi {

    private final Points points;

    PointsApi(Points points) {
        this.points = points;
    }

    /**
     * An entry.
     *
     * @param points what is in the balance
     * @param held what waits for a person and is in no balance yet
     */
    record Line(UUID id, int points, String rule, int version, String why, Instant at, int held) {}

    /**
     * A page of entries and what there is.
     *
     * @param parts what of the balance was earned for what
     * @param next what to pass as {@code before} to go on; null at the end. A page may be shorter
     *     than the limit and go on.
     */
    record Answer(
            int balance,
            int today,
            int week,
            List<Points.Part> parts,
            List<Line> entries,
            @Nullable String next) {}

    @GetMapping("/api/v1/me/points")
    @OpenTo(Audience.GUARDIAN)
    Answer mine(
            GuardianId guardian,
            Texts texts,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String before) {
        if (limit < 1 || limit > Points.MOST) {
            throw new Refusal(Problem.badRequest("points.problem.limit", Points.MOST));
        }
        Points.Page page = points.entries(guardian, points.place(guardian, before), limit);
        if (page.missing() != null && page.entries().isEmpty()) {
            throw new Refusal(page.missing());
        }
        Points.Sums sums = points.sums(guardian);
        List<Line> lines =
                page.entries().stream()
                        .map(it ->
                                new Line(
                                        it.id(),
                                        it.points(),
                                        it.rule(),
                                        it.version(),
                                        texts.say(it.sentence()),
                                        it.at(),
                                        it.held()))
                        .toList();
        return new Answer(
                sums.balance(),
                sums.today(),
                sums.week(),
                points.parts(guardian),
                lines,
                page.next() == null ? null : page.next().text());
    }
}
