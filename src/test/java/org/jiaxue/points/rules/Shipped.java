package org.jiaxue.points.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

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

    /** As they are in force where no level below has rules of its own. */
    static Effective inForce() {
        return Inheritance.resolve(List.of(rules()));
    }
}
