package org.jiaxue.catalogue.browsing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.catalogue.search.SearchIndex;
import org.jiaxue.catalogue.shelf.Shelf;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a search asked for.
 *
 * @param q the question as typed, white space around it taken off
 * @param brief only lessons of at most {@link #BRIEF_SECONDS}
 * @param page from 0
 */
record Asked(String q, @Nullable Stage stage, Lesson.@Nullable Kind kind, boolean brief, int page) {

    static final int BRIEF_SECONDS = 10 * 60;
    static final int MOST_PAGE = 9_999;

    private static final int PAGE_DIGITS = 4;

    /** Refuses a stage, kind, length or page that there is not; the question is judged apart. */
    static Asked of(String q, String stage, String kind, String minutes, String page) {
        return new Asked(
                q.replaceAll("[\\p{Cntrl}\\s　]+", " ").strip(),
                stage(stage),
                kind(kind),
                brief(minutes),
                page(page));
    }

    static @Nullable Stage stage(String slug) {
        if (slug.isEmpty()) {
            return null;
        }
        return Stage.ofSlug(slug)
                .orElseThrow(() -> refused("catalogue.problem.stage", allStages()));
    }

    private static String allStages() {
        return String.join(", ", Arrays.stream(Stage.values()).map(Stage::slug).toList());
    }

    private static Lesson.@Nullable Kind kind(String slug) {
        if (slug.isEmpty()) {
            return null;
        }
        return Arrays.stream(Lesson.Kind.values())
                .filter(kind -> slug(kind).equals(slug))
                .findFirst()
                .orElseThrow(() -> refused("catalogue.problem.kind"));
    }

    static String slug(Lesson.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static boolean brief(String minutes) {
        return switch (minutes) {
            case "" -> false;
            case "10" -> true;
            case String _ -> throw refused("catalogue.problem.minutes");
        };
    }

    /** A page is a number from 0 to {@link #MOST_PAGE}. */
    static int page(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.length() > PAGE_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw refused("catalogue.problem.page", MOST_PAGE);
        }
        return Integer.parseInt(text);
    }

    private static Refusal refused(String key, Object... args) {
        return new Refusal(Problem.badRequest(key, args));
    }

    boolean tooLong() {
        return q.codePointCount(0, q.length()) > SearchIndex.MOST_CHARACTERS;
    }

    /** Refuses a question that is too long. */
    Asked bounded() {
        if (tooLong()) {
            throw refused("catalogue.problem.question-too-long", SearchIndex.MOST_CHARACTERS);
        }
        return this;
    }

    boolean filtered() {
        return stage != null || kind != null || brief;
    }

    /** The lessons that were asked for: nearest first, or in the catalogue's order. */
    List<LessonContent> in(Shelf shelf) {
        List<LessonContent> all =
                q.isEmpty() ? List.copyOf(shelf.lessons().values()) : shelf.index().find(q);
        return all.stream().filter(content -> fits(content.lesson())).toList();
    }

    boolean fits(Lesson lesson) {
        return (stage == null || stage == lesson.stage())
                && (kind == null || kind == lesson.kind())
                && (!brief || lesson.seconds() <= BRIEF_SECONDS);
    }

    Asked withStage(@Nullable Stage other) {
        return new Asked(q, other, kind, brief, 0);
    }

    Asked withKind(Lesson.@Nullable Kind other) {
        return new Asked(q, stage, other, brief, 0);
    }

    Asked withBrief(boolean other) {
        return new Asked(q, stage, kind, other, 0);
    }

    Asked withPage(int other) {
        return new Asked(q, stage, kind, brief, other);
    }

    Asked unfiltered() {
        return new Asked(q, null, null, false, 0);
    }

    /** The address of this search. */
    String path() {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/search");
        if (!q.isEmpty()) {
            uri.queryParam("q", "{q}");
        }
        if (stage != null) {
            uri.queryParam("stage", stage.slug());
        }
        if (kind != null) {
            uri.queryParam("kind", slug(kind));
        }
        if (brief) {
            uri.queryParam("minutes", 10);
        }
        if (page > 0) {
            uri.queryParam("page", page);
        }
        return q.isEmpty() ? uri.toUriString() : uri.encode().buildAndExpand(q).toUriString();
    }
}
