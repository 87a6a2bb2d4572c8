package org.jiaxue.credentials.naming;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jiaxue.credentials.paper.Typeface;
import org.jiaxue.web.Problem;
import org.jspecify.annotations.Nullable;

/** What a person may have on a certificate by way of a name, and what is to be mended in it. */
public sealed interface Naming {

    /** Fit to be printed and signed; null for none. */
    record Fit(@Nullable String name) implements Naming {}

    /** Not yet; the problem says what to do. */
    record Unfit(Problem problem) implements Naming {}

    /** In which form the name stands. */
    enum Form {
        FULL,
        SURNAME,
        NONE;

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Form> ofSlug(String slug) {
            return Arrays.stream(values()).filter(form -> form.slug().equals(slug)).findFirst();
        }
    }

    /** What may follow a surname; the person chooses, and nothing else is known or kept. */
    List<String> HONORIFICS = List.of("女士", "先生", "家长");

    /** Characters of a name as written, at most. */
    int MAX_FULL = 40;

    /** Characters of a surname as written, at most. */
    int MAX_SURNAME = 20;

    /** Letters with their marks, and what stands between the parts of a name. */
    Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}\\p{M} ·.\u2019'-]*");

    /** A name in full. */
    static Naming full(String written) {
        return checked(tidy(written), MAX_FULL);
    }

    /** A surname with one of {@link #HONORIFICS} after it. */
    static Naming surname(String written, String honorific) {
        if (!HONORIFICS.contains(honorific)) {
            return new Unfit(Problem.unprocessable("credentials.naming.honorific"));
        }
        return switch (checked(tidy(written), MAX_SURNAME)) {
            case Fit(String name) -> new Fit(name + honorific);
            case Unfit unfit -> unfit;
        };
    }

    static Naming none() {
        return new Fit(null);
    }

    private static Naming checked(String name, int most) {
        if (name.isEmpty()) {
            return new Unfit(Problem.unprocessable("credentials.naming.empty"));
        }
        if (name.codePointCount(0, name.length()) > most) {
            return new Unfit(Problem.unprocessable("credentials.naming.long", most));
        }
        if (!LETTERS.matcher(name).matches()) {
            return new Unfit(Problem.unprocessable("credentials.naming.letters"));
        }
        OptionalInt missing = Typeface.missing(name);
        if (missing.isPresent()) {
            String letter = Character.toString(missing.getAsInt());
            return new Unfit(Problem.unprocessable("credentials.naming.missing", letter));
        }
        return new Fit(name);
    }

    /** One blank where there were several, one kind of dot, composed letters. */
    private static String tidy(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC)
                .replaceAll("[\u2022\u2027\u30FB\uFF65]", "·")
                .replaceAll("[\\s\u3000\u00A0]+", " ")
                .strip();
    }
}
