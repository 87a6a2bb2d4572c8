package org.jiaxue.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Objects;
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
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
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

    /** What is asked for. */
    record Sent(
            @Parameter(description = "A national code, 2 to 12 digits; of schools, 2 to 6.")
                    @Nullable String division,
            @Parameter(
                            description =
                                    "lessons, guardians, certificates, schools (with a parent"
                                            + " school, and their share) or activities (sessions).")
                    @Nullable String measure,
            @Parameter(
                            description =
                                    "With `to` the first day of whole weeks, months or terms, such"
                                            + " as 2026-03-02, at most 106 weeks. Without both, the"
                                            + " last twelve weeks whose day of closing has come.")
                    @Nullable String from,
            @Parameter(description = "The last day of whole weeks, months or terms.")
                    @Nullable String to,
            @Parameter(
                            description =
                                    "What the rows are: division (the parts right below; so if"
                                            + " absent), stage (not of certificates and schools),"
                                            + " platform (only of schools) or period (no rows).")
                    @Nullable String by,
            @Parameter(description = "week, month or term, where the days leave it open.")
                    @Nullable String unit,
            @Parameter(
                            description =
                                    "Only of schools: those on one kind of platform (provincial,"
                                            + " local, own or other), out of all with a parent"
                                            + " school.")
                    @Nullable String platform) {

        boolean halfOpen() {
            return (from == null) != (to == null);
        }
    }

    /** Figures of a division. */
    @GetMapping("/api/v1/statistics")
    @Operation(
            summary = "Figures of a division",
            description =
                    "How much was learned and what was offered, by part, stage, kind of platform or"
                            + " period. Small groups of people are withheld; figures of"
                            + " institutions are not.")
    FiguresJson figures(Viewer viewer, Texts texts, @ParameterObject Sent sent) {
        if (sent.division() == null || !sent.division().matches("[0-9]{2,12}")) {
            throw new Refusal(Problem.badRequest("statistics.problem.division-code"));
        }
        String code = Asked.division(regions, sent.division()).code();
        access.require(viewer, Deed.READ_FIGURES, code);
        if (sent.halfOpen()) {
            throw new Refusal(Problem.badRequest("statistics.problem.half-open"));
        }
        Question question =
                new Question(
                        code,
                        Asked.measure(Objects.requireNonNullElse(sent.measure(), "")),
                        Asked.by(Objects.requireNonNullElse(sent.by(), By.DIVISION.slug())),
                        periods(sent),
                        sent.platform() == null ? null : Asked.platform(sent.platform()));
        return FiguresJson.of(
                statistics.figures(Asked.answerable(question)), new Labels(texts, regions));
    }

    private List<Period> periods(Sent sent) {
        return sent.from() == null || sent.to() == null
                ? statistics.lastWeeks(Asked.WEEKS)
                : Asked.periods(
                        sent.from(),
                        sent.to(),
                        sent.unit() == null ? null : Asked.unit(sent.unit()));
    }
}
