package org.jiaxue.home.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jiaxue.Caller;
import org.jiaxue.activities.Session;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.licences.Licences;
import org.jiaxue.schools.ClassId;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What is suggested is done for real, and what was said of it comes true. */
class SuggestionTests extends Following {

    private static final String WUCHENG = "330702";
    private static final String BEILUN = "330206";

    @Autowired MessageSource messages;

    @Test
    void a_fresh_guardian_is_told_three_things_and_gets_what_was_said() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        announced("330102", TUESDAY.plusDays(4));

        List<Suggestion> three = suggested(someone);

        assertThat(three).hasSize(3);
        assertThat(three).anyMatch(it -> it.thing() instanceof Thing.Visit);
        assertThat(three)
                .extracting(Suggestion::minutes)
                .isSorted()
                .allMatch(minutes -> minutes >= 1);
        assertThatAllComesTrue(someone, three);
    }

    @Test
    void what_lights_a_star_says_so_and_the_star_arrives() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        earned(someone, 98, 1);
        assertThat(balance(someone)).isEqualTo(98);

        List<Suggestion> three = suggested(someone);

        assertThat(three.getFirst().lights())
                .singleElement()
                .satisfies(it -> assertThat(it.level().zh()).isEqualTo("一星"));
        follow(someone, three.getFirst());
        assertThat(licences.of(someone)).extracting(Licences.Held::level).containsExactly(1);
    }

    @Test
    void where_only_an_activity_is_missing_one_is_suggested_and_lights_the_star() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        earned(someone, 110, 0);
        announced("330102", TUESDAY.plusDays(4));

        Suggestion visit =
                suggested(someone).stream()
                        .filter(it -> it.thing() instanceof Thing.Visit)
                        .findFirst()
                        .orElseThrow();

        assertThat(visit.lights()).hasSize(1);
        assertThat(follow(someone, visit)).isEqualTo(10).isEqualTo(visit.points());
        assertThat(licences.of(someone)).extracting(Licences.Held::level).containsExactly(1);
    }

    @Test
    void a_lesson_that_was_begun_comes_with_the_minutes_that_complete_it() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        Lesson lesson = pupils().getFirst();
        play(someone, lesson, lesson.seconds() / 2);

        Suggestion finish =
                suggested(someone).stream()
                        .filter(it -> it.thing() instanceof Thing.Finish)
                        .findFirst()
                        .orElseThrow();

        int enough = (lesson.seconds() * 4 + 4) / 5 - lesson.seconds() / 2;
        assertThat(finish.minutes()).isEqualTo((enough + 59) / 60);
        assertThat(follow(someone, finish)).isEqualTo(finish.points()).isEqualTo(3);
    }

    @Test
    void a_question_that_is_left_is_suggested_and_a_finished_lesson_never_again() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        Lesson lesson = pupils().getFirst();
        play(someone, lesson, lesson.seconds());

        Suggestion question =
                suggested(someone).stream()
                        .filter(it -> it.thing() instanceof Thing.Answer)
                        .findFirst()
                        .orElseThrow();

        assertThat(question.minutes()).isEqualTo(1);
        assertThat(follow(someone, question)).isEqualTo(question.points()).isEqualTo(1);
        assertThat(suggested(someone))
                .noneMatch(it -> lessonOf(it) != null && lesson.id().equals(lessonOf(it)));
    }

    @Test
    void the_last_lesson_of_a_course_says_what_the_whole_course_brings() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        Course course = aPrimaryCourse();
        List<Lesson> lessons = allButTheLast(someone, course);

        Suggestion last =
                suggested(someone).stream().filter(Suggestion::course).findFirst().orElseThrow();

        assertThat(lessonOf(last)).isEqualTo(lessons.getLast().id());
        assertThat(last.points()).isEqualTo(8);
        assertThat(follow(someone, last)).isEqualTo(8);
    }

    private Course aPrimaryCourse() {
        return catalogue.courses().stream()
                .filter(it -> it.stage() == Stage.PRIMARY)
                .findFirst()
                .orElseThrow();
    }

    /** Has all lessons of a course learned but its last, and answers them all. */
    private List<Lesson> allButTheLast(GuardianId guardian, Course course) {
        List<Lesson> lessons = catalogue.lessons(course.lessons());
        lessons.subList(0, lessons.size() - 1).forEach(it -> learnOnADay(guardian, it));
        return lessons;
    }

    @Test
    void a_course_that_was_completed_before_a_lesson_was_added_is_not_promised_again() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        Course course = aPrimaryCourse();
        List<Lesson> lessons = allButTheLast(someone, course);
        told(someone, EventKind.COURSE_COMPLETED, course.id().value());

        Suggestion added = onLesson(someone, lessons.getLast());

        assertThat(added.course()).isFalse();
        assertThat(follow(someone, added)).isEqualTo(added.points()).isEqualTo(3);
    }

    @Test
    void what_the_ledger_has_of_a_lesson_is_not_promised_again() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        Lesson answered = pupils().getFirst();
        play(someone, answered, answered.seconds() / 2);
        told(someone, EventKind.REFLECTION_ANSWERED, answered.id().value());

        Suggestion finish = onLesson(someone, answered);

        assertThat(follow(someone, finish)).isEqualTo(finish.points()).isEqualTo(2);
    }

    @Test
    void an_activity_that_the_ledger_has_already_is_not_suggested() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        Session session = announced("330102", TUESDAY.plusDays(4));
        told(someone, EventKind.ACTIVITY_ATTENDED, session.id().value());

        assertThat(suggested(someone)).noneMatch(it -> it.thing() instanceof Thing.Visit);
    }

    @Test
    void each_child_has_something_that_fits() {
        GuardianId someone = guardian(SHANGCHENG, 2, 9);

        List<Suggestion> three = suggested(someone);

        Set<Stage> stages = new HashSet<>();
        three.forEach(it -> stages.add(catalogue.lesson(lessonOf(it)).orElseThrow().stage()));
        assertThat(stages).contains(Stage.INFANT, Stage.PRIMARY);
        assertThatAllComesTrue(someone, three);
    }

    @Test
    void without_a_child_something_is_suggested_and_counts() {
        GuardianId someone = guardian(SHANGCHENG);

        List<Suggestion> three = suggested(someone);

        assertThat(three).hasSize(3);
        assertThatAllComesTrue(someone, three);
    }

    @Test
    void who_may_ask_for_a_confirmation_is_told_so_first() {
        GuardianId someone = guardian(WUCHENG, 8);
        ClassId own = makeClass("三（1）班", 40);
        join(own, List.of(someone));
        earned(someone, 70, 0);

        List<Suggestion> three = suggested(someone);

        assertThat(three).hasSize(3);
        assertThat(three.getFirst().thing()).isInstanceOf(Thing.Ask.class);
        follow(someone, three.getFirst());
        assertThat(confirmations.ofGuardian(someone)).hasSize(1);
        assertThat(suggested(someone)).noneMatch(it -> it.thing() instanceof Thing.Ask);
        assertThatAllComesTrue(someone, suggested(someone));
    }

    @Test
    void a_terms_certificate_is_said_to_be_reached_by_what_reaches_it() {
        GuardianId someone = guardian(BEILUN, 8);
        List<Lesson> lessons = pupils();
        for (int i = 0; i < 5; i++) {
            learn(someone, lessons.get(i));
            clock.set(clock.now().plus(Duration.ofDays(1)));
        }
        announced(BEILUN, LocalDate.ofInstant(clock.now(), ZONE).plusDays(2));

        List<Suggestion> three = suggested(someone);

        assertThat(three.stream().flatMap(it -> it.lights().stream()))
                .anyMatch(it -> it.single() && it.scheme().zh().equals("家长学习证"));
        assertThatAllComesTrue(someone, three);
        assertThat(licences.of(someone)).extracting(Licences.Held::scheme).contains("beilun");
    }

    @Test
    void where_only_an_activity_is_missing_and_none_is_announced_the_page_says_so() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        earned(someone, 110, 0);
        earnedTheTerm(someone);

        assertThat(suggestions.of(someone))
                .isEqualTo(new Suggestions.Found(Suggestions.State.AWAITS_ACTIVITY, List.of()));
        assertThat(caller(someone, "zh-CN").get("/me").words())
                .contains("只差到现场参加活动")
                .doesNotContain("眼下没有要推荐的");
        assertThat(caller(someone, "en").get("/me").words())
                .contains("only an activity on site is missing");
        assertThat(caller(someone, "zh-CN").get("/api/v1/me/suggestions").body())
                .contains("\"state\":\"awaits-activity\"");
    }

    @Test
    void an_activity_that_fits_is_found_behind_many_that_do_not() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        earned(someone, 110, 0);
        for (int i = 0; i < 25; i++) {
            announced("330102", TUESDAY.plusDays(1 + i / 5), Stage.INFANT);
        }
        Session session = announced("330102", TUESDAY.plusDays(9));

        assertThat(visit(someone, session).lights()).hasSize(1);
    }

    @Test
    void one_point_is_said_in_the_singular() {
        assertThat(english("home.next.brings.lesson-course", 1)).endsWith("done: 1 point");
        assertThat(english("home.next.all", 2, 1)).isEqualTo("Both together bring 1 point.");
        assertThat(english("home.near.points", "", 1)).startsWith(". 1 point to");
    }

    private String english(String key, Object... args) {
        return messages.getMessage(key, args, Locale.ENGLISH);
    }

    @Test
    void who_did_not_agree_is_told_so_and_nothing_is_promised() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        people.withdrawConsent(someone, Purpose.RECORDS);

        assertThat(suggestions.of(someone))
                .isEqualTo(new Suggestions.Found(Suggestions.State.NOT_RECORDED, List.of()));
    }

    @Test
    void the_page_and_the_api_say_the_same() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        announced("330102", TUESDAY.plusDays(4));

        Caller.Answer page = caller(someone, "zh-CN").get("/me");
        Caller.Answer api = caller(someone, "zh-CN").get("/api/v1/me/suggestions");

        List<String> links = page.page().select("#next .jx-pick").eachAttr("href");
        assertThat(links).hasSize(3);
        assertThat(page.words()).contains("接下来可以做的三件", "什么时候做都行");
        links.forEach(link -> assertThat(api.body()).contains("\"" + link + "\""));
        assertThat(api.body()).contains("\"state\":\"open\"");
        assertThat(page.page().select("#next a.jx-button").attr("href"))
                .isEqualTo(links.getFirst());
    }
}
