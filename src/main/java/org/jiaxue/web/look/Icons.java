package org.jiaxue.web.look;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The outlines of the icons that ship under {@code static/icons}, read once each. */
public final class Icons {
    private static final Pattern SHAPE = Pattern.compile("<path d=\"[^\"<>]*\"\\s*/>");
    private static final ConcurrentHashMap<String, String> OUTLINES = new ConcurrentHashMap<>();

    private Icons() {}

    /**
     * The paths of one icon, as markup to put inside an {@code <svg viewBox="0 0 24 24">}.
     *
     * @throws IllegalArgumentException if no icon of this name ships
     */
    public static String outline(String name) {
        return OUTLINES.computeIfAbsent(name, Icons::read);
    }

    private static String read(String name) {
        try (var file = Icons.class.getResourceAsStream("/static/icons/" + name + ".svg")) {
            if (file == null) {
                throw new IllegalArgumentException("no icon named " + name);
            }
            var svg = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return SHAPE.matcher(svg)
                    .results()
                    .map(shape -> shape.group())
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
