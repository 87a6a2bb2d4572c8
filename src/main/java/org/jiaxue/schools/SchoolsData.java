package org.jiaxue.schools;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.members.Members;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Teller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Parent schools and classes, and who joined which. */
@Component
class SchoolsData implements PersonalData {

    private static final String PUBLIC = "what a school says of itself";
    private static final String INVITATION = "a class's invitation, for whoever is told it";
    private static final String WORK = "who did it, so that it can be asked";
    private static final String TOTALS = "totals of at least ten, which lead to nobody";

    private static final String NAME = "told as the class's name";

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Members members;

    SchoolsData(JdbcClient jdbc, Regions regions, Members members) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.members = members;
    }

    @Override
    public Keeps keeps() {
        return Keeps.in("schools")
                .table("parent_school")
                .nobody(PUBLIC, "step_id", "organisation", "county", "platform", "on_day")
                .nobody(PUBLIC, "corrects")
                .staff(WORK, "staff_id")
                .table("school_class")
                .nobody(PUBLIC, "class_id", "organisation", "name", "stage")
                .nobody(PUBLIC, "closed_on", "settled_on")
                .nobody(INVITATION, "invite_hash", "invite_sealed", "invite_until")
                .staff(WORK, "made_by")
                .table("class_teacher")
                .staff("who teaches the class", "class_id", "staff_id")
                .table("class_lesson")
                .nobody("what a teacher chose", "class_id", "lesson_id", "week")
                .table("member")
                .guardian("guardian_id")
                .told("class_id", "stage")
                .untold(NAME, "class_id")
                .table("counted")
                .guardian("guardian_id")
                .derived("class_id", "last_on")
                .untold(NAME, "class_id")
                .table("figure")
                .nobody(TOTALS, "class_id", "about", "as_of");
    }

    @Override
    public void tell(GuardianId guardian, Teller teller) {
        tellClasses(guardian, teller);
        Teller.Rows counted = teller.list("counted", "name", "last", "since");
        jdbc.sql(
                        """
                        select s.name, c.last_on, c.since
                        from schools.counted c
                        left join schools.school_class s on s.class_id = c.class_id
                        where c.guardian_id = :guardian
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        counted.add(
                                Optional.ofNullable(row.getString("name"))
                                        .orElseGet(() ->
                                                teller.texts().say("schools.told.counted.left")),
                                row.getObject("last_on", LocalDate.class),
                                instant(row, "since")));
        Teller.Rows tries = teller.list("tries", "until", "tried");
        members.looks(guardian).forEach(it -> tries.add(it.until(), it.times()));
    }

    private void tellClasses(GuardianId guardian, Teller teller) {
        Teller.Rows classes = teller.list("classes", "name", "school", "stage", "joined", "left");
        jdbc.sql(
                        """
                        select s.name, s.organisation, m.stage, m.joined_at, m.left_at
                        from schools.member m
                        join schools.school_class s on s.class_id = m.class_id
                        where m.guardian_id = :guardian
                        order by m.joined_at, m.class_id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        classes.add(
                                row.getString("name"),
                                regions.organisation(row.getObject("organisation", UUID.class))
                                        .map(Organisation::fullName)
                                        .orElse(""),
                                teller.coded("identity.stage.", row.getString("stage")),
                                instant(row, "joined_at"),
                                instant(row, "left_at")));
    }

    @Override
    public void erase(GuardianId guardian) {
        jdbc.sql("delete from schools.member where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
        jdbc.sql("delete from schools.counted where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
        members.forgetLooks(guardian);
    }

    private static @Nullable Instant instant(ResultSet row, String name) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(name)).map(Timestamp::toInstant).orElse(null);
    }
}
