package org.jiaxue.regions.list;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;

/**
 * Looks through a workbook before it is read. Its parts are unpacked as a stream and thrown away,
 * so that one that would fill the memory is refused while it has filled none. The reader trusts a
 * cell's address and the number of a shared text, and would make room for whatever they claim.
 */
final class ExcelGuard {

    static final int MOST_PARTS = 200;
    static final long MOST_UNPACKED = 32L << 20;
    static final int MOST_RATIO = 100;

    /** Below this many bytes a part may be packed as tightly as it likes. */
    private static final long RATIO_COUNTS_FROM = 1L << 20;

    private static final Pattern ADDRESS = Pattern.compile("[A-X]?[A-Z]?[A-Z][0-9]{1,7}");
    private static final Pattern SHARED_TEXT = Pattern.compile("\\s*[0-9]{1,6}\\s*");

    private final XMLInputFactory xml = new InputFactoryImpl();
    private long unpacked;

    private ExcelGuard() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    static void check(byte[] bytes) {
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw new Refusal(Problem.unprocessable("regions.list.many-parts", MOST_PARTS));
            }
            ExcelGuard guard = new ExcelGuard();
            for (ZipArchiveEntry part : parts) {
                guard.check(zip, part);
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            // Unpacking tells a file that was made up by exceptions of any kind.
            throw ExcelFile.broken(1);
        }
    }

    private void check(ZipFile zip, ZipArchiveEntry part) throws IOException, XMLStreamException {
        try (InputStream in = new Bounded(zip.getInputStream(part), part)) {
            boolean whole = !part.getName().endsWith(".xml") || scan(in);
            if (whole) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** Whether it was read to its end; past the rows that are read at all, nobody goes on. */
    private boolean scan(InputStream in) throws XMLStreamException {
        XMLStreamReader reader = xml.createXMLStreamReader(in);
        boolean shared = false;
        int rows = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw ExcelFile.broken(1);
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (reader.getLocalName().equals("row") && ++rows > ListReader.MOST_LINES) {
                return false;
            }
            if (reader.getLocalName().equals("c")) {
                String address = reader.getAttributeValue(null, "r");
                shared = "s".equals(reader.getAttributeValue(null, "t"));
                require(address == null || ADDRESS.matcher(address).matches(), reader);
            } else if (shared && reader.getLocalName().equals("v")) {
                shared = false;
                require(SHARED_TEXT.matcher(reader.getElementText()).matches(), reader);
            }
        }
        return true;
    }

    private static void require(boolean holds, XMLStreamReader reader) {
        if (!holds) {
            throw new Refusal(
                    Problem.unprocessable(
                            "regions.list.excel-address",
                            Math.max(1, reader.getLocation().getLineNumber())));
        }
    }

    /** Counts what comes out of the packing, of this part and of all. */
    private final class Bounded extends FilterInputStream {

        private final ZipArchiveEntry part;
        private long here;

        Bounded(InputStream in, ZipArchiveEntry part) {
            super(in);
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int taken = super.read(into, from, most);
            count(Math.max(taken, 0));
            return taken;
        }

        private void count(int bytes) {
            here += bytes;
            unpacked += bytes;
            if (unpacked > MOST_UNPACKED) {
                throw refused("regions.list.unpacked", MOST_UNPACKED >> 20);
            }
            long packed = Math.max(1, part.getCompressedSize());
            if (here > RATIO_COUNTS_FROM && here / packed > MOST_RATIO) {
                throw refused("regions.list.ratio", MOST_RATIO);
            }
        }

        private Refusal refused(String key, long bound) {
            return new Refusal(Problem.unprocessable(key, part.getName(), bound));
        }
    }
}
