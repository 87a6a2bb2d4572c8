package org.jiaxue.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.library.LibraryImport;
import org.jiaxue.catalogue.shelf.Shelves;
import org.jiaxue.identity.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class CatalogueTests {

    private static final LessonId DAWDLING = LessonId.named("dawdling-is-not-laziness");
    private static final CourseId COURSE = CourseId.named("parent-child-time");

    @Autowired Catalogue catalogue;
    @Autowired Shelves shelves;
    @Autowired LibraryImport library;
    @Autowired JdbcClient jdbc;

    @Test
    void the_starter_library_stands_there_after_the_first_start() {
        Lesson lesson = catalogue.lesson(DAWDLING).orElseThrow();

        assertThat(lesson.title().zh()).isEqualTo("磨蹭不是懒，是心里还没有时间");
        assertThat(lesson.kind()).isEqualTo(Lesson.Kind.VIDEO);
        assertThat(lesson.stage()).isEqualTo(Stage.PRIMARY);
        assertThat(lesson.ages()).isEqualTo(new Ages(84, 120));
        assertThat(lesson.course()).isEqualTo(COURSE);
        assertThat(catalogue.lessons()).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void a_sentence_lasts_until_the_next_and_the_last_until_the_end() {
        Lesson lesson = catalogue.lesson(DAWDLING).orElseThrow();
        List<Sentence> body = catalogue.body(DAWDLING);

        assertThat(body.getFirst().at()).isZero();
        for (int i = 1; i < body.size(); i++) {
            assertThat(body.get(i - 1).until()).isEqualTo(body.get(i).at());
        }
        assertThat(body.getLast().until()).isEqualTo(lesson.seconds());
    }

    @Test
    void a_question_has_one_right_choice() {
        Question question = catalogue.question(DAWDLING).orElseThrow();

        assertThat(question.choices()).filteredOn(Question.Choice::right).hasSize(1);
        assertThat(question.right().letter()).isEqualTo("b");
        assertThat(question.choice("z")).isEmpty();
    }

    @Test
    void a_course_has_its_lessons_in_order_and_every_lesson_knows_its_course() {
        Course course = catalogue.course(COURSE).orElseThrow();

        assertThat(course.lessons()).hasSize(3).startsWith(DAWDLING);
        assertThat(catalogue.courseOf(DAWDLING)).contains(course);
        assertThat(catalogue.courses()).contains(course);
    }

    @Test
    void what_is_not_there_is_empty_and_never_thrown() {
        LessonId unknown = LessonId.named("no-such-lesson");

        assertThat(catalogue.lesson(unknown)).isEmpty();
        assertThat(catalogue.body(unknown)).isEmpty();
        assertThat(catalogue.question(unknown)).isEmpty();
        assertThat(catalogue.media(unknown)).isEqualTo(Media.NONE);
        assertThat(catalogue.courseOf(unknown)).isEmpty();
        assertThat(catalogue.lessons(List.of(unknown, DAWDLING))).hasSize(1);
    }

    @Test
    void a_second_import_of_the_same_files_changes_nothing() {
        long before = shelves.current().edition();

        var imported = library.from("classpath*:starter/");
        catalogue.refresh();

        assertThat(imported.changed()).isZero();
        assertThat(imported.same()).isGreaterThanOrEqualTo(10);
        assertThat(shelves.current().edition()).isEqualTo(before);
    }

    @Test
    void an_installation_with_the_lessons_of_before_takes_those_of_now() {
        long before = shelves.current().edition();
        jdbc.sql(
                        """
                        update catalogue.lesson
                           set content_hash = 'of-before', moments = 'primary', topics = 'mornings'
                         where slug = 'dawdling-is-not-laziness'
                        """)
                .update();

        assertThat(library.from("classpath*:starter/").changed()).isEqualTo(1);
        catalogue.refresh();

        LessonContent now = catalogue.content(DAWDLING).orElseThrow();
        assertThat(now.moments()).containsExactly(Map.entry(Moment.PRIMARY, 4));
        assertThat(now.topics()).containsExactly(Topic.TIME);
        assertThat(shelves.current().edition()).isGreaterThan(before);
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void every_day_that_matters_has_five_lessons_at_least_in_the_order_given(Moment moment) {
        List<Lesson> lessons = shelves.current().lessonsFor(moment);

        assertThat(lessons).hasSizeGreaterThanOrEqualTo(5);
        assertThat(lessons)
                .extracting(it -> catalogue.content(it.id()).orElseThrow().moments().get(moment))
                .isEqualTo(IntStream.rangeClosed(1, lessons.size()).boxed().toList());
    }

    @Test
    void every_source_has_a_name_in_english() {
        assertThat(catalogue.lessons())
                .flatExtracting(it -> catalogue.content(it.id()).orElseThrow().sources())
                .extracting(it -> it.title().en())
                .noneMatch(title -> title.codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void another_edition_in_the_database_is_noticed_by_itself() {
        long before = shelves.current().edition();

        jdbc.sql("update catalogue.edition set number = number + 1").update();

        await().atMost(Shelves.OLDEST.multipliedBy(4))
                .until(() -> shelves.current().edition() > before);
    }

    @Test
    void a_page_beyond_the_last_is_empty() {
        assertThat(catalogue.page(100_000_000).items()).isEmpty();
        assertThat(catalogue.page(Stage.PRIMARY, 0).items())
                .allMatch(lesson -> lesson.stage() == Stage.PRIMARY)
                .first()
                .extracting(Lesson::id)
                .isEqualTo(DAWDLING);
    }

    @Test
    void picks_go_on_with_a_course_that_was_begun_and_then_by_age() {
        List<Pick> picks =
                catalogue.picks(List.of(90), List.of(Stage.PRIMARY), Set.of(DAWDLING), 3);

        assertThat(picks).hasSize(3);
        assertThat(picks.getFirst().reason()).isEqualTo(Pick.Reason.NEXT_IN_COURSE);
        assertThat(picks.getFirst().lesson().slug()).isEqualTo("mornings-begin-the-night-before");
        assertThat(picks.get(1).reason()).isEqualTo(Pick.Reason.FITS_AGE);
        assertThat(picks).noneMatch(pick -> pick.lesson().id().equals(DAWDLING));
        assertThat(picks.stream().map(pick -> pick.lesson().id())).doesNotHaveDuplicates();
    }

    @Test
    void a_family_of_which_nothing_is_known_begins_where_a_course_begins() {
        List<Pick> picks = catalogue.picks(List.of(), List.of(), Set.of(), 3);

        assertThat(picks).hasSize(3);
        assertThat(picks.getFirst().lesson().id()).isEqualTo(DAWDLING);
        assertThat(picks.getFirst().reason()).isEqualTo(Pick.Reason.TO_BEGIN_WITH);
    }
}
