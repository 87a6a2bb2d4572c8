package org.jiaxue.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiaxue.Gate;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.web.Changes;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
@Import(ToldClock.InTheHouse.class)
class TokensTests {

    private static int phones;

    @Autowired JdbcClient jdbc;
    @Autowired Times times;
    @Autowired People people;

    private final Gate read = new Gate();
    private final Gate go = new Gate();
    private final AtomicInteger statements = new AtomicInteger();
    private Tokens tokens;
    private GuardianId guardian;

    /** Reads at once and answers when it is let go. */
    private final class SlowStore extends TokenStore {

        SlowStore() {
            super(jdbc);
        }

        @Override
        Map<String, Row> find(Collection<String> hashes, Instant now) {
            Map<String, Row> found = super.find(hashes, now);
            statements.incrementAndGet();
            read.open();
            go.pass();
            return found;
        }
    }

    @Autowired private Proof proof;
    @Autowired private Changes changes;
    @Autowired private Tokens another;

    @BeforeEach
    void begin() {
        tokens = new Tokens(new SlowStore(), times, proof, changes);
        guardian = people.register(new Phone("15301%06d".formatted(++phones)), "330102001");
    }

    @AfterEach
    void end() {
        go.open();
        tokens.destroy();
    }

    @Test
    void a_removed_token_is_dead_at_once_even_for_a_look_up_that_began_before() throws Exception {
        String token = issue();
        CompletableFuture<Optional<Viewer>> early = find(token);
        read.pass();
        tokens.remove(token);
        go.open();

        assertThat(early.get(1, TimeUnit.MINUTES)).isEmpty();
        assertThat(tokens.find(token, TokenStore.Kind.BEARER)).isEmpty();
    }

    /** The token would be remembered for a minute there. */
    @Test
    void a_token_that_one_node_removes_is_dead_at_another_as_soon_as_it_hears() {
        go.open();
        String token = issue();
        assertThat(another.find(token, TokenStore.Kind.BEARER)).isPresent();
        tokens.remove(token);

        await().atMost(Tokens.GUARDIAN_REMEMBERED.dividedBy(2))
                .untilAsserted(
                        () -> assertThat(another.find(token, TokenStore.Kind.BEARER)).isEmpty());
    }

    @Test
    void a_node_that_did_not_hear_for_a_while_asks_the_database_anew() {
        go.open();
        String token = issue();
        tokens.find(token, TokenStore.Kind.BEARER);
        tokens.anyChanged();
        tokens.find(token, TokenStore.Kind.BEARER);

        assertThat(statements).hasValue(2);
    }

    @Test
    void a_token_that_was_found_is_remembered() {
        go.open();
        String token = issue();

        assertThat(tokens.find(token, TokenStore.Kind.BEARER)).isPresent();
        assertThat(tokens.find(token, TokenStore.Kind.BEARER)).isPresent();
        assertThat(tokens.find(token, TokenStore.Kind.COOKIE)).isEmpty();
        assertThat(statements).hasValue(1);
    }

    @Test
    void look_ups_that_arrive_while_others_are_under_way_share_a_statement() throws Exception {
        List<CompletableFuture<Optional<Viewer>>> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(find(issue()));
        }
        read.pass();
        go.open();

        for (CompletableFuture<Optional<Viewer>> one : all) {
            assertThat(one.get(1, TimeUnit.MINUTES)).isPresent();
        }
        assertThat(statements.get()).isLessThan(60);
    }

    private String issue() {
        return tokens.bearer(
                        new Viewer.Guardian(guardian, Set.of(Viewer.Scope.LEARN)),
                        Duration.ofDays(1))
                .token();
    }

    private CompletableFuture<Optional<Viewer>> find(String token) {
        return CompletableFuture.supplyAsync(
                () -> tokens.find(token, TokenStore.Kind.BEARER), Thread::startVirtualThread);
    }
}
