package org.jiaxue.credentials.paper;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as one outline (ISO/IEC 18004), without its quiet zone. */
final class QrOutline {

    private QrOutline() {}

    static Outline of(String text, double x, double y, double width) {
        ByteMatrix modules = encode(text);
        double module = width / modules.getWidth();
        Outline outline = new Outline();
        for (int row = 0; row < modules.getHeight(); row++) {
            int column = 0;
            while (column < modules.getWidth()) {
                int from = column;
                while (column < modules.getWidth() && modules.get(column, row) == 1) {
                    column++;
                }
                if (column > from) {
                    double left = x + from * module;
                    outline.box(left, y + row * module, (column - from) * module, module);
                } else {
                    column++;
                }
            }
        }
        return outline;
    }

    private static ByteMatrix encode(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("This does not fit in a QR code", tooLong);
        }
    }
}
