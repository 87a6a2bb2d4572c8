package org.jiaxue.web.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.refusal.Faults;
import org.jiaxue.web.refusal.ProblemAnswer;
import org.jiaxue.web.refusal.Requester;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds every body at every address, whether or not it says its length; a form's parts have bounds
 * of their own. Reads the query's and a form's fields at once, so that too many, too large or
 * unreadable ones are refused in words before anything else asks for them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyBound extends OncePerRequestFilter {

    static final int MOST_BYTES = 512 * 1024;

    private final ProblemAnswer answer;

    BodyBound(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES && !parted(request)) {
            answer.send(request, response, tooLarge());
            return;
        }
        try {
            if (!request.getParameterMap().values().stream().allMatch(BodyBound::storable)) {
                answer.send(request, response, unreadable());
                return;
            }
        } catch (IllegalStateException unreadable) {
            answer.send(request, response, refusal(unreadable));
            return;
        }
        chain.doFilter(new Bounded(request), response);
    }

    /** Whether it is a page's form with a file, whose parts the server bounds as it reads them. */
    private static boolean parted(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                && !Requester.asksApi(request);
    }

    /** Whether the database can keep what was sent: any text without a NUL. */
    private static boolean storable(String[] values) {
        return Arrays.stream(values).noneMatch(value -> value.indexOf('\0') >= 0);
    }

    /** What the server says of fields that it will not read: badly written, or too many. */
    private static Refusal refusal(IllegalStateException unreadable) {
        return Faults.known(unreadable).map(Refusal::new).orElseGet(BodyBound::tooLarge);
    }

    private static Refusal unreadable() {
        return new Refusal(Problem.badRequest("web.problem.unreadable"));
    }

    private static Refusal tooLarge() {
        return new Refusal(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "web.problem.too-large"));
    }

    /** A request whose body ends in a refusal when it grows past the bound. */
    private static final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            @Nullable String encoding = getCharacterEncoding();
            return new BufferedReader(
                    new InputStreamReader(
                            getInputStream(),
                            encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private int read;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int taken = body.read(into, from, most);
            count(Math.max(taken, 0));
            return taken;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > MOST_BYTES) {
                throw tooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
