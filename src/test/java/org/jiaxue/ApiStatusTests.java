package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jiaxue.identity.token.Keys;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every operation of the API answers to what is missing, unreadable, or cannot be. */
@RoomTest
class ApiStatusTests {

    /** Whose token, method, path under /api/v1, body, status, code. */
    private static final String TABLE =
            """
            - POST /sign-in/codes {} 400 identity.problem.phone-missing
            - POST /sign-in/codes {"phone":null} 400 identity.problem.phone-missing
            - POST /sign-in/codes {"phone":1} 400 web.problem.unreadable
            - POST /sign-in/codes {"phone":"1370013"} 422 identity.problem.phone-short
            - POST /tokens {} 400 identity.problem.phone-missing
            - POST /tokens {"phone":"13700137006"} 400 identity.problem.code-missing
            - POST /tokens {"phone":"13700137006","code":1} 400 web.problem.unreadable
            - POST /tokens {"phone":"13700137006","code":"12"} 422 identity.problem.code-short
            - DELETE /tokens/current - 401 identity.problem.no-bearer
            - GET /lessons?stage=zoo - 400 catalogue.problem.stage
            - GET /lessons?page=x - 400 catalogue.problem.page
            - GET /lessons/7 - 400 catalogue.problem.lesson-id
            - GET /lessons/UNKNOWN - 404 catalogue.problem.no-lesson
            learn PUT /playbacks/NEW {} 400 learning.problem.lesson-id
            learn PUT /playbacks/NEW {"lesson":7} 400 learning.problem.lesson-id
            learn PUT /playbacks/7 {"lesson":"LESSON"} 400 learning.problem.playback-id
            learn PUT /playbacks/NEW {"lesson":"UNKNOWN"} 404 learning.problem.lesson-gone
            learn POST /playbacks/NEW/beats {} 400 learning.problem.played-missing
            learn POST /playbacks/NEW/beats {"played":"x"} 400 learning.problem.played-missing
            learn POST /playbacks/NEW/beats {"played":[]} 422 learning.problem.played-empty
            learn POST /playbacks/NEW/beats {"played":[[9,1]]} 422 learning.problem.span-backwards
            learn POST /playbacks/NEW/beats {"played":[[0,1]]} 404 learning.problem.no-such-playback
            learn POST /beats {} 400 learning.problem.beats-list
            learn POST /beats - 400 web.problem.unreadable
            learn PUT /lessons/LESSON/reflection {} 400 learning.problem.answer
            learn PUT /lessons/LESSON/reflection {"answer":1} 400 learning.problem.answer
            learn PUT /lessons/LESSON/reflection {"answer":"z"} 400 learning.problem.no-such-choice
            learn PUT /lessons/UNKNOWN/reflection {"answer":"a"} 404 learning.problem.lesson-gone
            read GET /me/points?limit=0 - 400 points.problem.limit
            read GET /me/points?limit=x - 400 web.problem.unreadable
            read GET /me/points?before=x - 400 points.problem.cursor
            read GET /me/credentials?limit=0 - 400 credentials.problem.limit
            read GET /me/credentials?before=x - 400 credentials.problem.before
            staff GET /me/licences - 403 web.problem.guardian-token
            staff GET /me/rules - 403 web.problem.guardian-token
            staff GET /me/suggestions - 403 web.problem.guardian-token
            read GET /statistics - 403 web.problem.staff-token
            staff GET /statistics - 400 statistics.problem.division-code
            staff GET /statistics?division=x&measure=lessons - 400 statistics.problem.division-code
            staff GET /statistics?division=999999 - 422 statistics.problem.division
            staff GET /statistics?division=HERE - 400 statistics.problem.measure
            staff GET /statistics?division=HERE&measure=x - 400 statistics.problem.measure
            staff GET /statistics?HERE&by=x - 400 statistics.problem.by
            staff GET /statistics?HERE&from=2026-03-02 - 400 statistics.problem.half-open
            staff GET /statistics?HERE&BACKWARDS - 422 statistics.problem.backwards
            - GET /nope - 404 web.problem.no-such-operation
            """;

    @LocalServerPort int port;
    @Autowired ApplicationContext house;

    @Test
    void what_is_missing_or_unreadable_is_400_and_what_cannot_be_is_422() throws Exception {
        Town town = new Town(house);
        List<String> wrong = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String row : TABLE.lines().toList()) {
                String[] cells = row.split(" ");
                HttpResponse<String> answer =
                        client.send(asked(town, cells), HttpResponse.BodyHandlers.ofString());
                JsonNode problem = JsonMapper.shared().readTree(answer.body());
                String seen = answer.statusCode() + " " + problem.path("code").stringValue("");
                if (!row.endsWith(" " + seen)) {
                    wrong.add(row + ", but " + seen);
                }
            }
        }
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    @Test
    void the_table_knows_every_operation() {
        List<String> unknown =
                Route.all(house).stream()
                        .filter(Route::api)
                        .filter(route -> TABLE.lines().noneMatch(row -> speaksOf(row, route)))
                        .map(Route::toString)
                        .toList();
        assertThat(unknown).isEmpty();
    }

    private static boolean speaksOf(String row, Route route) {
        String[] cells = row.split(" ");
        return cells[1].equals(route.method())
                && ("/api/v1" + cells[2].replaceFirst("\\?.*", ""))
                        .matches(route.pattern().replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private HttpRequest asked(Town town, String[] cells) {
        String path = filled(town, cells[2]).replace("?" + Town.HERE, "?" + here());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                        .header("Content-Type", "application/json");
        Keys keys = new Keys(house);
        switch (cells[0]) {
            case "learn" -> bearer(request, keys.bearer(town.owner, Viewer.Scope.LEARN));
            case "read" -> bearer(request, keys.bearer(town.owner, Viewer.Scope.READ));
            case "staff" -> bearer(request, keys.bearer(town.officer(), Viewer.Scope.STAFF));
            default -> {}
        }
        String body = cells[3].equals("-") ? "" : filled(town, cells[3]);
        return request.method(cells[1], HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private static void bearer(HttpRequest.Builder request, String token) {
        request.header("Authorization", "Bearer " + token);
    }

    private static String here() {
        return "measure=lessons&division=" + Town.HERE;
    }

    private static String filled(Town town, String text) {
        return text.replace("UNKNOWN", "0198f000-0000-7000-8000-000000000009")
                .replace("LESSON", town.lesson.id().toString())
                .replace("NEW", "0198f000-0000-7000-8000-000000000008")
                .replace("BACKWARDS", "from=2026-03-09&to=2026-03-01")
                .replace("HERE", Town.HERE);
    }
}
