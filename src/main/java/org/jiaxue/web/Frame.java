package org.jiaxue.web;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page's content, for one request.
 *
 * @param texts the texts in the reader's language
 * @param viewer who is asking
 * @param path the path asked for with its query, beginning with a slash
 * @param csrf the token that a form or script sends back
 * @param taste how the reader likes pages to look
 * @param posted answers what a member of staff may do and where, when a page asks
 * @param sample whether the people and figures shown are samples; the page then says so
 * @param assets turns a static file's path into its versioned address
 */
public record Frame(
        Texts texts,
        Viewer viewer,
        String path,
        Csrf csrf,
        Taste taste,
        Supplier<Post> posted,
        boolean sample,
        UnaryOperator<String> assets) {

    /** The token's form field, request header and value. */
    public record Csrf(String field, String header, String value) {}

    /** Large type, and the theme: {@code system}, {@code light}, {@code dark} or {@code high}. */
    public record Taste(boolean large, String theme) {}

    /** What a member of staff may do somewhere, and the name of the place they work at. */
    public record Post(Set<Deed> deeds, @Nullable Words place) {

        /** Of a parent or a visitor. */
        public static final Post NONE = new Post(Set.of(), null);

        public Post {
            deeds = Set.copyOf(deeds);
        }
    }

    /** What the reader may do as a member of staff and where they work. */
    public Post post() {
        return posted.get();
    }

    /** The message under this key in the reader's language. */
    public String say(String key, Object... args) {
        return texts.say(key, args);
    }

    /** What was wrong and what to do, in the reader's language. */
    public String say(Problem problem) {
        return texts.say(problem);
    }

    public String say(Words words) {
        return texts.say(words);
    }

    public Locale locale() {
        return texts.locale();
    }

    /** A static file's address, which changes with its content and may be cached for ever. */
    public String asset(String file) {
        return assets.apply(file);
    }
}
