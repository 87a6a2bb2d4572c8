package org.jiaxue.points.mine;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jiaxue.points.Points;
import org.jiaxue.web.Audience;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Times;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules by which a guardian's points are counted, for programs. */
@RestController
class MyRulesApi {

    private final Points points;
    private final Times times;

    MyRulesApi(Points points, Times times) {
        this.points = points;
        this.times = times;
    }

    /** A day on which rules change. */
    @Schema(name = "RuleChange")
    record Change(
            @Schema(description = "The first day on which they hold; it may be to come.")
                    LocalDate from,
            @Schema(description = "What the rules are called that begin on it.") List<String> names,
            @Schema(description = "What is otherwise than before, a sentence each.")
                    List<String> what) {}

    /** The rules, in the reader's language. */
    @Schema(name = "MyRules")
    record Answer(
            @Schema(description = "What the rules say today, a sentence each.") List<String> rules,
            @Schema(description = "When they changed and are going to, in order of days.")
                    List<Change> changes) {}

    @GetMapping("/api/v1/me/rules")
    @OpenTo(Audience.GUARDIAN)
    @Operation(
            summary = "The rules for one's own points",
            description =
                    "Those in force where the guardian lives and learns, their changes of the last"
                            + " three years and all that are to come.")
    Answer mine(GuardianId guardian, Texts texts) {
        LocalDate since = times.today().minusYears(MyRulesPage.YEARS);
        return new Answer(
                points.inForce(guardian).stream().map(texts::say).toList(),
                points.changes(guardian, since).stream()
                        .map(it ->
                                new Change(
                                        it.day(),
                                        it.names().stream().map(texts::say).toList(),
                                        it.what().stream().map(texts::say).toList()))
                        .toList());
    }
}
