package org.jiaxue.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jiaxue.identity.token.Sessions;
import org.jiaxue.web.Html;
import org.jiaxue.web.Next;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
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
    private final Times times;

    Confirmation(Sessions sessions, Times times) {
        this.sessions = sessions;
        this.times = times;
    }

    /**
     * Where the guardian goes first, and comes back from; empty when they need not. Refuses a
     * bearer token with 403: it shows a program.
     *
     * @param next the path to come back to
     */
    public Optional<ModelAndView> before(HttpServletRequest request, String next) {
        Instant began =
                sessions.beganAt(request)
                        .orElseThrow(
                                () -> new Refusal(Problem.forbidden("identity.problem.in-person")));
        return began.isAfter(times.now().minus(GOOD_FOR))
                ? Optional.empty()
                : Optional.of(Html.seeOther("/me/data/confirmation?next=" + Next.encoded(next)));
    }
}
