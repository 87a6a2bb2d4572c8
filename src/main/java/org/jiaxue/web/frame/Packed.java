package org.jiaxue.web.frame;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Pages as gzip. The server packs whatever else it answers; a page it would pack with the default
 * level, which takes longer than to make the page, for a tenth fewer bytes.
 */
final class Packed {

    static final String GZIP = "gzip";

    /** Smaller ones are not worth it; the server holds it so too. */
    static final int SMALLEST = 2_048;

    /** What is handed to zlib at once: a page is made of hundreds of pieces. */
    private static final int AT_ONCE = 1 << 14;

    private Packed() {}

    /** Whether it pays to pack a page of so many bytes, and the reader takes it so. */
    static boolean fits(HttpServletRequest request, int bytes) {
        return bytes >= SMALLEST && accepts(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    /** As RFC 9110 has it, but for the star: whoever takes gzip says so. */
    private static boolean accepts(@Nullable String header) {
        if (header == null) {
            return false;
        }
        try {
            return AcceptEncoding.parse(new StringReader(header)).stream()
                    .anyMatch(it -> it.getQuality() > 0 && it.getEncoding().equalsIgnoreCase(GZIP));
        } catch (IOException unreadable) {
            return false;
        }
    }

    static byte[] of(Utf8ByteOutput html) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(html.getContentLength() / 2);
        try (OutputStream out = new BufferedOutputStream(new Quick(packed), AT_ONCE)) {
            html.writeTo(out);
        }
        return packed.toByteArray();
    }

    private static final class Quick extends GZIPOutputStream {

        Quick(OutputStream out) throws IOException {
            super(out, AT_ONCE);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
