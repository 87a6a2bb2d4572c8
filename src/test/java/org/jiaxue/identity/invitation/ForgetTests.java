package org.jiaxue.identity.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom an invitation named is forgotten some time after it is over. */
@RoomTest
@Import(ToldClock.InTheHouse.class)
class ForgetTests {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Duration JUST = Duration.ofSeconds(1);

    private static int hired;

    @Autowired People people;
    @Autowired Invitations invitations;
    @Autowired ForgetJob job;
    @Autowired ToldClock clock;
    @Autowired JdbcClient jdbc;

    private String token = "";
    private UUID id = Ids.next();
    private Viewer.Staff officer =
            new Viewer.Staff(new StaffId(id), "", EnumSet.noneOf(Viewer.Scope.class));

    @BeforeEach
    void invite() {
        clock.set(NOON);
        String login = "inviter." + ++hired;
        officer =
                new Viewer.Staff(
                        people.hire(
                                login,
                                login,
                                "four unrelated words",
                                List.of(new Grant(Role.COUNTY_OFFICER, "330102"))),
                        login,
                        EnumSet.allOf(Viewer.Scope.class));
        token = invitations.invite(officer, new Grant(Role.EDITOR, "330102"), "沈阿梅", "三楼");
        id = invitations.find(token).orElseThrow().id();
    }

    private void sweepAt(Instant when) {
        clock.set(when);
        job.forget();
    }

    private boolean named() {
        return jdbc.sql(
                        """
                        select name is not null or note is not null
                        from identity.invitation where invitation_id = :id
                        """)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    @Test
    void one_that_was_accepted() {
        invitations.accept(token, "accepter." + hired, "four unrelated words");

        sweepAt(NOON.plus(Invitations.NAMES_KEPT));
        assertThat(named()).isTrue();
        sweepAt(NOON.plus(Invitations.NAMES_KEPT).plus(JUST));
        assertThat(named()).isFalse();
        assertThat(deeds()).contains("invitation.made", "invitation.accepted");
    }

    @Test
    void one_that_was_withdrawn() {
        invitations.withdraw(officer, id);

        sweepAt(NOON.plus(Invitations.NAMES_KEPT).plus(JUST));
        assertThat(named()).isFalse();
        assertThat(deeds()).contains("invitation.made", "invitation.withdrawn");
    }

    @Test
    void one_that_nobody_used_counts_from_its_end() {
        sweepAt(NOON.plus(Invitations.NAMES_KEPT).plus(JUST));
        assertThat(named()).isTrue();

        sweepAt(NOON.plus(Invitations.LIFETIME).plus(Invitations.NAMES_KEPT).plus(JUST));
        assertThat(named()).isFalse();
        assertThatThrownBy(() -> invitations.withdraw(officer, id)).isInstanceOf(Refusal.class);
    }

    private List<String> deeds() {
        return jdbc.sql("select deed from identity.audit where subject like :id || '%'")
                .param("id", id.toString())
                .query(String.class)
                .list();
    }
}
