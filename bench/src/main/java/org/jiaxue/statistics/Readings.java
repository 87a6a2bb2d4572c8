package org.jiaxue.statistics;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jiaxue.bench.BenchFailed;
import org.jiaxue.bench.OpenLoop;
import org.jiaxue.bench.Processes;
import org.jiaxue.bench.Run;
import org.jiaxue.bench.Watch;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.statistics.closing.FigureStore;
import org.jiaxue.statistics.rollup.StoredProvince;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.springframework.context.ConfigurableApplicationContext;

/** An officer of the province who reads, so many times a second. */
final class Readings {

    private static final int A_SECOND = 20;
    private static final int CONNECTIONS = 8;
    private static final int WARM_UP_SECONDS = 2;
    private static final double MILLION = 1e6;
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FigureStore figures;
    private final int port;
    private final int seconds;
    private final List<Reading> readings;
    private final String token;

    Readings(
            ConfigurableApplicationContext house,
            StoredProvince stored,
            int port,
            int seconds,
            List<Reading> readings) {
        this.figures = house.getBean(FigureStore.class);
        this.port = port;
        this.seconds = seconds;
        this.readings = readings;
        People people = house.getBean(People.class);
        StaffId officer =
                people.hire(
                        "an-officer-who-reads",
                        "统计员",
                        "a-long-password-of-nobody",
                        List.of(new Grant(Role.PROVINCE_OFFICER, StoredProvince.PROVINCE)));
        stored.enrol(officer);
        this.token =
                people.issueToken(officer, EnumSet.of(Viewer.Scope.STAFF), Duration.ofDays(1))
                        .token();
    }

    /** The same number of readings a second for so long; each must be answered as it should be. */
    Run run(String figure, Processes processes, OpenLoop.Sending sending) {
        Watch watch = processes.watch();
        OpenLoop.Told told =
                new OpenLoop(A_SECOND, CONNECTIONS).run(WARM_UP_SECONDS, seconds, () -> sending);
        if (told.failed() > 0) {
            throw new BenchFailed("%s: %,d readings failed".formatted(figure, told.failed()));
        }
        double p99 = told.part(0.99) / MILLION;
        return new Run(p99, told.part(0.50) / MILLION, p99, told.part(1) / MILLION, watch.used());
    }

    boolean page(int number) throws Exception {
        HttpResponse<String> answer = answer(reading(number).page());
        return answer.statusCode() == OK && answer.body().contains("jx-table-total");
    }

    boolean api(int number) throws Exception {
        HttpResponse<String> answer = answer(reading(number).api());
        return answer.statusCode() == OK && answer.body().contains("\"total\":{");
    }

    /** What a reading asks the database for, by itself. */
    boolean lookUp(int number) {
        Reading reading = reading(number);
        EnumSet<Unit> units = EnumSet.of(reading.unit());
        return !(reading.by() == By.DIVISION
                        ? figures.family(
                                reading.measure(),
                                reading.division(),
                                units,
                                reading.from(),
                                reading.to())
                        : figures.stages(
                                reading.measure(),
                                reading.division(),
                                units,
                                reading.from(),
                                reading.to()))
                .isEmpty();
    }

    private Reading reading(int number) {
        return readings.get(number % readings.size());
    }

    private HttpResponse<String> answer(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept-Language", "zh-CN")
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
