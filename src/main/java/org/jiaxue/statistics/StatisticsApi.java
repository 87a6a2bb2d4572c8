package org.jiaxue.statistics;

import org.jiaxue.regions.Regions;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures for programs of staff. */
@RestController
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class StatisticsApi {

    private final Statistics statistics;
    private final Regions regions;
    private final Access access;

    StatisticsApi(Statistics statistics, Regions regions, Access access) {
        this.statistics = statistics;
        this.regions = regions;
        this.access = access;
    }

    /**
     * Figures of a division.
     *
     * @param measure {@code lessons}, {@code guardians} or {@code certificates}
     * @param from with {@code to} the first and last day, {@code 2026-03-02}, of whole weeks,
     *     months or terms, at most 106 weeks; without both, the last twelve weeks whose day of
     *     closing has come
     * @param by {@code division}, {@code stage} or {@code period}
     * @param unit {@code week}, {@code month} or {@code term}, where the days alone leave it open
     */
    @GetMapping("/api/v1/statistics")
    FiguresJson figures(
            Viewer viewer,
            Texts texts,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "division") String by,
            @RequestParam(required = false) @Nullable String unit) {
        if (division == null || !division.matches("[0-9]{2,12}")) {
            throw new Refusal(Problem.badRequest("statistics.problem.division-code"));
        }
        String code = Asked.division(regions, division).code();
        access.require(viewer, Deed.READ_FIGURES, code);
        if ((from == null) != (to == null)) {
            throw new Refusal(Problem.badRequest("statistics.problem.half-open"));
        }
        Question question =
                new Question(
                        code,
                        Asked.measure(measure == null ? "" : measure),
                        Asked.by(by),
                        from == null || to == null
                                ? statistics.lastWeeks(Asked.WEEKS)
                                : Asked.periods(from, to, unit == null ? null : Asked.unit(unit)));
        Asked.requireStages(question.by(), question.measure(), code);
        return FiguresJson.of(statistics.figures(question), new Labels(texts, regions));
    }
}
