package org.jiaxue.catalogue.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.CourseId;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Sentence;
import org.jiaxue.catalogue.media.MediaStorage;
import org.jiaxue.web.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class LibraryImportTests {

    private static final String LESSON =
            """
            slug: one-clock
            kind: article
            stage: primary
            months: [72, 96]
            topics: [time]
            moments: {primary: 98}
            seconds: 20
            title: {zh: 一只钟, en: One clock}
            summary: {zh: 家里有一只钟。, en: There is a clock at home.}
            asks: {zh: [钟放在哪里], en: [where to put the clock]}
            author: {zh: 编辑, en: Editors}
            sources:
              - title: {zh: 钟的书, en: The book of clocks}
                by: {zh: 钟表社, en: Clock Press}
                part: {zh: 第一章, en: Chapter 1}
                year: 2020
            rights: CC BY 4.0
            reviewed: 2025-03-01
            body:
              - {at: 0, zh: 这是一只钟。, en: This is a clock.}
              - {at: 8, zh: 它走得很慢。, en: It goes slowly.}
            question:
              ask: {zh: 钟在哪里？, en: Where is the clock?}
              choices:
                - {zh: 墙上, en: On the wall, right: true, reply: {zh: 对。, en: Yes.}}
                - {zh: 水里, en: In the water, reply: {zh: 再想想。, en: Think again.}}
            """;

    private static final String AUDIO = LESSON.replace("kind: article", "kind: audio");

    private static final String COURSE =
            """
            slug: clocks
            title: {zh: 钟的课, en: Clocks}
            summary: {zh: 关于钟。, en: About clocks.}
            stage: primary
            lessons: [one-clock]
            """;

    @Autowired LibraryImport library;
    @Autowired Catalogue catalogue;
    @Autowired MediaStorage media;
    @Autowired Settings settings;
    @Autowired JdbcClient jdbc;
    @TempDir Path folder;

    /** Other tests look at the same library. */
    @AfterEach
    void takeTheClockAwayAgain() {
        jdbc.sql("delete from catalogue.course where slug = 'clocks'").update();
        jdbc.sql("delete from catalogue.lesson where slug = 'one-clock'").update();
        jdbc.sql("update catalogue.edition set number = number + 1").update();
        catalogue.refresh();
    }

    @Test
    void a_library_from_a_folder_is_there_at_once_and_a_second_time_changes_nothing()
            throws IOException {
        write(LESSON, COURSE);

        assertThat(from()).isEqualTo(new Imported(2, 0));
        assertThat(from()).isEqualTo(new Imported(0, 2));
        catalogue.refresh();

        Lesson lesson = catalogue.lesson(LessonId.named("one-clock")).orElseThrow();
        assertThat(lesson.course()).isEqualTo(CourseId.named("clocks"));
        assertThat(catalogue.content(lesson.id()).orElseThrow().reviewedOn()).isNotNull();
    }

    @Test
    void a_changed_lesson_keeps_its_id_and_takes_its_new_words() throws IOException {
        write(LESSON, COURSE);
        from();
        write(LESSON.replace("它走得很慢。", "它走得很稳。"), COURSE);

        assertThat(from()).isEqualTo(new Imported(1, 1));
        catalogue.refresh();
        assertThat(catalogue.content(LessonId.named("one-clock")).orElseThrow().edition())
                .isEqualTo(2);

        assertThat(catalogue.body(LessonId.named("one-clock")))
                .extracting(Sentence::words)
                .extracting("zh")
                .containsExactly("这是一只钟。", "它走得很稳。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seconds: 20 | 'seconds: 20¶colour: red' | colour: is not a known field",
                "en: One clock | en: 7 | title.en: must be a text",
                "', en: One clock' | '' | title.en: must be a text",
                "at: 8 | at: 0 | body[1].at: must be later than the sentence before",
                "at: 8 | at: 20 | body[1].at: must be from 0 to 19, is 20",
                "at: 0 | at: 1 | body[0].at: must be 0 for the first sentence",
                "', right: true' | '' | question.choices: must have exactly one",
                "In the water | In the water, right: true | question.choices: must have exactly",
                "right: true | right: 1 | question.choices[0].right: must be true or false",
                "kind: article | kind: game | kind: must be one of [video, article, audio]",
                "stage: primary | stage: nursery | stage: must be one of",
                "'[72, 96]' | '[96, 72]' | months: must begin before it ends",
                "seconds: 20 | seconds: twenty | seconds: must be a whole number",
                "seconds: 20 | seconds: 0 | seconds: must be from 1 to 14400, is 0",
                "'slug: one-clock' | 'slug: two-clocks' | slug: must be the file",
                "2025-03-01 | March | reviewed: must be a day",
                "'[time]' | '[]' | topics: must have from 1 to 8 items, has 0",
                "rights: CC BY 4.0 | rights: [a] | rights: must be a text",
                "kind: article | kind: video | media/one-clock.mp4: is missing",
                "kind: article | kind: [ | lessons/one-clock.yaml: is not YAML",
                "kind: article | 'kind: article¶kind: video' | lessons/one-clock.yaml: is not YAML",
            })
    void a_faulty_lesson_is_refused_by_file_and_field(String good, String bad, String fault)
            throws IOException {
        assertThat(LESSON).contains(good);
        write(LESSON.replaceFirst(Pattern.quote(good), bad.replace('¶', '\n')), COURSE);

        assertThatThrownBy(this::from)
                .isInstanceOf(FaultyLibrary.class)
                .hasMessageContaining("one-clock")
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year: 2020 | year: MMXX | sources[0].year: must be a whole number",
                "'[time]' | '[clocks]' | topics[0]: must be one of [partners, pregnancy",
                "'{primary: 98}' | '[primary]' | moments: must be a mapping with pregnancy",
                "primary: 98 | school: 98 | moments.school: is not a known field",
                "primary: 98 | primary: 0 | moments.primary: must be from 1 to 99, is 0",
                "'{zh: 钟的书, en: The book of clocks}' | 钟的书 | sources[0].title: must be a mapping",
                "', en: The book of clocks' | '' | sources[0].title.en: must be a text",
                "', en: Clock Press' | '' | sources[0].by.en: must be a text",
                "', en: Chapter 1' | '' | sources[0].part.en: must be a text",
            })
    void what_it_is_about_and_written_from_is_read_as_strictly(
            String good, String bad, String fault) throws IOException {
        a_faulty_lesson_is_refused_by_file_and_field(good, bad, fault);
    }

    @Test
    void two_lessons_in_one_place_of_a_pack_are_refused() throws IOException {
        write(LESSON, COURSE);
        Files.writeString(
                folder.resolve("lessons/two-clocks.yaml"),
                LESSON.replace("slug: one-clock", "slug: two-clocks"));

        assertThatThrownBy(this::from)
                .hasMessageContaining("moments.primary: place 98 is taken by");
    }

    @Test
    void a_text_that_is_too_long_is_refused() throws IOException {
        write(LESSON.replace("一只钟, en", "钟".repeat(41) + ", en"), COURSE);

        assertThatThrownBy(this::from)
                .hasMessageContaining("title.zh: must be at most 40 characters, has 41");
    }

    @Test
    void a_course_of_a_lesson_that_is_not_there_is_refused() throws IOException {
        write(LESSON, COURSE.replace("[one-clock]", "[one-clock, two-clocks, one-clock]"));

        assertThatThrownBy(this::from)
                .hasMessageContaining("courses/clocks.yaml: lessons[1]: there is no lesson")
                .hasMessageContaining("courses/clocks.yaml: lessons[2]: stands in this course");
    }

    @Test
    void all_faults_are_told_at_once_and_nothing_is_imported() throws IOException {
        int before = lessons();
        write(LESSON.replace("seconds: 20", "seconds: 0").replace("year: 2020", "year: 1"), COURSE);

        assertThatThrownBy(this::from)
                .isInstanceOfSatisfying(
                        FaultyLibrary.class,
                        faulty ->
                                assertThat(faulty.faults())
                                        .extracting(Fault::field)
                                        .contains("seconds", "sources[0].year"));
        assertThat(lessons()).isEqualTo(before);
    }

    @Test
    void media_of_a_faulty_library_are_not_kept() throws IOException {
        write(AUDIO.replace("seconds: 20", "seconds: 0"), COURSE);
        String hash = listen("tick");

        assertThatThrownBy(this::from).isInstanceOf(FaultyLibrary.class);

        assertThat(media.find(hash, "one-clock.m4a")).isEmpty();
    }

    /** As on a node that came later, or whose disk was lost. */
    @Test
    void media_that_are_not_here_are_taken_though_nothing_changed() throws IOException {
        write(AUDIO, COURSE);
        String hash = listen("tock");
        from();
        Files.delete(settings.data().resolve("media").resolve(hash).resolve("one-clock.m4a"));

        assertThat(from()).isEqualTo(new Imported(0, 2));

        assertThat(media.find(hash, "one-clock.m4a")).isPresent();
    }

    /** Writes the lesson's sound; says its hash. */
    private String listen(String sound) throws IOException {
        Files.createDirectories(folder.resolve("media"));
        Files.writeString(folder.resolve("media/one-clock.m4a"), sound);
        byte[] bytes = sound.getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }

    @Test
    void the_starter_library_is_without_fault_and_whole() {
        List<Lesson> lessons = catalogue.lessons();

        assertThat(library.from("classpath*:starter/").changed()).isZero();
        assertThat(lessons)
                .filteredOn(lesson -> lesson.kind() == Lesson.Kind.VIDEO)
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(lesson -> catalogue.media(lesson.id()).captionsEn() != null);
        assertThat(lessons.stream().map(Lesson::stage).distinct()).hasSize(6);
    }

    private int lessons() {
        catalogue.refresh();
        return catalogue.lessons().size();
    }

    private Imported from() {
        return library.from(folder.toUri().toString());
    }

    private void write(String lesson, String course) throws IOException {
        Files.createDirectories(folder.resolve("lessons"));
        Files.createDirectories(folder.resolve("courses"));
        Files.writeString(folder.resolve("lessons/one-clock.yaml"), lesson);
        Files.writeString(folder.resolve("courses/clocks.yaml"), course);
    }
}
