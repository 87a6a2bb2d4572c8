package org.jiaxue.database.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import org.jiaxue.database.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's user that PostgreSQL's programs run as. PostgreSQL refuses root, so under
 * root they run as the user who owns the data already, else as the first of jiaxue, postgres and
 * nobody that exists, changed to by {@code setpriv}. A user namespace ({@code unshare -U}) would
 * also do, but containers forbid it by default, and the server would still have root's rights to
 * every file.
 *
 * <p>Where root's directory cannot be passed by others (such as /root), the server additionally
 * gets the one capability to look through directories.
 */
record Account(int uid, int gid, boolean isOther, @Nullable String capability) {

    private static final List<String> NAMES = List.of("jiaxue", "postgres", "nobody");
    private static final int DAC_OVERRIDE = 1;
    private static final int DAC_READ_SEARCH = 2;

    /**
     * The user for a directory.
     *
     * @param root the server's directory, which may be missing
     * @param data the data in it, which may be missing; whose they are decides
     */
    static Account of(Path root, @Nullable Path data) throws IOException {
        int self = self("Uid:");
        var kept = data != null && Files.exists(data) ? data : null;
        if (self != 0) {
            if (kept != null && owner(kept) != self) {
                throw new DatabaseUnavailable(
                        ("The data in %s belong to the user %d, and this process runs as %d. Start"
                                        + " it as that user or as root.")
                                .formatted(kept, owner(kept), self));
            }
            return new Account(self, self("Gid:"), false, null);
        }
        if (kept != null && owner(kept) != 0) {
            int uid = owner(kept);
            return new Account(uid, group(kept), true, capability(root, uid));
        }
        for (var name : NAMES) {
            for (var line : Files.readAllLines(Path.of("/etc/passwd"))) {
                var field = line.split(":", -1);
                if (field[0].equals(name)) {
                    int uid = Integer.parseInt(field[2]);
                    int gid = Integer.parseInt(field[3]);
                    return new Account(uid, gid, true, capability(root, uid));
                }
            }
        }
        throw new DatabaseUnavailable(
                "PostgreSQL does not run as root and this machine has no user named jiaxue,"
                        + " postgres or nobody. Make one (useradd --system jiaxue) or start the"
                        + " service as an ordinary user.");
    }

    /** The command as this user and in a session of its own, away from a terminal's signals. */
    List<String> command(List<String> words) {
        var command = new ArrayList<>(List.of("setsid"));
        if (isOther) {
            command.addAll(
                    List.of(
                            "setpriv",
                            "--reuid=" + uid,
                            "--regid=" + gid,
                            "--clear-groups",
                            "--no-new-privs"));
            if (capability != null) {
                // Else access(2), by which initdb looks for its kin, would ignore the capability.
                command.add("--securebits=+no_setuid_fixup");
                command.add("--inh-caps=+" + capability);
                command.add("--ambient-caps=+" + capability);
            }
        }
        command.addAll(words);
        return command;
    }

    /** Makes this user the owner of a tree whose top belongs to another. */
    void own(Path tree) throws IOException {
        if (!isOther || owner(tree) == uid) {
            return;
        }
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes of)
                            throws IOException {
                        return give(path);
                    }

                    @Override
                    public FileVisitResult visitFile(Path path, BasicFileAttributes of)
                            throws IOException {
                        return give(path);
                    }
                });
    }

    private FileVisitResult give(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        return FileVisitResult.CONTINUE;
    }

    private static @Nullable String capability(Path root, int uid) throws IOException {
        var above = root.toAbsolutePath().getParent();
        for (; above != null; above = above.getParent()) {
            if (Files.exists(above) && !passable(above, uid)) {
                return strongest(above);
            }
        }
        return null;
    }

    private static boolean passable(Path directory, int uid) throws IOException {
        var mode = Files.getPosixFilePermissions(directory);
        return mode.contains(PosixFilePermission.OTHERS_EXECUTE)
                || (owner(directory) == uid && mode.contains(PosixFilePermission.OWNER_EXECUTE));
    }

    private static String strongest(Path closed) throws IOException {
        long held = Long.parseUnsignedLong(status("CapEff:"), 16);
        if ((held >> DAC_READ_SEARCH & 1) == 1) {
            return "dac_read_search";
        }
        if ((held >> DAC_OVERRIDE & 1) == 1) {
            return "dac_override";
        }
        throw new DatabaseUnavailable(
                "PostgreSQL does not run as root, and no other user may pass "
                        + closed
                        + ". Choose a data directory that others may pass (chmod o+x), or start the"
                        + " service as an ordinary user.");
    }

    /** The effective user or group of this process. */
    private static int self(String kind) throws IOException {
        return Integer.parseInt(status(kind).split("\\s+")[1]);
    }

    private static String status(String key) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith(key)) {
                return line.substring(key.length()).strip();
            }
        }
        throw new IOException("/proc/self/status has no " + key);
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    private static int group(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:gid");
    }
}
