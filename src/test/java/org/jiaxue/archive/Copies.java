package org.jiaxue.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A directory's files, as somebody keeps and puts them back who runs the house. */
final class Copies {

    private Copies() {}

    static Map<Path, byte[]> of(Path directory) {
        try {
            Map<Path, byte[]> copy = new TreeMap<>();
            for (String name : Disk.names(directory)) {
                Path file = directory.resolve(name);
                copy.put(file, Files.readAllBytes(file));
            }
            return copy;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void putBack(Map<Path, byte[]> copy, Path directory) {
        try {
            Disk.clear(directory);
            Disk.makeDirectories(directory);
            for (Map.Entry<Path, byte[]> file : copy.entrySet()) {
                Files.write(file.getKey(), file.getValue());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
