package org.jiaxue.regions.list;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;

/** Reads comma-separated values in UTF-8, with or without a mark of their byte order (RFC 4180). */
final class CsvFile {

    private CsvFile() {}

    /** Hands over the rows until the taker has enough. */
    static void each(byte[] bytes, Line.Taker taker) {
        String text = decoded(bytes);
        int row = 0;
        try (CsvReader<CsvRecord> records =
                CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(text)) {
            for (CsvRecord one : records) {
                row = Math.toIntExact(one.getStartingLineNumber());
                List<Line.Cell> cells =
                        one.getFields().stream().map(it -> new Line.Cell(it, false)).toList();
                if (!taker.take(new Line(row, cells))) {
                    return;
                }
            }
        } catch (CsvParseException | IOException broken) {
            throw new Refusal(Problem.unprocessable("regions.list.csv-broken", row + 1));
        }
    }

    private static String decoded(byte[] bytes) {
        if (bytes.length >= 2 && (marked(bytes, 0xFF, 0xFE) || marked(bytes, 0xFE, 0xFF))) {
            throw new Refusal(Problem.unprocessable("regions.list.utf16"));
        }
        int from = bytes.length >= 3 && marked(bytes, 0xEF, 0xBB) && at(bytes, 2) == 0xBF ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw notUtf8(bytes, in.position());
        }
        return out.flip().toString();
    }

    /** Names the row and the byte in it, both from 1. */
    private static Refusal notUtf8(byte[] bytes, int position) {
        int row = 1;
        int begins = 0;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                row++;
                begins = i + 1;
            }
        }
        return new Refusal(
                Problem.unprocessable("regions.list.not-utf8", row, position - begins + 1));
    }

    private static boolean marked(byte[] bytes, int first, int second) {
        return at(bytes, 0) == first && at(bytes, 1) == second;
    }

    private static int at(byte[] bytes, int index) {
        return Byte.toUnsignedInt(bytes[index]);
    }
}
