package org.jiaxue.activities.attending;

import org.jiaxue.activities.CheckIn;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Problem;
import org.springframework.http.HttpStatus;

/** Says why a guardian was not signed in, and what to do. */
final class Refusals {

    private Refusals() {}

    /** The problem for a refused sign-in; a bug when it was not refused. */
    static Problem of(CheckIn refused, Frame frame, Hours hours) {
        return switch (refused) {
            case CheckIn.TooEarly(var opensAt) ->
                    Problem.conflict(
                            "activities.problem.too-early", hours.moment(frame.texts(), opensAt));
            case CheckIn.TooLate() -> Problem.conflict("activities.problem.too-late");
            case CheckIn.Expired() -> Problem.of(HttpStatus.GONE, "activities.problem.scan-again");
            case CheckIn.UsedByAnother() -> Problem.conflict("activities.problem.used-by-another");
            case CheckIn.Forged() -> Problem.badRequest("activities.problem.not-our-code");
            case CheckIn.NoConsent() -> Problem.forbidden("activities.problem.no-consent");
            case CheckIn.UnknownActivity() -> Problem.notFound("activities.problem.unknown");
            case CheckIn.Malformed() -> Problem.unprocessable("activities.problem.not-a-code");
            case CheckIn.WrongCode(int left) ->
                    Problem.unprocessable("activities.problem.wrong-code", left);
            case CheckIn.TooOften(var left) ->
                    Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "activities.problem.too-often",
                            left.toMinutes() + 1);
            case CheckIn.Welcomed _, CheckIn.AlreadyIn _ ->
                    throw new IllegalArgumentException("This was not refused: " + refused);
        };
    }
}
