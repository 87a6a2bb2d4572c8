package org.jiaxue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the figures were taken on; without it they say nothing. */
public final class Machine {

    private static final int LOADS = 3;

    private final List<Double> load;

    private Machine(List<Double> load) {
        this.load = load;
    }

    /** Looks at the load before the measurement makes any itself. */
    public static Machine atStart() throws IOException {
        String[] words = Files.readString(Path.of("/proc/loadavg")).split(" ");
        return new Machine(Arrays.stream(words).limit(LOADS).map(Double::valueOf).toList());
    }

    /**
     * As the file says it.
     *
     * @param setting answers what the database's server is set to
     * @param seconds how long a run lasts; 0 where it lasts as long as its work
     */
    public Map<String, Object> json(UnaryOperator<String> setting, int seconds) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cores", Runtime.getRuntime().availableProcessors());
        json.put("memoryMiB", memory() / 1024);
        json.put("heapMiB", Runtime.getRuntime().maxMemory() >> 20);
        json.put("loadAtStart", load);
        json.put("java", Runtime.version().toString());
        json.put("postgresql", setting.apply("server_version"));
        json.put("fsync", setting.apply("fsync"));
        json.put("synchronousCommit", setting.apply("synchronous_commit"));
        if (seconds > 0) {
            json.put("secondsARun", seconds);
        }
        return json;
    }

    /** A setting of the database's server. */
    public static String setting(JdbcClient database, String name) {
        return database.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}
