package org.jiaxue.archive;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jiaxue.archive.Manifest.Volume;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Single files: gzip, a row a line, each beginning with its guardian. */
@Component
class Volumes {

    private static final String BEGINNING = "{\"guardian_id\":\"";
    private static final int ID = 36;
    private static final int BUFFER = 1 << 16;

    private final Stacks stacks;

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
        try (FileChannel channel = Disk.open(directory.resolve(name))) {
            OutputStream zipped =
                    new GZIPOutputStream(
                            new Digested(Channels.newOutputStream(channel), digest), BUFFER);
            for (String line : lines) {
                zipped.write(line.getBytes(StandardCharsets.UTF_8));
                zipped.write('\n');
            }
            ((GZIPOutputStream) zipped).finish();
            channel.force(true);
            return new Volume(
                    name,
                    guardianOf(lines.getFirst()),
                    guardianOf(lines.getLast()),
                    lines.size(),
                    channel.position(),
                    HexFormat.of().formatHex(digest.digest()));
        } catch (IOException unwritable) {
            throw Disk.unusable(directory, unwritable);
        }
    }

    /** The rows of a file; refused where it is not what was written, by its name. */
    List<String> read(Path directory, Volume volume) {
        Path file = directory.resolve(volume.file());
        try {
            byte[] bytes = Files.readAllBytes(file);
            String digest = HexFormat.of().formatHex(sha256().digest(bytes));
            if (!digest.equals(volume.sha256())) {
                throw refused("archive.problem.damaged", file);
            }
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                List<String> lines =
                        new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
                if (lines.size() != volume.rows()) {
                    throw refused("archive.problem.damaged", file);
                }
                return lines;
            }
        } catch (NoSuchFileException missing) {
            throw refused("archive.problem.missing", file);
        } catch (IOException unreadable) {
            throw refused("archive.problem.damaged", file);
        }
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
    }
}
