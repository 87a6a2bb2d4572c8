package org.jiaxue.schools.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.identity.Affiliation;
import org.jiaxue.identity.Affiliations;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.LearningRecorded;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Subject;
import org.jiaxue.schools.AtSchool;
import org.jiaxue.schools.ClassId;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class AffiliationTests extends AtSchool {

    @Autowired Affiliations affiliations;
    @Autowired Members members;
    @Autowired EventSerializer serializer;
    @Autowired ApplicationEvents published;

    @Test
    void a_guardian_belongs_to_the_class_that_they_joined_first() {
        ClassId first = makeClass("三（1）班", 40);
        ClassId second = makeClass("三（2）班", 40);
        GuardianId guardian = guardian();
        join(first, List.of(guardian));
        clock.set(clock.now().plusSeconds(60));
        join(second, List.of(guardian));

        assertThat(affiliations.of(List.of(guardian, guardian())))
                .isEqualTo(
                        Map.of(
                                guardian,
                                new Affiliation(
                                        school.id(),
                                        COUNTY,
                                        first.value(),
                                        new Words("三（1）班", "三（1）班"))));
    }

    @Test
    void who_left_belongs_to_the_class_that_they_joined_next() {
        ClassId first = makeClass("三（1）班", 40);
        ClassId second = makeClass("三（2）班", 40);
        GuardianId guardian = guardian();
        join(first, List.of(guardian));
        join(second, List.of(guardian));
        members.leave(guardian, first);

        assertThat(affiliations.of(List.of(guardian)).values())
                .extracting(Affiliation::classId)
                .containsExactly(second.value());
        members.leave(guardian, second);
        assertThat(affiliations.of(List.of(guardian))).isEmpty();
    }

    @Test
    void an_event_keeps_the_school_the_stage_the_topic_and_the_length() {
        GuardianId guardian = guardian();
        people.giveConsent(guardian, Purpose.CHILDREN);
        people.addChild(guardian, YearMonth.of(2018, 3));
        ClassId joined = makeClass("三（1）班", 40);
        join(joined, List.of(guardian));
        complete(lesson(0), List.of(guardian));
        members.leave(guardian, joined);
        complete(lesson(1), List.of(guardian));

        assertThat(kept(guardian, lesson(0)))
                .isEqualTo(
                        new Kept(
                                "primary",
                                school.id(),
                                Subject.about(lesson(0)).topic(),
                                lesson(0).seconds()));
        assertThat(kept(guardian, lesson(1)).school()).isNull();
        assertThat(told(guardian))
                .containsExactly(
                        new Setting(Stage.PRIMARY, school.id()), new Setting(Stage.PRIMARY, null));
    }

    @Test
    void an_event_that_was_published_before_it_kept_this_is_still_read() {
        complete(lesson(0), List.of(guardian()));
        LearningRecorded fresh = published.stream(LearningRecorded.class).findFirst().orElseThrow();
        String before =
                serializer
                        .serialize(fresh)
                        .toString()
                        .replaceAll(",\"setting\":\\{[^}]*}", "")
                        .replaceAll(",\"topic\":\"[^\"]*\",\"seconds\":\\d+", "");
        assertThat(before).doesNotContain("setting", "topic", "seconds");

        LearningEvent read =
                serializer.deserialize(before, LearningRecorded.class).events().getFirst();

        assertThat(read.setting()).isEqualTo(Setting.NONE);
        assertThat(read.subject().topic()).isEmpty();
        assertThat(read.subject().seconds()).isZero();
    }

    private record Kept(String stage, UUID school, String topic, int seconds) {}

    private Kept kept(GuardianId guardian, Lesson lesson) {
        return jdbc.sql(
                        """
                        select guardian_stage as stage, school, topic, seconds
                        from learning.event where guardian_id = :guardian and cause = :lesson
                        """)
                .param("guardian", guardian.value())
                .param("lesson", lesson.id().value())
                .query(Kept.class)
                .single();
    }

    private List<Setting> told(GuardianId guardian) {
        return published.stream(LearningRecorded.class)
                .flatMap(it -> it.events().stream())
                .filter(it -> it.guardian().equals(guardian))
                .map(LearningEvent::setting)
                .toList();
    }
}
