package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.client.Clients;
import org.jiaxue.identity.token.Keys;
import org.jiaxue.web.ClientId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Walks every route with the token of a trusted client. */
@RoomTest
class ClientRoutesTests {

    private static final String BEATS = "POST /api/v1/beats";

    /** It is open to all, and ends the token that is shown. */
    private static final String END = "DELETE /api/v1/tokens/current";

    @LocalServerPort int port;
    @Autowired ApplicationContext house;
    @Autowired Clients clients;
    @Autowired People people;

    @Test
    void it_is_let_in_where_visitors_are_and_where_beats_are_told_and_nowhere_else() {
        Town town = new Town(house);
        String token = token();
        try (Door door = new Door(port)) {
            for (Route route : Route.all(house)) {
                if (!route.toString().equals(END)) {
                    town.restore();
                    walk(route, door, town, token);
                }
            }
            Route end = new Route("DELETE", "/api/v1/tokens/current", "");
            assertThat(knock(end, door, town, token)).isEqualTo(204);
            assertThat(knock(end, door, town, token)).isEqualTo(401);
        }
    }

    private static void walk(Route route, Door door, Town town, String token) {
        HttpResponse<String> visitor = door.knock(route, town, new Door.Shown(null, null, true));
        HttpResponse<String> client = door.knock(route, town, new Door.Shown(null, token, false));
        boolean open = !shut(visitor) || route.toString().equals(BEATS);
        assertThat(shut(client)).as(route.toString()).isEqualTo(!open);
        assertThat(client.statusCode()).as(route.toString()).isLessThan(500);
    }

    /** Refused, or sent to the door; whoever signs out is led there too. */
    private static boolean shut(HttpResponse<String> answer) {
        String to = answer.headers().firstValue("Location").orElse("");
        boolean out = answer.request().uri().getPath().endsWith("sign-out");
        return answer.statusCode() == 401
                || answer.statusCode() == 403
                || (to.matches("(/console)?/sign-in(\\?next=.*)?") && !out);
    }

    private static int knock(Route route, Door door, Town town, String token) {
        return door.knock(route, town, new Door.Shown(null, token, false)).statusCode();
    }

    private String token() {
        Viewer.Staff officer =
                (Viewer.Staff)
                        Keys.of(
                                people.hire(
                                        "client.officer",
                                        "client",
                                        "four unrelated words",
                                        List.of(new Grant(Role.PROVINCE_OFFICER, "33"))));
        return clients.trust(officer, new ClientId(Ids.next()), "33", "A platform")
                .orElseThrow()
                .token();
    }
}
