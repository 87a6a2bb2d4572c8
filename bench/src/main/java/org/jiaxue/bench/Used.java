package org.jiaxue.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the processes of a measurement used while a load ran. The measurement itself is a part of
 * the house's process where it opened the house in its own.
 *
 * @param houseCores processor seconds a second
 * @param databaseCores likewise, PostgreSQL's processes together
 * @param generatorCores likewise, the load generator's; 0 where there is none
 * @param houseMegabytes the most that was resident
 * @param databaseMegabytes the most that was resident, what the processes share counted once; the
 *     files that they map are not in it
 */
public record Used(
        double houseCores,
        double databaseCores,
        double generatorCores,
        double houseMegabytes,
        double databaseMegabytes) {

    Map<String, Object> cores() {
        Map<String, Object> cores = new LinkedHashMap<>();
        cores.put("house", hundredths(houseCores));
        cores.put("database", hundredths(databaseCores));
        cores.put("generator", hundredths(generatorCores));
        return cores;
    }

    Map<String, Object> megabytes() {
        Map<String, Object> megabytes = new LinkedHashMap<>();
        megabytes.put("house", Math.round(houseMegabytes));
        megabytes.put("database", Math.round(databaseMegabytes));
        return megabytes;
    }

    static String heading() {
        return "%-24s %8s %9s %10s %9s %12s"
                .formatted("used", "house", "database", "generator", "house MB", "database MB");
    }

    String line(String figure) {
        return String.format(
                Locale.ROOT,
                "%-24s %8.2f %9.2f %10.2f %9.0f %12.0f",
                figure,
                houseCores,
                databaseCores,
                generatorCores,
                houseMegabytes,
                databaseMegabytes);
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
