package org.jiaxue.catalogue.library;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.Moment;
import org.jiaxue.catalogue.Question;
import org.jiaxue.catalogue.Source;
import org.jiaxue.catalogue.Topic;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads one library file strictly: what it does not know, it refuses. */
final class DraftReader {

    static final int MOST_FILE_BYTES = 128 * 1024;

    private static final int MOST_SECONDS = 4 * 60 * 60;
    private static final int MOST_MONTHS = 25 * 12;
    private static final int MOST_SENTENCES = 600;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MOST_SLUG = 60;
    private static final int MOST_IN_A_PACK = 99;
    private static final int MOST_CITED = 160;

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private static final String[] LESSON_FIELDS = {
        "slug",
        "kind",
        "stage",
        "months",
        "topics",
        "moments",
        "seconds",
        "title",
        "summary",
        "asks",
        "author",
        "sources",
        "rights",
        "reviewed",
        "body",
        "question",
    };

    private final List<Fault> faults;

    DraftReader(List<Fault> faults) {
        this.faults = faults;
    }

    /** A lesson's file; its media and hash are still to be given. */
    Optional<LessonDraft> lesson(String file, byte[] yaml) {
        return read(file, yaml).map(root -> lesson(file, root));
    }

    private LessonDraft lesson(String file, Field root) {
        root.only(LESSON_FIELDS);
        int seconds = root.at("seconds").number(1, MOST_SECONDS);
        Field asks = root.at("asks").only("zh", "en");
        return new LessonDraft(
                slugOf(file, root),
                root.at("kind").oneOf(Lesson.Kind.class),
                root.at("stage").oneOf(Stage.class),
                ages(root),
                root.at("topics").items(1, 8).stream()
                        .map(it -> it.oneOf(Topic.class))
                        .distinct()
                        .toList(),
                moments(root),
                seconds,
                root.at("title").words(40),
                root.at("summary").words(120),
                asks.at("zh").items(1, 12).stream().map(ask -> ask.text(40)).toList(),
                asks.at("en").items(1, 12).stream().map(ask -> ask.text(100)).toList(),
                root.at("author").words(40),
                sources(root.at("sources")),
                root.at("rights").text(60),
                root.ifThere("reviewed").flatMap(DraftReader::day).orElse(null),
                body(root.at("body"), seconds),
                question(root.at("question")),
                Map.of(),
                "");
    }

    Optional<CourseDraft> course(String file, byte[] yaml, String hash) {
        return read(file, yaml).map(root -> course(file, root, hash));
    }

    private CourseDraft course(String file, Field root, String hash) {
        root.only("slug", "title", "summary", "stage", "months", "lessons");
        List<Field> items = root.at("lessons").items(1, 60);
        List<String> lessons = items.stream().map(DraftReader::slug).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lessons.size(); i++) {
            if (!seen.add(lessons.get(i))) {
                items.get(i).fault("stands in this course twice");
            }
        }
        return new CourseDraft(
                slugOf(file, root),
                root.at("stage").oneOf(Stage.class),
                ages(root),
                root.at("title").words(40),
                root.at("summary").words(120),
                lessons,
                hash);
    }

    private Optional<Field> read(String file, byte[] yaml) {
        if (yaml.length > MOST_FILE_BYTES) {
            faults.add(new Fault(file, "", "must be at most " + MOST_FILE_BYTES + " bytes"));
            return Optional.empty();
        }
        try {
            JsonNode root = YAML.readTree(new String(yaml, StandardCharsets.UTF_8));
            return Optional.of(new Field(file, "", root, faults));
        } catch (JacksonException unreadable) {
            faults.add(new Fault(file, "", "is not YAML: " + unreadable.getOriginalMessage()));
            return Optional.empty();
        }
    }

    /** A file is called by its slug, so that nobody looks for it in vain. */
    private static String slugOf(String file, Field root) {
        String slug = slug(root.at("slug"));
        if (!file.endsWith("/" + slug + ".yaml")) {
            root.at("slug").fault("must be the file's name without .yaml");
        }
        return slug;
    }

    private static String slug(Field field) {
        String slug = field.text(MOST_SLUG);
        if (!slug.isEmpty() && !SLUG.matcher(slug).matches()) {
            field.fault("must be lower-case words of a-z and 0-9 with hyphens between");
        }
        return slug;
    }

    /** The key moments at which the lesson helps, and its place among the lessons for each. */
    private static Map<Moment, Integer> moments(Field root) {
        Map<Moment, Integer> moments = new EnumMap<>(Moment.class);
        root.ifThere("moments")
                .ifPresent(field -> {
                    field.only(
                            Arrays.stream(Moment.values())
                                    .map(Moment::slug)
                                    .toArray(String[]::new));
                    for (Moment moment : Moment.values()) {
                        field.ifThere(moment.slug())
                                .ifPresent(it -> moments.put(moment, it.number(1, MOST_IN_A_PACK)));
                    }
                });
        return moments;
    }

    private static @Nullable Ages ages(Field root) {
        Optional<Field> months = root.ifThere("months");
        if (months.isEmpty()) {
            return null;
        }
        List<Field> ends = months.get().items(2, 2);
        if (ends.size() != 2) {
            return null;
        }
        int from = ends.get(0).number(0, MOST_MONTHS);
        int to = ends.get(1).number(1, MOST_MONTHS);
        if (from >= to) {
            months.get().fault("must begin before it ends");
        }
        return new Ages(from, to);
    }

    private static Optional<LocalDate> day(Field field) {
        String text = field.text(10);
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notOne) {
            field.fault("must be a day such as 2025-03-01");
            return Optional.empty();
        }
    }

    private static List<Source> sources(Field field) {
        return field.items(1, 12).stream()
                .map(it -> it.only("title", "by", "part", "year"))
                .map(it ->
                        new Source(
                                it.at("title").words(MOST_CITED),
                                it.ifThere("by").map(by -> by.words(MOST_CITED)).orElse(null),
                                it.ifThere("part").map(part -> part.words(MOST_CITED)).orElse(null),
                                it.at("year").number(1900, 2100)))
                .toList();
    }

    private static List<LessonDraft.Line> body(Field field, int seconds) {
        List<LessonDraft.Line> body = new ArrayList<>();
        int before = -1;
        for (Field item : field.items(1, MOST_SENTENCES)) {
            item.only("at", "zh", "en");
            int at = item.at("at").number(0, seconds - 1);
            if (body.isEmpty() && at != 0) {
                item.at("at").fault("must be 0 for the first sentence");
            }
            if (at <= before) {
                item.at("at").fault("must be later than the sentence before, at " + before);
            }
            before = at;
            body.add(
                    new LessonDraft.Line(
                            at, new Words(item.at("zh").text(160), item.at("en").text(400))));
        }
        return body;
    }

    private static Question question(Field field) {
        field.only("ask", "choices");
        List<Question.Choice> choices = new ArrayList<>();
        for (Field item : field.at("choices").items(2, 6)) {
            item.only("zh", "en", "right", "reply");
            choices.add(
                    new Question.Choice(
                            String.valueOf((char) ('a' + choices.size())),
                            new Words(item.at("zh").text(120), item.at("en").text(300)),
                            item.at("reply").words(200),
                            item.at("right").yes()));
        }
        if (choices.stream().filter(Question.Choice::right).count() != 1) {
            field.at("choices").fault("must have exactly one with right: true");
        }
        return new Question(field.at("ask").words(120), choices);
    }
}
