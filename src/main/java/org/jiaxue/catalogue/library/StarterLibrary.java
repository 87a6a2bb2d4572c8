package org.jiaxue.catalogue.library;

import org.springframework.stereotype.Component;

/**
 * The library that ships with the house, imported at every start; the same files change nothing.
 */
@Component
public class StarterLibrary {

    private static final String LOCATION = "classpath*:starter/";

    private final Imported imported;

    StarterLibrary(LibraryImport library) {
        this.imported = library.from(LOCATION);
    }

    /** What this start's import did. */
    public Imported imported() {
        return imported;
    }
}
