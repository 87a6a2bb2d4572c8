package org.jiaxue.identity.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiaxue.web.Teller;
import org.jiaxue.web.Texts;
import org.jspecify.annotations.Nullable;

/** Puts the files of one room into the archive; its lists were told before. */
final class FileTeller implements Teller {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_.-]+)*");

    private final Texts texts;
    private final Places places;
    private final ZipOutputStream zip;
    private final Set<String> added = new HashSet<>();

    FileTeller(Places places, ZipOutputStream zip) {
        this.texts = places.texts();
        this.places = places;
        this.zip = zip;
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public @Nullable Coded place(@Nullable String division) {
        return places.of(division);
    }

    @Override
    public @Nullable Coded school(@Nullable UUID organisation) {
        return places.school(organisation);
    }

    @Override
    public Rows list(String name, String... fields) {
        return _ -> {};
    }

    @Override
    public void file(String name, Supplier<byte[]> content) {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw new IllegalArgumentException("no name for a file: " + name);
        }
        if (added.size() == MOST_FILES || !added.add(name)) {
            return;
        }
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.get());
            zip.closeEntry();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
