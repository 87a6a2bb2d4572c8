package org.jiaxue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.index.CandidateComponentsIndex;
import org.springframework.context.index.CandidateComponentsIndexLoader;

/**
 * What the search for components in this very jar found, written down when it was rehearsed, so
 * that not every class of the house is read at each start to see whether it is one. A house that is
 * not told a place searches.
 */
final class Components {

    /** Names the file; who starts the JVM sees to it that it is this jar's. */
    static final String PLACE = "jiaxue.components";

    private static final String HOUSE = Components.class.getPackageName();
    private static final String END = "end";

    private final CandidateComponentsIndex index = new CandidateComponentsIndex();
    private final @Nullable Path file;
    private final boolean known;

    private Components(@Nullable String place) {
        this.file = place == null ? null : Path.of(place);
        this.known = file != null && read(file);
    }

    /** Has the search that follows use what is known, or tell what it finds. */
    static Components expected() {
        Components components = new Components(System.getProperty(PLACE));
        if (components.file != null) {
            CandidateComponentsIndexLoader.addIndex(
                    Components.class.getClassLoader(), components.index);
        }
        return components;
    }

    /** What is cut short is not known. */
    private boolean read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException notYet) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("It cannot be read: " + file, unreadable);
        }
        if (lines.isEmpty() || !lines.getLast().equals(END)) {
            return false;
        }
        index.registerScan(HOUSE);
        for (String line : lines.subList(0, lines.size() - 1)) {
            String[] words = line.split(" ");
            index.registerCandidateType(words[0], Stream.of(words).skip(1).toArray(String[]::new));
        }
        return true;
    }

    /** Writes down what the search found, if that was not known before. */
    void found() {
        if (file == null || known) {
            return;
        }
        Set<String> lines = new TreeSet<>();
        for (String stereotype : index.getRegisteredStereotypes()) {
            index.getCandidateTypes(HOUSE, stereotype)
                    .forEach(type -> lines.add(type + " " + stereotype));
        }
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, String.join("\n", lines) + "\n" + END + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("It cannot be written: " + file, unwritable);
        }
    }
}
