package org.jiaxue.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.web.GuardianId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the files of one table's month are.
 *
 * @param name the table
 * @param made when they were made of the month, to the microsecond; no other making has the same
 * @param written when they were last written: {@code made}, or when somebody was erased since
 * @param points as they were written, by kind
 * @param files in the order of guardians; no guardian's rows lie in two
 */
public record Manifest(
        String name,
        YearMonth month,
        Instant made,
        Instant written,
        Map<String, Long> points,
        List<Volume> files) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Beside the files. */
    static final String FILE = "manifest.json";

    /** Which files the database counts on: those of one making, last written then or later. */
    record Edition(Instant made, Instant written) {}

    /**
     * One file.
     *
     * @param first the guardian whose rows stand first in it
     * @param last the one whose rows stand last
     * @param sha256 of the file's bytes, in hexadecimal digits
     * @param pieces at which of its bytes its pieces begin, each gzip of its own; no guardian's
     *     rows lie in two
     */
    record Volume(
            String file,
            String first,
            String last,
            long rows,
            long bytes,
            String sha256,
            List<Integer> pieces) {

        /** Whether rows of this guardian could be in it; as texts, ids are in their own order. */
        boolean covers(GuardianId guardian) {
            String id = guardian.toString();
            return first.compareTo(id) <= 0 && last.compareTo(id) >= 0;
        }
    }

    static Manifest read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(file), Manifest.class);
        } catch (JacksonException unreadable) {
            throw new IOException("not what was written", unreadable);
        }
    }

    byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    public long rows() {
        return files.stream().mapToLong(Volume::rows).sum();
    }

    public long bytes() {
        return files.stream().mapToLong(Volume::bytes).sum();
    }

    /** What all rows add to balances, as they were written. */
    public long worth() {
        return points.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same with other files in one's place, or none. */
    Manifest with(Volume one, List<Volume> others) {
        List<Volume> all = new ArrayList<>();
        files.forEach(it -> all.addAll(it.equals(one) ? others : List.of(it)));
        return new Manifest(name, month, made, written, points, List.copyOf(all));
    }

    /** The same, written later. */
    Manifest writtenAt(Instant later) {
        return new Manifest(name, month, made, later, points, files);
    }

    /** The first file whose guardians all come after one. */
    Optional<Volume> after(String guardian) {
        return files.stream().filter(it -> it.last().compareTo(guardian) > 0).findFirst();
    }
}
