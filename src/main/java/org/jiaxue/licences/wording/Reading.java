package org.jiaxue.licences.wording;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as the expressions are compared with: full-width letters and digits as ordinary ones, small
 * letters, simplified characters, without what is not seen or only accents a letter.
 */
final class Reading {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}]");

    private final Map<Integer, Integer> simplified;

    /**
     * @param simplified a simplified character for each traditional one that the expressions need
     */
    Reading(Map<Integer, Integer> simplified) {
        this.simplified = Map.copyOf(simplified);
    }

    String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String seen = UNSEEN.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        return Normalizer.normalize(seen, Normalizer.Form.NFKC)
                .codePoints()
                .map(it -> simplified.getOrDefault(it, it))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
