package org.jiaxue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processes of a measurement on one machine.
 *
 * @param house serves
 * @param database PostgreSQL's first process, the parent of the others
 */
public record Processes(long house, long database) {

    private static final double MILLION = 1e6;

    /** This process, with the house in it, and the database in the house's directory. */
    public static Processes here(Path data) throws IOException {
        return of(ProcessHandle.current().pid(), data);
    }

    /** A house that is a process of its own, and the database in its directory. */
    public static Processes of(long house, Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("postgresql"), 3)) {
            Path file = files.filter(it -> it.endsWith("postmaster.pid")).findFirst().orElseThrow();
            return new Processes(
                    house, Long.parseLong(Files.readAllLines(file).getFirst().strip()));
        }
    }

    /** Looks at them from now on. */
    public Watch watch() {
        return new Watch(this);
    }

    /** What the house has in memory now, in megabytes. */
    public double houseMegabytes() {
        return new ProcessFiles(house).memory().all() / MILLION;
    }

    /** What the database has in memory now, in megabytes: what its processes share counts once. */
    double databaseMegabytes() {
        List<ProcessFiles.Memory> all = servers().map(ProcessFiles::memory).toList();
        long own = all.stream().mapToLong(ProcessFiles.Memory::own).sum();
        long shared = all.stream().mapToLong(ProcessFiles.Memory::shared).max().orElse(0);
        return (own + shared) / MILLION;
    }

    double houseSeconds() {
        return new ProcessFiles(house).time().own();
    }

    /** Those that ended are counted by their parent. */
    double databaseSeconds() {
        return servers().mapToDouble(it -> it.time().own()).sum()
                + new ProcessFiles(database).time().ended();
    }

    /** A load generator is a child of this process and counts once it has ended. */
    double generatorSeconds() {
        return new ProcessFiles(ProcessHandle.current().pid()).time().ended();
    }

    private Stream<ProcessFiles> servers() {
        return ProcessHandle.of(database).stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.children()))
                .map(one -> new ProcessFiles(one.pid()));
    }
}
