package org.jiaxue.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jiaxue.AtOnce;
import org.jiaxue.RoomTest;
import org.jiaxue.credentials.badge.Achievements;
import org.jiaxue.credentials.issuer.Signer;
import org.jiaxue.credentials.proof.Verification.Verified;
import org.jiaxue.identity.People;
import org.jiaxue.licences.LevelReached;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@RecordApplicationEvents
class RenewingTests {

    private static final Viewer.Staff OFFICER =
            new Viewer.Staff(new StaffId(Ids.next()), "", Set.of());

    @Autowired private Credentials credentials;
    @Autowired private Achievements achievements;
    @Autowired private Signer signer;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private ApplicationEvents events;

    @Autowired private People people;

    private GuardianId guardian;

    @BeforeEach
    void arrive() {
        guardian = Handed.arrived(people);
    }

    @Test
    void a_name_gives_a_new_signed_statement_of_the_same_achievement_and_date() {
        CredentialId first = issue(1);
        CredentialId named = renewed(credentials.renew(guardian, first, "沈禾"));

        String document = credentials.document(named).orElseThrow();
        assertThat(signer.issuer().verify(document)).isInstanceOf(Verified.class);
        assertThat(document)
                .contains("\"identityHash\":\"沈禾\"", "\"validFrom\":\"2025-03-20T02:00:01Z\"");
        assertThat(about(document)).isEqualTo(about(credentials.document(first).orElseThrow()));
        assertThat(credentials.check(named)).isInstanceOf(Check.Valid.class);
        assertThat(credentials.check(first)).isInstanceOf(Check.Replaced.class);
        assertThat(credentials.newest(first)).contains(named);
    }

    @Test
    void a_name_that_was_changed_in_a_copy_is_noticed() {
        CredentialId named = renewed(credentials.renew(guardian, issue(1), "沈禾"));
        String document = credentials.document(named).orElseThrow();
        assertThat(signer.issuer().verify(document.replace("沈禾", "沈和")))
                .isNotInstanceOf(Verified.class);
        assertThat(
                        signer.issuer()
                                .verify(
                                        document.replace(
                                                "\"hashed\":false", "\"hashed\":\"false\"")))
                .isNotInstanceOf(Verified.class);
        assertThat(credentials.check(document.replace("沈禾", "沈和")))
                .isEqualTo(new Check.Altered(List.of(Check.Part.HOLDER)));
    }

    @Test
    void the_name_it_bears_already_changes_nothing() {
        CredentialId first = issue(1);
        assertThat(credentials.renew(guardian, first, null)).isEqualTo(new Renewing.Same());
        CredentialId named = renewed(credentials.renew(guardian, first, "沈禾"));
        assertThat(credentials.renew(guardian, named, "沈禾")).isEqualTo(new Renewing.Same());
        assertThat(credentials.renew(guardian, first, "沈女士"))
                .isEqualTo(new Renewing.Superseded(named));
        assertThat(editions()).isEqualTo(2);
    }

    @Test
    void two_choices_at_once_leave_one_in_force() throws Exception {
        CredentialId first = issue(1);
        Iterator<String> names = List.of("沈禾", "沈女士", "沈家长", "S").iterator();
        ConcurrentLinkedQueue<Renewing> outcomes = new ConcurrentLinkedQueue<>();
        AtOnce.run(
                4,
                () -> {
                    String name;
                    synchronized (names) {
                        name = names.next();
                    }
                    return outcomes.add(credentials.renew(guardian, first, name));
                });
        assertThat(outcomes).filteredOn(Renewing.Renewed.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Renewing.Superseded.class::isInstance).hasSize(3);
        assertThat(inForce()).isEqualTo(1);
    }

