package org.jiaxue.regions.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;

/**
 * The parts of a package (ECMA-376, part 2). One is unpacked only while somebody reads it, and
 * every byte of all that are read is counted: whatever a part's name or its content, past the bound
 * nothing more comes out of it.
 */
final class Parts implements AutoCloseable {

    /** Below this many bytes a part may be packed as tightly as it likes. */
    private static final long RATIO_COUNTS_FROM = 1L << 20;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
    private long unpacked;

    private Parts(ZipFile zip) {
        this.zip = zip;
    }

    static Parts open(byte[] bytes) throws IOException {
        Parts opened = new Parts(ZipFile.builder().setByteArray(bytes).get());
        Enumeration<ZipArchiveEntry> entries = opened.zip.getEntries();
        for (int i = 0; entries.hasMoreElements(); i++) {
            ZipArchiveEntry entry = entries.nextElement();
            if (i >= Workbook.MOST_PARTS) {
                opened.close();
                throw new Refusal(
                        Problem.unprocessable("regions.list.many-parts", Workbook.MOST_PARTS));
            }
            opened.parts.putIfAbsent(key(entry.getName()), entry);
        }
        return opened;
    }

    /** A relationship of one part to another. */
    record Relationship(String id, String type, String part) {

        /** Whether it is of a kind, in the form of any edition of the standard. */
        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    Elements read(String part) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = parts.get(key(part));
        if (entry == null) {
            throw new IOException("There is no part " + part);
        }
        if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
            throw new IOException("It is packed in a way that no workbook is: " + part);
        }
        return new Elements(new Counted(zip.getInputStream(entry), entry));
    }

    /** What a part is related to inside the package; nothing where it does not say. */
    List<Relationship> related(String part) throws IOException, XMLStreamException {
        int name = part.lastIndexOf('/') + 1;
        String told = part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
        List<Relationship> related = new ArrayList<>();
        if (!has(told)) {
            return related;
        }
        try (Elements all = read(told)) {
            while (all.next()) {
                if (all.starts("Relationship") && !"External".equals(all.attribute("TargetMode"))) {
                    String target = all.attribute("Target", "");
                    related.add(
                            new Relationship(
                                    all.attribute("Id", ""),
                                    all.attribute("Type", ""),
                                    resolved(part, target)));
                }
            }
        }
        return related;
    }

    /** Targets are addresses seen from the part; what is none is the address of no part. */
    private static String resolved(String part, String target) {
        try {
            String path = URI.create("/" + part).resolve(target).getPath();
            return path == null ? "" : path.substring(1);
        } catch (IllegalArgumentException | IndexOutOfBoundsException none) {
            return "";
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what comes out of the packing, of this part and of all. */
    private final class Counted extends FilterInputStream {

        private final ZipArchiveEntry part;
        private long here;

        Counted(InputStream in, ZipArchiveEntry part) {
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
            if (unpacked > Workbook.MOST_UNPACKED) {
                throw refused("regions.list.unpacked", Workbook.MOST_UNPACKED >> 20);
            }
            long packed = Math.max(1, part.getCompressedSize());
            if (here > RATIO_COUNTS_FROM && here / packed > Workbook.MOST_RATIO) {
                throw refused("regions.list.ratio", Workbook.MOST_RATIO);
            }
        }

        private Refusal refused(String key, long bound) {
            return new Refusal(Problem.unprocessable(key, part.getName(), bound));
        }
    }
}
