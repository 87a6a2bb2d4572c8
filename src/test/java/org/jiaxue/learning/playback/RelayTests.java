package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.client.Client;
import org.jiaxue.identity.client.Clients;
import org.jiaxue.identity.token.Keys;
import org.jiaxue.web.ClientId;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Another platform tells what its guardians played. */
class RelayTests extends AtThePlayer {

    @Autowired Clients clients;

    private Viewer.Staff officer;
    private Device platform;

    @BeforeEach
    void connect() {
        officer =
                (Viewer.Staff)
                        Keys.of(
                                people.hire(
                                        "relay.officer",
                                        "relay",
                                        "four unrelated words",
                                        List.of(new Grant(Role.PROVINCE_OFFICER, "33"))));
        platform =
                new Device(
                        port,
                        clients.trust(officer, new ClientId(Ids.next()), "3301", name())
                                .orElseThrow()
                                .token(),
                        "en");
    }

    @AfterEach
    void leave() {
        platform.close();
    }

    @Test
    void of_many_guardians_beats_each_is_kept_or_refused_by_itself() {
        GuardianId other = agreed();
        GuardianId withdrawn = agreed();
        GuardianId elsewhere = people.register(new Phone("14402000001"), "330302");
        people.giveConsent(elsewhere, Purpose.RECORDS);
        List.of(guardian, other, withdrawn, elsewhere).forEach(this::play);
        people.withdrawConsent(withdrawn, Purpose.RECORDS);
        later(20);

        List<JsonNode> results =
                told(
                        item(guardian, 0, 10),
                        item(new GuardianId(UUID.randomUUID()), 0, 10),
                        item(withdrawn, 0, 10),
                        item(elsewhere, 0, 10),
                        "{\"playback\":\"" + playback + "\",\"played\":[[0,10]]}",
                        "{\"guardian\":7,\"playback\":\"" + playback + "\",\"played\":[[0,10]]}",
                        item(other, 5, 5),
                        item(other, 0, 5),
                        item(guardian, 10, 15));

        assertThat(results.stream().map(it -> it.path("code").stringValue("")))
                .containsExactly(
                        "",
                        "learning.problem.no-such-guardian",
                        "learning.problem.guardian-not-agreed",
                        "learning.problem.no-such-guardian",
                        "learning.problem.guardian-missing",
                        "learning.problem.guardian-missing",
                        "learning.problem.span-backwards",
                        "",
                        "");
        assertThat(results.stream().map(it -> it.path("status").intValue(200)))
                .containsExactly(200, 404, 403, 404, 400, 400, 422, 200, 200);
        assertThat(results.getFirst().path("coveredSeconds").intValue()).isEqualTo(10);
        assertThat(results.get(7).path("coveredSeconds").intValue()).isEqualTo(5);
        assertThat(results.getLast().path("coveredSeconds").intValue()).isEqualTo(15);
    }

    @Test
    void five_hundred_beats_of_fifty_guardians_are_answered_in_their_order() {
        List<GuardianId> many = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            many.add(agreed());
        }
        many.forEach(this::play);
        later(60);
        List<String> items = new ArrayList<>();
        for (int second = 0; second < 10; second++) {
            for (GuardianId each : many) {
                items.add(item(each, second, second + 1));
            }
        }

        List<JsonNode> results = told(items.toArray(String[]::new));

        for (int place = 0; place < results.size(); place++) {
            assertThat(results.get(place).path("coveredSeconds").intValue())
                    .isEqualTo(place / many.size() + 1);
        }
        assertThat(platform.send("POST", "/api/v1/beats", list(501)).status()).isEqualTo(422);
    }

    @Test
    void every_use_is_counted_and_a_client_that_is_withdrawn_is_out() {
        told(item(guardian, 0, 1), item(guardian, 1, 2));
        told(item(guardian, 2, 3));
        ClientId id = connected().orElseThrow().id();

        assertThat(connected().orElseThrow().beats()).isEqualTo(3);
        assertThat(requestsOf(id)).isEqualTo(2);
        clients.withdraw(officer, id);

        assertThat(platform.send("POST", "/api/v1/beats", "[]").status()).isEqualTo(401);
        assertThat(connected()).isEmpty();
    }

    @Test
    void a_guardians_own_token_names_nobody_else() {
        GuardianId other = agreed();
        play(guardian);
        play(other);
        later(20);

        JsonNode results =
                phone.send(
                                "POST",
                                "/api/v1/beats",
                                "[" + item(other, 0, 5) + "," + item(guardian, 0, 5) + "]")
                        .body()
                        .path("results");

        assertThat(results.get(0).path("code").stringValue())
                .isEqualTo("learning.problem.other-guardian");
        assertThat(results.get(1).path("coveredSeconds").intValue()).isEqualTo(5);
    }

    @Test
    void whoever_starts_a_playback_is_told_which_guardian_a_client_names() {
        assertThat(phone.play(playback, lesson.id().value()).body().path("guardian").stringValue())
                .isEqualTo(guardian.toString());
    }

    @Test
    void what_a_client_tells_completes_a_lesson_and_earns_and_shows_no_device() {
        play(guardian);
        later(60);

        JsonNode crossing = told(item(guardian, 0, SECONDS)).getFirst();

        assertThat(crossing.path("completed").booleanValue()).isTrue();
        assertThat(crossing.path("earned").get(0).path("points").intValue()).isEqualTo(2);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from points.circumstance
                                        where guardian_id = :guardian
                                        """)
                                .param("guardian", guardian.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    /** A name of this test's own. */
    private String name() {
        return playback.toString();
    }

    private Optional<Client> connected() {
        return clients.within("3301").stream().filter(it -> it.name().equals(name())).findFirst();
    }

    private void play(GuardianId who) {
        try (Device device = device(who, "en")) {
            device.play(playback, lesson.id().value());
        }
    }

    private List<JsonNode> told(String... items) {
        Device.Answer answer =
                platform.send("POST", "/api/v1/beats", "[" + String.join(",", items) + "]");
        assertThat(answer.status()).isEqualTo(200);
        List<JsonNode> results = new ArrayList<>();
        answer.body().path("results").forEach(results::add);
        assertThat(results).hasSameSizeAs(items);
        return results;
    }

    /** Seconds that were played as they ran, from the first on. */
    private String item(GuardianId who, int from, int to) {
        return "{\"guardian\":\"%s\",\"playback\":\"%s\",\"played\":[[%d,%d]],\"at\":\"%s\"}"
                .formatted(who, playback, from, to, EVENING.plusSeconds(to));
    }

    private String list(int items) {
        return "[" + "{},".repeat(items - 1) + "{}]";
    }

    private long requestsOf(ClientId id) {
        return jdbc.sql("select sum(requests) from identity.client_use where client_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }
}
