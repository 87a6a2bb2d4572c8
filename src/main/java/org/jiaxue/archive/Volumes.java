package org.jiaxue.archive;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jiaxue.archive.Manifest.Volume;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Single files: gzip, a row a line, each beginning with its guardian. They are written in pieces,
 * of which one is unpacked for who looks for one guardian's rows; together they are one file of
 * gzip.
 */
@Component
class Volumes {

    private static final String BEGINNING = "{\"guardian_id\":\"";
    private static final int ID = 36;
    private static final int BUFFER = 1 << 16;

    /** Rows of a piece, and those that its last guardian has beyond them. */
    static final int PIECE = 500;

    private final Stacks stacks;
    private final LongAdder opened = new LongAdder();
    private final LongAdder unpacked = new LongAdder();

    Volumes(Stacks stacks) {
        this.stacks = stacks;
    }

    /** Whose row a line is. */
    static String guardianOf(String line) {
        if (!line.startsWith(BEGINNING)) {
            throw new IllegalArgumentException("A row that does not begin with its guardian");
        }
        return line.substring(BEGINNING.length(), BEGINNING.length() + ID);
    }

    /** Writes rows into a file of its own and brings it to the disk. */
    static Volume write(Path directory, String name, List<String> lines) {
        MessageDigest digest = sha256();
        List<Integer> pieces = new ArrayList<>();
        try (FileChannel channel = Disk.open(directory.resolve(name))) {
            OutputStream out = new Digested(Channels.newOutputStream(channel), digest);
            for (int from = 0, to; from < lines.size(); from = to) {
                to = end(lines, from);
                pieces.add(Math.toIntExact(channel.position()));
                zip(lines.subList(from, to), out);
            }
            channel.force(true);
            return new Volume(
                    name,
                    guardianOf(lines.getFirst()),
                    guardianOf(lines.getLast()),
                    lines.size(),
                    channel.position(),
                    HexFormat.of().formatHex(digest.digest()),
                    List.copyOf(pieces));
        } catch (IOException unwritable) {
            throw Disk.unusable(directory, unwritable);
        }
    }

    /** Where a piece ends: after its last guardian's rows, however many they are. */
    private static int end(List<String> lines, int from) {
        int to = Math.min(lines.size(), from + PIECE);
        while (to < lines.size()
                && guardianOf(lines.get(to)).equals(guardianOf(lines.get(to - 1)))) {
            to++;
        }
        return to;
    }

    private static void zip(List<String> lines, OutputStream out) throws IOException {
        try (OutputStream zipped = new GZIPOutputStream(out, BUFFER)) {
            for (String line : lines) {
                zipped.write(line.getBytes(StandardCharsets.UTF_8));
                zipped.write('\n');
            }
        }
    }

    /** The rows of a file; refused where it is not what was written, by its name. */
    List<String> read(Path directory, Volume volume) {
        Path file = directory.resolve(volume.file());
        byte[] bytes = bytes(file, volume);
        try (BufferedReader in = lines(bytes, 0, bytes.length)) {
            List<String> lines = in.lines().toList();
            if (lines.size() != volume.rows()) {
                throw refused("archive.problem.damaged", file);
            }
            return lines;
        } catch (IOException | UncheckedIOException unreadable) {
            throw refused("archive.problem.damaged", file);
        }
    }

    /** One guardian's rows of a file; refused where it is not what was written, by its name. */
    List<String> of(Path directory, Volume volume, GuardianId guardian) {
        Path file = directory.resolve(volume.file());
        byte[] bytes = bytes(file, volume);
        String id = guardian.toString();
        try {
            int piece = piece(bytes, volume.pieces(), id);
            List<String> own = new ArrayList<>();
            try (BufferedReader in =
                    lines(bytes, volume.pieces().get(piece), endOf(volume, piece))) {
                @Nullable String line = in.readLine();
                while (line != null && guardianOf(line).compareTo(id) <= 0) {
                    unpacked.increment();
                    if (guardianOf(line).equals(id)) {
                        own.add(line);
                    }
                    line = in.readLine();
                }
            }
            return own;
        } catch (IOException unreadable) {
            throw refused("archive.problem.damaged", file);
        }
    }

    /** The last piece that does not begin after a guardian; as texts, ids are in their order. */
    private static int piece(byte[] bytes, List<Integer> pieces, String id) throws IOException {
        int low = 0;
        int high = pieces.size();
        while (high - low > 1) {
            int middle = (low + high) / 2;
            try (BufferedReader in = lines(bytes, pieces.get(middle), bytes.length)) {
                if (guardianOf(Objects.requireNonNull(in.readLine())).compareTo(id) <= 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
        }
        return low;
    }

    private static int endOf(Volume volume, int piece) {
        return piece + 1 < volume.pieces().size()
                ? volume.pieces().get(piece + 1)
                : Math.toIntExact(volume.bytes());
    }

    private static BufferedReader lines(byte[] bytes, int from, int to) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(new ByteArrayInputStream(bytes, from, to - from)),
                        StandardCharsets.UTF_8));
    }

    /** A file as it is, once it is known to be as it was written. */
    private byte[] bytes(Path file, Volume volume) {
        opened.increment();
        try {
            byte[] bytes = Files.readAllBytes(file);
            String digest = HexFormat.of().formatHex(sha256().digest(bytes));
            if (!digest.equals(volume.sha256())) {
                throw refused("archive.problem.damaged", file);
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw refused("archive.problem.missing", file);
        } catch (IOException unreadable) {
            throw refused("archive.problem.damaged", file);
        }
    }

    /** How many files this process has opened. */
    long opened() {
        return opened.sum();
    }

    /** How many rows it has unpacked for single guardians. */
    long unpacked() {
        return unpacked.sum();
    }

    private Refusal refused(String key, Path file) {
        return new Refusal(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, key, stacks.called(file)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reckons the digest of what is written. */
    private static final class Digested extends FilterOutputStream {

        private final MessageDigest digest;

        Digested(OutputStream out, MessageDigest digest) {
            super(out);
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            digest.update((byte) one);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            digest.update(bytes, from, length);
            out.write(bytes, from, length);
        }

        /** The end of a piece is not that of the file. */
        @Override
        public void close() {}
    }
}
