package org.jiaxue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Optional;
import java.util.Set;

/** The house's classes as they were compiled, templates among them, without its tests. */
final class Compiled {

    static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.jiaxue");

    private static final String ROOT = "org.jiaxue.";
    private static final Set<String> PARTS_OF_WEB = Set.of("layout", "component");

    private Compiled() {}

    /** The room of a class; none for the house's own and for what is not the house's. */
    static Optional<String> roomOf(JavaClass one) {
        String name = one.getPackageName();
        if (!name.startsWith(ROOT)) {
            return Optional.empty();
        }
        String room = name.substring(ROOT.length()).split("\\.")[0];
        return Optional.of(PARTS_OF_WEB.contains(room) ? "web" : room);
    }
}
