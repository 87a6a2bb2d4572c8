package org.jiaxue.points.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The rules that ship. */
final class Shipped {

    static final String FILE = "rules/default-2026.yaml";

    private Shipped() {}

    static String text() {
        try (var in = Shipped.class.getResourceAsStream("/" + FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static RuleSet rules() {
        return RuleFile.read(FILE, text());
    }
}