    @Test
    void one_that_waits_for_another_transaction_finds_itself_superseded() throws Exception {
        CredentialId first = issue(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ConcurrentLinkedQueue<Renewing> later = new ConcurrentLinkedQueue<>();
        Thread slow =
                Thread.ofPlatform()
                        .start(() ->
                                transaction.executeWithoutResult(_ -> {
                                    renewed(credentials.renew(guardian, first, "沈禾"));
                                    begun.countDown();
                                    await(go);
                                }));
        await(begun);
        Thread waiting =
                Thread.ofPlatform()
                        .start(() -> later.add(credentials.renew(guardian, first, "沈女士")));
        awaitBlocked();
        go.countDown();
        slow.join();
        waiting.join();
        assertThat(later.peek()).isInstanceOf(Renewing.Superseded.class);
        assertThat(inForce()).isEqualTo(1);
    }

    @Test
    void a_list_shows_the_one_in_force() {
        CredentialId named = renewed(credentials.renew(guardian, issue(1), "沈禾"));
        issue(2);
        assertThat(credentials.of(guardian, 10, null).items()).hasSize(2);
        assertThat(credentials.of(guardian, 10, null).items().getLast().id()).isEqualTo(named);
        assertThat(credentials.of(guardian, 1, null).next()).isNotNull();
    }

    @Test
    void another_guardians_and_a_withdrawn_one_are_not_issued_anew() {
        CredentialId id = issue(1);
        assertThat(credentials.renew(new GuardianId(Ids.next()), id, "沈禾"))
                .isEqualTo(new Renewing.Unknown());
        credentials.revoke(id, OFFICER, Revocation.Reason.MISTAKE, "");
        assertThat(credentials.renew(guardian, id, "沈禾")).isEqualTo(new Renewing.Withdrawn());
    }

    @Test
    void there_is_an_end_to_changing_names_in_a_day() {
        CredentialId id = issue(1);
        for (int i = 0; i < Credentials.MAX_RENEWED_A_DAY; i++) {
            id = renewed(credentials.renew(guardian, id, i % 2 == 0 ? "沈禾" : null));
        }
        assertThat(credentials.renew(guardian, id, "沈女士")).isEqualTo(new Renewing.TooOften());
    }

    @Test
    void it_is_told_as_issued_once_and_as_revoked_under_its_first_number() {
        CredentialId first = issue(1);
        CredentialId named = renewed(credentials.renew(guardian, first, "沈禾"));
        assertThat(events.stream(CredentialIssued.class)).hasSize(1);
        assertThat(events.stream(CredentialRevoked.class)).isEmpty();

        assertThat(credentials.revoke(first, OFFICER, Revocation.Reason.MISTAKE, ""))
                .isInstanceOf(Revoking.Already.class);
        credentials.revoke(named, OFFICER, Revocation.Reason.MISTAKE, "");
        assertThat(events.stream(CredentialRevoked.class))
                .singleElement()
                .satisfies(revoked -> {
                    assertThat(revoked.credential()).isEqualTo(named);
                    assertThat(revoked.first()).isEqualTo(first);
                });
    }

    /** The achievement in a document. */
    private static String about(String document) {
        return document.replaceAll(".*(\"achievement\":\\{.*\"criteria\":\\{[^}]*}}).*", "$1");
    }

    private static CredentialId renewed(@Nullable Renewing renewing) {
        if (renewing instanceof Renewing.Renewed(CredentialId id)) {
            return id;
        }
        throw new AssertionError(renewing);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            throw new AssertionError(stopping);
        }
    }

    /** Until a statement of the other transaction waits for a lock. */
    private void awaitBlocked() {
        Instant end = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(end)) {
            boolean blocked =
                    jdbc.sql(
                                    """
                                    select exists (select from pg_locks
                                                    where not granted
                                                      and locktype = 'transactionid')
                                    """)
                            .query(Boolean.class)
                            .single();
            if (blocked) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waits");
    }

    private int editions() {
        return jdbc.sql("select count(*) from credentials.credential where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }

    /** Credentials of the guardian that no list marks. */
    private int inForce() {
        return jdbc.sql(
                        """
                        select count(*) from credentials.credential c
                          left join credentials.revocation r using (list, position)
                         where c.guardian_id = :guardian and r.list is null
                        """)
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }

    private CredentialId issue(int level) {
        return credentials
                .issue(
                        achievements.of(
                                new LevelReached(
                                        guardian,
                                        "shangcheng-star",
                                        1,
                                        "7-9",
                                        level,
                                        new Words("星级家长执照", "Star Licence"),
                                        new Words("7–9 岁", "ages 7–9"),
                                        new Words(level + " 星", level + " stars"),
                                        "330102001",
                                        Instant.parse("2025-03-20T02:00:00Z").plusSeconds(level),
                                        UUID.randomUUID(),
                                        null)))
                .orElseThrow();
    }
}
