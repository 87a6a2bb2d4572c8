package org.jiaxue.learning.playback;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jiaxue.bench.BenchFailed;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Counts the requests that the house has not finished: when the load generator hangs up, those that
 * it did not wait for must not run into the next load.
 */
@Component
class UnderWay extends ValveBase
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int QUIET_POLLS = 8;
    private static final int MOST_POLLS = 900;

    private final AtomicInteger requests = new AtomicInteger();

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        requests.incrementAndGet();
        try {
            getNext().invoke(request, response);
        } finally {
            requests.decrementAndGet();
        }
    }

    /** Waits until nothing was under way for most of a second. */
    void awaitQuiet() throws InterruptedException {
        int quiet = 0;
        for (int polls = 0; quiet < QUIET_POLLS; polls++) {
            if (polls == MOST_POLLS) {
                throw new BenchFailed(requests + " requests do not end");
            }
            Thread.sleep(POLL);
            quiet = requests.get() == 0 ? quiet + 1 : 0;
        }
    }
}
