package org.jiaxue.credentials.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A typeface of the sheet: its file is read once, and opened anew for each document, as an open one
 * is for a single thread.
 */
public final class Typeface {

    /** Letters and digits. */
    static final Typeface SERIF = new Typeface("jiaxue-serif.ttf");

    /** Chinese characters, and whatever else the other lacks. */
    static final Typeface KAI = new Typeface("jiaxue-kai.ttf");

    private final byte[] file;
    private final CmapLookup letters;

    private Typeface(String name) {
        this.file = read("/credentials/paper/" + name);
        try (TrueTypeFont font = open()) {
            this.letters = font.getUnicodeCmapLookup();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first character of a text that cannot be printed, if there is one. */
    public static OptionalInt missing(String text) {
        return text.codePoints().filter(point -> !SERIF.has(point) && !KAI.has(point)).findFirst();
    }

    /** The one that a character is set in. */
    static Typeface of(int point) {
        return SERIF.has(point) ? SERIF : KAI;
    }

    private boolean has(int point) {
        return letters.getGlyphId(point) != 0;
    }

    TrueTypeFont open() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(file));
    }

    private static byte[] read(String path) {
        try (InputStream file = Typeface.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no " + path);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
