package org.jiaxue.licences.wording;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as the expressions are compared with: full-width letters and digits as ordinary ones, small
 * letters, simplified characters, Latin letters for those of other scripts that look the same,
 * without what is not seen or only accents a letter.
 */
final class Reading {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}]");

    /** Small Cyrillic and Greek letters, and the Latin ones that one takes them for. */
    private static final String ALIKE = "аеорсухіјѕԁһԛԝвкмнтгӏαεορνιυκτχωβηγ";

    private static final String LATIN = "aeopcyxijsdhqwbkmhtrlaeopviuktxwbny";

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
                .map(it -> simplified.getOrDefault(it, latin(it)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int latin(int one) {
        int at = ALIKE.indexOf(one);
        return at < 0 ? one : LATIN.charAt(at);
    }
}
