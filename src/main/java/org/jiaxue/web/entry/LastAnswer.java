package org.jiaxue.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.refusal.Faults;
import org.jiaxue.web.refusal.ProblemAnswer;
import org.jiaxue.web.refusal.Requester;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * Says what the server itself refused before any page was reached (an address or a head too long, a
 * line that is no request) as everything else is said, in the place of the server's own page.
 */
final class LastAnswer extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;
    private static final Logger LOG = LoggerFactory.getLogger(LastAnswer.class);

    private final ProblemAnswer answer;

    LastAnswer(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < FIRST_ERROR
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        Problem problem = Faults.of(HttpStatusCode.valueOf(status));
        response.setHeader(
                "Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            answer.send(new Known(request), response.getResponse(), new Refusal(problem));
            response.finishResponse();
        } catch (Exception unsaid) {
            LOG.warn("refused status={} without words why={}", status, unsaid.toString());
        }
    }

    /** A request whose address was perhaps never read, and is no path of ours if it was. */
    private static final class Known extends HttpServletRequestWrapper {

        Known(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return Requester.asksApi((HttpServletRequest) getRequest()) ? Requester.API : "/";
        }

        @Override
        public String getServletPath() {
            return getRequestURI();
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class InTheServer {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastAnswer(ProblemAnswer answer) {
            return factory ->
                    factory.addContextCustomizers(
                            context -> place((StandardHost) context.getParent(), answer));
        }

        private static void place(StandardHost host, ProblemAnswer answer) {
            for (Valve valve : host.getPipeline().getValves()) {
                if (valve instanceof ErrorReportValve) {
                    host.getPipeline().removeValve(valve);
                }
            }
            host.setErrorReportValveClass(LastAnswer.class.getName());
            host.getPipeline().addValve(new LastAnswer(answer));
        }
    }
}
