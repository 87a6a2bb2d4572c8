package org.jiaxue.credentials.paper;

import java.util.ArrayList;
import java.util.List;

/** How long a text is in squares of its own size, and where it may be broken into lines. */
final class Ems {

    private static final double LATIN = 0.6;

    /** What may not begin a line (GB/T 15834). */
    private static final String NEVER_FIRST = "，。、；：！？”’）》」』】·,.;:!?)";

    private Ems() {}

    /** At least as long as it will be: a Chinese character is one, any other less. */
    static double of(String text) {
        return text.codePoints().mapToDouble(Ems::of).sum();
    }

    private static double of(int point) {
        return point >= 0x2E80 ? 1 : LATIN;
    }

    /** The size at which the text is no longer than so many millimetres, at most the given one. */
    static double fit(String text, double size, double width) {
        return Math.min(size, width / Math.max(1, of(text)));
    }

    /** Lines of at most so many squares; English is broken between words, Chinese anywhere else. */
    static List<String> wrap(String text, double most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            boolean stays = NEVER_FIRST.contains(piece.strip()) && !piece.isBlank();
            if (!line.isEmpty() && !stays && of(line + piece.stripTrailing()) > most) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** Single Chinese characters, and Latin words each with the blank after it. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            boolean latin = point < 0x2E80 && NEVER_FIRST.indexOf(point) < 0;
            if (latin) {
                word.appendCodePoint(point);
            }
            if (!latin || point == ' ') {
                if (!word.isEmpty()) {
                    pieces.add(word.toString());
                    word.setLength(0);
                }
                if (!latin) {
                    pieces.add(Character.toString(point));
                }
            }
        }
        if (!word.isEmpty()) {
            pieces.add(word.toString());
        }
        return pieces;
    }
}
