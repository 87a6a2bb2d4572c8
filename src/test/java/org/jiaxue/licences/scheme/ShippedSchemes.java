package org.jiaxue.licences.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The schemes that ship, for tests. */
public final class ShippedSchemes {

    private ShippedSchemes() {}

    public static List<Scheme> all() {
        return List.of(
                read("shangcheng-2026"),
                read("wucheng-2026"),
                read("beilun-2026"),
                read("zhejiang-term-2026"));
    }

    public static Scheme read(String file) {
        return SchemeFile.checked("schemes/" + file + ".yaml", text(file));
    }

    public static String text(String file) {
        String path = "/schemes/" + file + ".yaml";
        try (var in = ShippedSchemes.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
