package org.jiaxue.database.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where one table lies, and why there.
 *
 * @param table with its schema
 */
record Placement(String table, Where where, String why) {

    private static final String FILE = "/db/distribution.txt";

    /** All tables of the house, each below those that it refers to. */
    static List<Placement> all() {
        try (InputStream file = Placement.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads lines of {@code table | where | why}; a blank one and one that begins with # is none.
     */
    static List<Placement> read(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Placement::line)
                .toList();
    }

    private static Placement line(String line) {
        String[] parts = line.split("\\s*\\|\\s*", -1);
        if (parts.length != 3 || !parts[0].matches("[a-z_]+\\.[a-z_]+") || parts[2].isBlank()) {
            throw new IllegalArgumentException(
                    "Not a line of table | column, everywhere or coordinator | why: " + line);
        }
        return new Placement(parts[0], Where.named(parts[1]), parts[2]);
    }
}
