package org.jiaxue.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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

    /** Figures of a division. */
    @GetMapping("/api/v1/statistics")
    @Operation(
            summary = "Figures of a division",
            description =
                    "How much was learned and what was offered, by part, stage, kind of platform or"
                            + " period. Small groups of people are withheld; figures of institutions"
                            + " are not.")
    FiguresJson figures(
            Viewer viewer,
            Texts texts,
            @Parameter(description = "A national code, 2 to 12 digits. Schools: to the county.")
                    @RequestParam(required = false)
                    @Nullable String division,
            @Parameter(
                            description =
                                    "lessons, guardians, certificates, schools (with a parent"
                                            + " school, and their share) or activities (sessions"
                                            + " held).")
                    @RequestParam(required = false)
                    @Nullable String measure,
            @Parameter(
                            description =
                                    "With `to` the first day of whole weeks, months or terms, such"
                                            + " as 2026-03-02, at most 106 weeks. Without both, the"
                                            + " last twelve weeks whose day of closing has come.")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "The last day of whole weeks, months or terms.")
                    @RequestParam(required = false)
                    @Nullable String to,
            @Parameter(
                            description =
                                    "What the rows are: division (the parts right below), stage"
                                            + " (not of certificates and schools), platform (only"
                                            + " of schools) or period (no rows).")
                    @RequestParam(defaultValue = "division")
                    String by,
            @Parameter(description = "week, month or term, where the days leave it open.")
                    @RequestParam(required = false)
                    @Nullable String unit,
            @Parameter(
                            description =
                                    "Only of schools: those on one kind of platform (provincial,"
                                            + " local, own or other), out of all with a parent"
                                            + " school.")
                    @RequestParam(required = false)
                    @Nullable String platform) {
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
                                : Asked.periods(from, to, unit == null ? null : Asked.unit(unit)),
                        platform == null ? null : Asked.platform(platform));
        return FiguresJson.of(
                statistics.figures(Asked.answerable(question)), new Labels(texts, regions));
    }
}
