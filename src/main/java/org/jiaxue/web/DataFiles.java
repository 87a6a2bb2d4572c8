package org.jiaxue.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The data files of a kind: those that ship, and those that whoever runs the house has put into its
 * directory, under the kind's name.
 */
public final class DataFiles {

    /** Nobody brings more files of one kind. */
    public static final int MOST_FILES = 100;

    /** Versions below this belong to what ships, so that what is brought never meets them. */
    public static final int FIRST_BROUGHT = 1000;

    private static final long MOST_BYTES = 4L * DataFile.MOST_CHARACTERS;

    private DataFiles() {}

    /**
     * A file.
     *
     * @param name as a message says it: {@code schemes/beilun-2026.yaml}, or its path
     * @param brought whether it did not ship
     */
    public record Named(String name, String text, boolean brought) {

        /** Its field of this name, for saying what is wrong there. */
        public DataFile at(String field) {
            return DataFile.read(name, text).at(field);
        }
    }

    /**
     * Those that ship and then those that were brought, each by name.
     *
     * @param kind such as {@code schemes}
     * @param house the directory of the house
     * @throws DataFaults what cannot be read of those that were brought
     */
    public static List<Named> of(String kind, Path house) {
        List<Named> files = new ArrayList<>(shipped(kind));
        List<Path> brought = brought(house.resolve(kind));
        List<DataFault> faults = new ArrayList<>();
        for (Path file : brought) {
            try {
                files.add(new Named(file.toString(), text(file), true));
            } catch (DataFault unreadable) {
                faults.add(unreadable);
            }
        }
        if (!faults.isEmpty()) {
            throw new DataFaults(faults);
        }
        return List.copyOf(files);
    }

    /** Those that ship, by name. */
    public static List<Named> shipped(String kind) {
        try {
            List<Named> files = new ArrayList<>();
            String pattern = "classpath*:" + kind + "/*.yaml";
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                String text = file.getContentAsString(StandardCharsets.UTF_8);
                files.add(new Named(kind + "/" + file.getFilename(), text, false));
            }
            files.sort(Comparator.comparing(Named::name));
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The files of " + kind + " cannot be read", unreadable);
        }
    }

    /**
     * Reads each, and tells what is wrong with all of them together.
     *
     * @throws DataFaults at least one
     */
    public static void each(List<Named> files, Consumer<Named> reading) {
        List<DataFault> faults = new ArrayList<>();
        for (Named file : files) {
            try {
                reading.accept(file);
            } catch (DataFault fault) {
                faults.add(fault);
            } catch (DataFaults several) {
                faults.addAll(several.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new DataFaults(faults);
        }
    }

    private static List<Path> brought(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(DataFiles::named).sorted().toList();
            if (found.size() > MOST_FILES) {
                throw new DataFaults(
                        List.of(
                                wrong(
                                        directory,
                                        "文件太多，最多 %d 个".formatted(MOST_FILES),
                                        "holds more than %d files".formatted(MOST_FILES))));
            }
            return found;
        } catch (IOException unreadable) {
            throw new DataFaults(List.of(wrong(directory, "读不了这个目录", "cannot be read")));
        }
    }

    private static boolean named(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw wrong(
                        file,
                        "文件太长，最多 %d 个字符".formatted(DataFile.MOST_CHARACTERS),
                        "is longer than %d characters".formatted(DataFile.MOST_CHARACTERS));
            }
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notText) {
            throw wrong(file, "不是 UTF-8 的文本", "is not text in UTF-8");
        } catch (IOException unreadable) {
            throw wrong(file, "读不了这个文件", "cannot be read");
        }
    }

    private static DataFault wrong(Path file, String zh, String en) {
        return new DataFault(file.toString(), 1, "", new Words(zh, en));
    }
}
