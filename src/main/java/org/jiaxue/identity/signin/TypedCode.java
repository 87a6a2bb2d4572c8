package org.jiaxue.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jiaxue.identity.Phone;
import org.jiaxue.web.Problem;

/**
 * What is wrong with a code that somebody who is signed in types; it is used up when it is right.
 */
final class TypedCode {

    private TypedCode() {}

    static Optional<Problem> wrong(
            Codes codes,
            Phone phone,
            String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        String typed = CodeWords.plain(code);
        if (!Codes.shaped(typed)) {
            return Optional.of(CodeWords.wrongWith(typed));
        }
        return switch (codes.tryOut(phone, typed, request.getRemoteAddr())) {
            case Codes.Trial.Right _ -> Optional.empty();
            case Codes.Trial.Wrong(int left) ->
                    Optional.of(Problem.unprocessable("identity.problem.code-wrong", left));
            case Codes.Trial.Gone _ ->
                    Optional.of(Problem.unprocessable("identity.problem.code-gone"));
            case Codes.Trial.TooOften(Duration pause) ->
                    Optional.of(Waiting.problem(pause, response));
        };
    }
}
