package org.jiaxue.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jiaxue.identity.Phone;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The two steps that a page takes with a code: it is sent to a phone, and somebody types it. */
@Component
class SentCode {

    private final Codes codes;
    private final CodeSender sender;

    SentCode(Codes codes, CodeSender sender) {
        this.codes = codes;
        this.sender = sender;
    }

    /** Sends a code; or says that one has to wait. */
    Optional<Problem> send(
            Phone phone, Frame frame, HttpServletRequest request, HttpServletResponse response) {
        return codes.send(phone, request.getRemoteAddr(), frame.texts())
                .map(pause -> Waiting.problem(pause, response));
    }

    /** What is wrong with a typed code; one that is right is used up. */
    Optional<Problem> wrong(
            Phone phone, String code, HttpServletRequest request, HttpServletResponse response) {
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

    /** The code, in a demonstration. */
    @Nullable String shown(Phone phone) {
        return sender.shown(phone).orElse(null);
    }
}
