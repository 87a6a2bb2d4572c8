package org.jiaxue.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What Linux tells of a process under {@code /proc}: proc_pid_stat(5) and proc_pid_status(5). */
record ProcessFiles(long pid) {

    /** In these parts of a second times are told, whatever the kernel counts in. */
    private static final double TICKS = 100;

    /** A line's fields are counted from its third, the first after the name in parentheses. */
    private static final int FIRST_FIELD = 3;

    private static final int OWN_TIME = 14;
    private static final int ENDED_TIME = 16;

    /**
     * Processor time in seconds.
     *
     * @param own the process's, in itself and in the kernel
     * @param ended that of its children which have ended and were waited for
     */
    record Time(double own, double ended) {

        static final Time NONE = new Time(0, 0);

        /** Reads a line of {@code stat}, whose second field may hold spaces and parentheses. */
        static Time of(String stat) {
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return new Time(two(fields, OWN_TIME), two(fields, ENDED_TIME));
        }

        private static double two(String[] fields, int first) {
            int at = first - FIRST_FIELD;
            return (Long.parseLong(fields[at]) + Long.parseLong(fields[at + 1])) / TICKS;
        }
    }

    /**
     * Resident memory in bytes.
     *
     * @param own what no other process has
     * @param shared what it has of memory shared with others
     */
    record Memory(long own, long files, long shared) {

        static final Memory NONE = new Memory(0, 0, 0);

        static Memory of(List<String> status) {
            return new Memory(
                    bytes(status, "RssAnon:"),
                    bytes(status, "RssFile:"),
                    bytes(status, "RssShmem:"));
        }

        long all() {
            return own + files + shared;
        }

        private static long bytes(List<String> status, String name) {
            return status.stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        }
    }

    /** None once the process is gone. */
    Time time() {
        return lines("stat").stream().findFirst().map(Time::of).orElse(Time.NONE);
    }

    /** None once the process is gone. */
    Memory memory() {
        return Memory.of(lines("status"));
    }

    private List<String> lines(String file) {
        Path path = Path.of("/proc", Long.toString(pid), file);
        try {
            return Files.exists(path)
                    ? Arrays.asList(Files.readString(path).split("\n"))
                    : List.of();
        } catch (IOException gone) {
            if (Files.exists(path)) {
                throw new UncheckedIOException(gone);
            }
            return List.of();
        }
    }
}
