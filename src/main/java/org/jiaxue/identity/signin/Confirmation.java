package org.jiaxue.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jiaxue.identity.token.Sessions;
import org.jiaxue.identity.token.Tokens;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.Next;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Makes sure that it is the guardian in person who takes everything away or erases it, and not
 * whoever found the phone unlocked: they signed in, or confirmed by a code, in the last minutes.
 */
@Component
public class Confirmation {

    /** How long a sign-in counts as a confirmation. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final Sessions sessions;
    private final Tokens tokens;
    private final Times times;

    Confirmation(Sessions sessions, Tokens tokens, Times times) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.times = times;
    }

    /**
     * Where the guardian goes first, and comes back from; empty when they need not. Refuses a
     * bearer token with 403: it shows a program.
     *
     * @param next the path to come back to
     */
    public Optional<ModelAndView> before(HttpServletRequest request, String next) {
        return fresh(request)
                ? Optional.empty()
                : Optional.of(Html.seeOther("/me/data/confirmation?next=" + Next.encoded(next)));
    }

    /** Whether they signed in or confirmed just now; refuses a bearer token as {@link #before}. */
    boolean fresh(HttpServletRequest request) {
        return beganAt(request).isAfter(times.now().minus(GOOD_FOR));
    }

    /** When the session began; refuses a bearer token as {@link #before}. */
    Instant beganAt(HttpServletRequest request) {
        return sessions.beganAt(request)
                .orElseThrow(() -> new Refusal(Problem.forbidden("identity.problem.in-person")));
    }

    /**
     * Ends every session and token of the guardian but this browser's, which goes on and counts
     * from when it began: what they did just now confirmed nothing.
     */
    void endAllButThis(
            GuardianId guardian, HttpServletRequest request, HttpServletResponse response) {
        Instant beganAt = beganAt(request);
        tokens.removeAll(guardian);
        sessions.carryOn(Viewer.Guardian.inPerson(guardian), beganAt, response);
    }
}
