package org.jiaxue.identity.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jiaxue.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Tells somebody who tried too often how long to wait: 429 with Retry-After in seconds. */
final class Waiting {

    private Waiting() {}

    static Problem problem(Duration pause, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1));
        return Problem.of(
                HttpStatus.TOO_MANY_REQUESTS, "identity.problem.too-often", pause.toMinutes() + 1);
    }
}
