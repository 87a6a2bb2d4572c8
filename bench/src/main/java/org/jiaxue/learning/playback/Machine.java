package org.jiaxue.learning.playback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the figures were taken on; without it they say nothing. */
final class Machine {

    private static final int LOADS = 3;

    private final List<Double> load;

    private Machine(List<Double> load) {
        this.load = load;
    }

    /** Looks at the load before the measurement makes any itself. */
    static Machine atStart() throws IOException {
        String[] words = Files.readString(Path.of("/proc/loadavg")).split(" ");
        return new Machine(Arrays.stream(words).limit(LOADS).map(Double::valueOf).toList());
    }

    Map<String, Object> json(StoredPlaybacks stored, int seconds) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cores", Runtime.getRuntime().availableProcessors());
        json.put("memoryMiB", memory() / 1024);
        json.put("heapMiB", Runtime.getRuntime().maxMemory() >> 20);
        json.put("loadAtStart", load);
        json.put("java", Runtime.version().toString());
        json.put("postgresql", stored.setting("server_version"));
        json.put("fsync", stored.setting("fsync"));
        json.put("synchronousCommit", stored.setting("synchronous_commit"));
        json.put("secondsARun", seconds);
        return json;
    }

    private static long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}
