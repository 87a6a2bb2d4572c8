package org.jiaxue.web.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The colours of one theme, as the token sheet gives them, and what contrasts they make. */
record Palette(Map<String, String> colours) {

    private static final Path SHEET = Path.of("src/main/resources/static/css/tokens.css");
    private static final Pattern BLOCK =
            Pattern.compile("(:root[^{}]*?)\\s*\\{([^{}]*)}", Pattern.DOTALL);
    private static final Pattern TOKEN =
            Pattern.compile("--jx-([a-z0-9-]+):\\s*(#[0-9a-f]{3}(?:[0-9a-f]{3})?);");

    /** What the sheet sets under this selector, over what the light theme sets. */
    static Palette of(String selector) throws IOException {
        Map<String, String> found = new LinkedHashMap<>(set(":root"));
        found.putAll(set(selector));
        return new Palette(found);
    }

    /** What the first block of exactly this selector sets. */
    static Map<String, String> set(String selector) throws IOException {
        String block =
                BLOCK.matcher(Files.readString(SHEET))
                        .results()
                        .filter(it -> it.group(1).strip().equals(selector))
                        .map(it -> it.group(2))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no theme " + selector));
        Map<String, String> colours = new LinkedHashMap<>();
        for (MatchResult one : TOKEN.matcher(block).results().toList()) {
            colours.put(one.group(1), one.group(2));
        }
        return colours;
    }

    /** The contrast of two tokens as WCAG 2 counts it, 1 to 21. */
    double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private double luminance(String token) {
        String hex = colours.get(token);
        if (hex == null) {
            throw new AssertionError("no token " + token);
        }
        String full =
                hex.length() == 4 ? hex.substring(1).replaceAll("(.)", "$1$1") : hex.substring(1);
        int rgb = Integer.parseInt(full, 16);
        return 0.2126 * linear(rgb >> 16)
                + 0.7152 * linear(rgb >> 8 & 0xff)
                + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
