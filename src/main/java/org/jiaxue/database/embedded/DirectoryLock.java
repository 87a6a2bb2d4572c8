package org.jiaxue.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jiaxue.database.DatabaseUnavailable;

/**
 * One process uses a directory. The kernel lets go of the lock when the process ends, however it
 * ends; the file names the process for the sentence that a second one gets.
 */
final class DirectoryLock implements AutoCloseable {

    /**
     * The files that this process has locked. Closing any channel of a locked file would release
     * the lock, so this is asked before the file is opened a second time.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DirectoryLock take(Path file) throws IOException {
        if (!HELD.add(file)) {
            throw taken(file, Long.toString(ProcessHandle.current().pid()));
        }
        var taken = false;
        try {
            var lock = new DirectoryLock(file, locked(file));
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                HELD.remove(file);
            }
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            var holder = Files.readString(file).strip();
            channel.close();
            throw taken(file, holder.isEmpty() ? "unknown" : holder);
        }
        channel.truncate(0);
        var pid = ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
        return channel;
    }

    private static DatabaseUnavailable taken(Path file, String pid) {
        return new DatabaseUnavailable(
                "The directory "
                        + file.getParent()
                        + " is in use by the process "
                        + pid
                        + ". Stop that process, or give this one a directory of its own.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of " + file, e);
        } finally {
            HELD.remove(file);
        }
    }
}
