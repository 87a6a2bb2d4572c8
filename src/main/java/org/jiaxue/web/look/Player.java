package org.jiaxue.web.look;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lesson's player needs to begin with; the rest the script asks of the playbacks API.
 *
 * @param lesson the lesson's id, as the API takes it
 * @param seconds the length of its timeline, at least 1
 * @param slats what this guardian has really seen of it
 * @param coveredSeconds how many seconds that is
 * @param startAt the second to begin at
 * @param promise words for what seeing enough of it brings, or that it was brought
 * @param signIn where a visitor signs in and comes back; empty for a guardian, who is recorded
 * @param keeper stands for the guardian on this device alone, where several may share it, and says
 *     nothing of who it is; empty for a visitor
 */
public record Player(
        String lesson,
        String title,
        int seconds,
        Slats slats,
        int coveredSeconds,
        int startAt,
        String promise,
        @Nullable String signIn,
        @Nullable String keeper,
        Medium medium) {

    /** The scripts of a page with a player, for its layout's parameter of that name. */
    public static final List<String> SCRIPTS =
            List.of(
                    "/js/spans.js",
                    "/js/beats.js",
                    "/js/slats.js",
                    "/js/medium.js",
                    "/js/article.js",
                    "/js/player.js");

    /** What is played. */
    public sealed interface Medium {}

    /** A moving picture; the poster may be empty. */
    public record Video(List<Source> sources, List<Track> tracks, @Nullable String poster)
            implements Medium {
        public Video {
            sources = List.copyOf(sources);
            tracks = List.copyOf(tracks);
        }
    }

    /** Sound alone. */
    public record Audio(List<Source> sources) implements Medium {
        public Audio {
            sources = List.copyOf(sources);
        }
    }

    /** Paragraphs on the page, which carry their own seconds. */
    public record Article() implements Medium {}

    /** One encoding, best first. */
    public record Source(String src, String type) {}

    /**
     * Subtitles.
     *
     * @param language a tag such as {@code zh-CN}
     * @param label the language's own name
     * @param shown whether they show from the start
     */
    public record Track(String src, String language, String label, boolean shown) {}
}
