package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.learning.EventKind;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;

/** Red lines that the whole house's code is held to, without running it. */
class RedLinesInTheHouseTests {

    private static final String GUARDIAN = GuardianId.class.getName();

    /** What would put one person before another. */
    private static final Pattern RANKING =
            Pattern.compile(
                    """
                    (?is)\\b(dense_rank|percent_rank|rank|row_number|ntile)\\s*\\(\
                    |\\border\\s+by\\s+(\\w+\\.)?(points|balance|total|covered|sum|count)\\b\
                    """);

    private static final Pattern HOURS = Pattern.compile("小时|学时|时长|合格|(?i)qualified|\\bhours?\\b");

    @Test
    void only_learning_can_be_paid_for() {
        assertThat(Arrays.stream(EventKind.values()).map(EventKind::slug))
                .containsExactlyInAnyOrder(
                        "lesson-completed",
                        "reflection-answered",
                        "course-completed",
                        "live-attended",
                        "replay-watched",
                        "activity-attended",
                        "note-written",
                        "answer-helpful");
    }

    @Test
    void no_statement_ranks_people() {
        assertThat(
                        JavaSources.under(List.of(Path.of("src/main/java")))
                                .statements()
                                .filter(sql -> RANKING.matcher(sql.value()).find())
                                .map(sql -> sql.file() + ":" + sql.line()))
                .isEmpty();
        assertThat(
                        Stream.of(
                                "select rank() over (order by x)",
                                "select guardian_id from points.account order by balance desc",
                                "select 1 from a order by a.points"))
                .allMatch(sql -> RANKING.matcher(sql).find());
    }

    @Test
    void no_page_and_no_answer_names_a_guardian_so_none_can_list_them() {
        Set<JavaClass> carried = carried();

        assertThat(carried)
                .extracting(JavaClass::getSimpleName)
                .contains("LessonJson", "Suggestion");
        assertThat(carried).extracting(JavaClass::getName).doesNotContain(GUARDIAN);
    }

    @Test
    void nothing_said_of_a_certificate_or_a_licence_counts_hours_or_judges_parents()
            throws IOException {
        List<Path> texts = new ArrayList<>();
        for (String place : List.of("messages/credentials", "messages/licences", "schemes")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/resources", place))) {
                files.forEach(texts::add);
            }
        }
        assertThat(texts).hasSizeGreaterThanOrEqualTo(5);
        for (Path text : texts) {
            assertThat(Files.readString(text)).as(text.toString()).doesNotContainPattern(HOURS);
        }
    }

    /**
     * What reaches a reader: the types that templates are given and that APIs return, and what
     * these carry. The frame around every page knows who is reading, and shows nobody else.
     */
    private static Set<JavaClass> carried() {
        Deque<JavaClass> left =
                Compiled.HOUSE.stream()
                        .flatMap(one -> one.getMethods().stream())
                        .filter(RedLinesInTheHouseTests::speaks)
                        .flatMap(RedLinesInTheHouseTests::said)
                        .collect(Collectors.toCollection(ArrayDeque::new));
        Set<JavaClass> carried = new HashSet<>();
        while (!left.isEmpty()) {
            JavaClass one = left.pop();
            if (Compiled.roomOf(one).isPresent()
                    && !one.isEquivalentTo(Frame.class)
                    && carried.add(one)) {
                one.getFields().stream()
                        .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC))
                        .flatMap(it -> involved(it.getType()))
                        .forEach(left::push);
            }
        }
        return carried;
    }

    private static boolean speaks(JavaMethod method) {
        return template(method) || method.isMetaAnnotatedWith(RequestMapping.class);
    }

    private static boolean template(JavaMethod method) {
        return method.getName().equals("render")
                && method.getOwner().getSimpleName().startsWith("Jte");
    }

    private static Stream<JavaClass> said(JavaMethod method) {
        return template(method)
                ? method.getParameterTypes().stream().flatMap(RedLinesInTheHouseTests::involved)
                : involved(method.getReturnType());
    }

    private static Stream<JavaClass> involved(JavaType type) {
        return type.getAllInvolvedRawTypes().stream();
    }
}
