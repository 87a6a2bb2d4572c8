package org.jiaxue.statistics;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.CredentialIssued;
import org.jiaxue.credentials.CredentialKind;
import org.jiaxue.credentials.CredentialRevoked;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to people in the county 331122, told as the rooms would tell it. */
final class Happenings {

    private final People people;
    private final Times times;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;

    Happenings(
            People people,
            Times times,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher) {
        this.people = people;
        this.times = times;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    void live(List<GuardianId> street, String division, int guardians) {
        int first = Integer.parseInt(division.substring(8)) * 1000;
        for (int i = 0; i < guardians; i++) {
            Phone phone = new Phone("1997700%04d".formatted(first + i));
            street.add(people.register(phone, division));
        }
    }

    void learn(
            List<LearningEvent> events,
            List<GuardianId> guardians,
            Period week,
            String division,
            Stage stage) {
        for (GuardianId guardian : guardians) {
            events.add(
                    new LearningEvent(
                            Ids.next(),
                            guardian,
                            EventKind.LESSON_COMPLETED,
                            Ids.next(),
                            at(week),
                            new Subject(new Words("慢慢来", "Slowly"), stage, null),
                            division));
        }
    }

    Instant at(Period week) {
        return week.from().plusDays(2).atTime(LocalTime.NOON).atZone(times.zone()).toInstant();
    }

    void publish(Object event) {
        transaction.executeWithoutResult(_ -> publisher.publishEvent(event));
    }

    static CredentialIssued issued(
            GuardianId guardian, CredentialId id, String division, Instant at) {
        return new CredentialIssued(guardian, id, division, CredentialKind.LEVEL, at);
    }

    /** Of a certificate that was issued under this number and anew under another since. */
    static CredentialRevoked revoked(
            GuardianId guardian, CredentialId id, String division, Instant at) {
        CredentialId newest = new CredentialId(Ids.next().toString().replace("-", ""));
        return new CredentialRevoked(guardian, newest, id, division, CredentialKind.LEVEL, at);
    }

    long facts() {
        return jdbc.sql(
                        """
                        select count(*) from statistics.fact
                        where division like '331122%' and kind = 'lesson-completed'
                        """)
                .query(Long.class)
                .single();
    }

    long certificates(boolean revoked) {
        return jdbc.sql(
                        """
                        select count(*) from statistics.fact
                        where division like '331122%' and kind = 'credential-issued'
                          and revoked = :revoked
                        """)
                .param("revoked", revoked)
                .query(Long.class)
                .single();
    }
}
