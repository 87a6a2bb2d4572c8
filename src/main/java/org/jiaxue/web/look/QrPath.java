package org.jiaxue.web.look;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as the outline of an SVG path, one unit a module, its quiet zone of four modules
 * included (ISO/IEC 18004).
 *
 * @param size width and height in modules
 * @param path the dark modules
 */
public record QrPath(int size, String path) {

    private static final int QUIET_ZONE = 4;

    /** The code of a text, correcting a quarter of itself. */
    public static QrPath of(String text) {
        BitMatrix matrix = encode(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            row(matrix, y, path);
        }
        return new QrPath(matrix.getWidth(), path.toString());
    }

    /** One stroke for each run of dark modules of a row. */
    private static void row(BitMatrix matrix, int y, StringBuilder path) {
        int x = 0;
        while (x < matrix.getWidth()) {
            int from = x;
            while (x < matrix.getWidth() && matrix.get(x, y)) {
                x++;
            }
            if (x > from) {
                int run = x - from;
                path.append('M').append(from).append(',').append(y);
                path.append('h').append(run).append("v1h-").append(run).append('z');
            } else {
                x++;
            }
        }
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("This does not fit in a QR code", tooLong);
        }
    }
}
