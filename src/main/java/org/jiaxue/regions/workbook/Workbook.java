package org.jiaxue.regions.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;

/**
 * A workbook as somebody brought it. Of its parts only those are unpacked that lead to the first
 * sheet, and of the sheet one row at a time is kept.
 */
public final class Workbook {

    /** So many parts a package has at most. */
    static final int MOST_PARTS = 200;

    /** So many bytes come out of it at most, all that is read of it together. */
    static final long MOST_UNPACKED = 32L << 20;

    /** So many times larger than it was packed a part becomes at most. */
    static final int MOST_RATIO = 100;

    private Workbook() {}

    /**
     * A cell.
     *
     * @param text what it holds as it stands there: a number in digits, however it is shown
     * @param formula whether it is reckoned by one; the text is then what came of it
     */
    public record Cell(String text, boolean formula) {

        static final Cell EMPTY = new Cell("", false);

        boolean blank() {
            return text.isBlank() && !formula;
        }
    }

    /** Takes the rows one by one, and says after each whether it wants another. */
    public interface Taker {

        /**
         * Takes a row.
         *
         * @param number as a spreadsheet shows it, from 1
         * @param cells from the first column to the last that is not blank
         */
        boolean take(int number, List<Cell> cells);
    }

    /**
     * Hands over the rows of the first sheet until the taker has enough.
     *
     * @param columns how many columns a row may have; blank cells beyond them do no harm
     * @throws Refusal when it cannot be read, or is past a bound, with the place where
     */
    public static void read(byte[] bytes, int columns, Taker taker) {
        Sheet sheet = new Sheet(columns);
        try (Parts parts = Parts.open(bytes)) {
            String book = book(parts);
            List<Parts.Relationship> related = parts.related(book);
            String first = first(parts, book);
            String part =
                    related.stream()
                            .filter(it -> it.id().equals(first))
                            .map(Parts.Relationship::part)
                            .findFirst()
                            .orElseThrow(() -> new IOException("There is no sheet " + first));
            List<String> texts = texts(parts, related);
            try (Elements rows = parts.read(part)) {
                sheet.each(rows, texts, taker);
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            // Unpacking and parsing tell a file that was made up by exceptions of any kind.
            throw new Refusal(
                    Problem.unprocessable("regions.list.excel-broken", Math.max(1, sheet.row())));
        }
    }

    private static String book(Parts parts) throws IOException, XMLStreamException {
        return parts.related("").stream()
                .filter(it -> it.is("officeDocument"))
                .map(Parts.Relationship::part)
                .findFirst()
                .orElse("xl/workbook.xml");
    }

    /** By which relationship the first sheet is found. */
    private static String first(Parts parts, String book) throws IOException, XMLStreamException {
        try (Elements all = parts.read(book)) {
            while (all.next()) {
                if (all.starts("sheet")) {
                    return all.attribute("id", "");
                }
            }
        }
        throw new IOException("There is no sheet at all");
    }

    /** The texts that cells share; as many as fit into what may be unpacked. */
    private static List<String> texts(Parts parts, List<Parts.Relationship> related)
            throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        for (Parts.Relationship one : related) {
            if (one.is("sharedStrings") && texts.isEmpty()) {
                try (Elements all = parts.read(one.part())) {
                    while (all.next()) {
                        if (all.starts("si")) {
                            texts.add(all.text());
                        }
                    }
                }
            }
        }
        return texts;
    }
}
