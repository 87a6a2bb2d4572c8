package org.jiaxue.web.refusal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jiaxue.web.Locks;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Tells a request that cannot be answered from a fault of ours. */
public final class Faults {

    private static final String NOT_IN_REPERTOIRE = "22021";
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private Faults() {}

    /** Whoever asked has gone, and nobody is left to be answered. */
    static boolean gone(Throwable failure) {
        return failure instanceof ClientAbortException
                || failure instanceof AsyncRequestNotUsableException;
    }

    /** What was wrong with the request, or that the database is away; empty for a fault of ours. */
    public static Optional<Problem> known(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> Optional.of(refusal.problem());
            case ErrorResponse answer -> Optional.of(of(answer.getStatusCode()));
            case HttpMessageNotReadableException unreadable
                    when unreadable.getCause() instanceof Refusal refusal ->
                    Optional.of(refusal.problem());
            case HttpMessageNotReadableException _, TypeMismatchException _ ->
                    Optional.of(Problem.badRequest("web.problem.unreadable"));
            case InvalidParameterException field ->
                    Optional.of(of(HttpStatusCode.valueOf(field.getErrorCode())));
            case CannotCreateTransactionException _ -> Optional.of(away());
            case DataAccessException data when passing(data) -> Optional.of(away());
            case DataAccessException data when unwritable(data) ->
                    Optional.of(Problem.badRequest("web.problem.unreadable"));
            case RequestRejectedException _ ->
                    Optional.of(Problem.badRequest("web.problem.unreadable"));
            default -> Optional.empty();
        };
    }

    private static boolean passing(DataAccessException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof NonTransientDataAccessResourceException
                || Locks.inVain(failure);
    }

    /** The text holds a character that PostgreSQL cannot keep, which is NUL alone. */
    private static boolean unwritable(DataAccessException failure) {
        return is(failure, NOT_IN_REPERTOIRE);
    }

    private static boolean is(DataAccessException failure, String state) {
        return failure.getMostSpecificCause() instanceof SQLException sql
                && state.equals(sql.getSQLState());
    }

    public static Problem away() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "web.problem.away").retryAfter(COME_BACK);
    }

    public static Problem of(HttpStatusCode code) {
        HttpStatus status = HttpStatus.valueOf(code.value());
        return switch (status) {
            case NOT_FOUND -> Problem.notFound("web.problem.no-such-page");
            case METHOD_NOT_ALLOWED -> Problem.of(status, "web.problem.method");
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> Problem.of(status, "web.problem.media");
            case CONTENT_TOO_LARGE -> Problem.of(status, "web.problem.too-large");
            case SERVICE_UNAVAILABLE -> away();
            default ->
                    Problem.of(
                            status,
                            status.is5xxServerError()
                                    ? "web.problem.ours"
                                    : "web.problem.unreadable");
        };
    }
}
