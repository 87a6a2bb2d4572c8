package org.jiaxue.catalogue.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jiaxue.web.Settings;
import org.springframework.stereotype.Component;

/** Keeps files under {@code media/HASH/NAME} in this process's own directory. */
@Component
class DiskStorage implements MediaStorage {

    private final Path root;

    DiskStorage(Settings settings) {
        this.root = settings.data().resolve("media").toAbsolutePath().normalize();
    }

    /** Writes beside the place first, so that a half-written file is never found. */
    @Override
    public String keep(String name, InputStream content) throws IOException {
        if (MediaNames.type(name).isEmpty()) {
            throw new IllegalArgumentException("Not a name of a media file: " + name);
        }
        Files.createDirectories(root);
        Path draft = Files.createTempFile(root, "draft-", ".tmp");
        try {
            String hash = write(content, draft);
            Path place = root.resolve(hash).resolve(name);
            if (Files.notExists(place)) {
                Files.createDirectories(place.getParent());
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            }
            return hash;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String write(InputStream content, Path draft) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(draft), digest)) {
            content.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    @Override
    public Optional<StoredMedia> find(String sha256, String name) {
        Optional<String> type = MediaNames.type(name);
        if (type.isEmpty() || !MediaNames.hash(sha256)) {
            return Optional.empty();
        }
        Path file = root.resolve(sha256).resolve(name);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new OnDisk(file, Files.size(file), type.get(), sha256))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private record OnDisk(Path file, long size, String type, String sha256) implements StoredMedia {

        @Override
        public String etag() {
            return '"' + sha256 + '"';
        }

        @Override
        public InputStream open(long from, long length) throws IOException {
            SeekableByteChannel channel = Files.newByteChannel(file);
            channel.position(from);
            return new Bounded(new BufferedInputStream(Channels.newInputStream(channel)), length);
        }
    }
}
