package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code Optional} is what a method returns. What is handed in, kept or named as a component and
 * may be absent is {@code @Nullable}, or has a type or an overload of its own. Templates compile
 * into classes and are held to it too.
 */
class OptionalTests {

    @Test
    void nothing_takes_an_optional() {
        assertThat(Compiled.HOUSE.stream().flatMap(OptionalTests::takers)).isEmpty();
    }

    @Test
    void nothing_keeps_an_optional() {
        assertThat(Compiled.HOUSE.stream().flatMap(OptionalTests::keepers)).isEmpty();
    }

    @Test
    void one_that_takes_or_keeps_an_optional_is_found() {
        JavaClass sample = new ClassFileImporter().importClass(Sample.class);

        assertThat(takers(sample)).hasSize(1);
        assertThat(keepers(sample)).hasSize(1);
    }

    /** What the two rules are there for: a component is kept, and its constructor takes it. */
    private record Sample(Optional<String> kept) {}

    /** Written methods only: a compiler's own body of a lambda may take what it likes. */
    private static Stream<String> takers(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(code -> !code.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(code ->
                        code.getRawParameterTypes().stream().anyMatch(OptionalTests::optional))
                .map(JavaCodeUnit::getFullName);
    }

    private static Stream<String> keepers(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(field -> involves(field.getType()))
                .map(JavaField::getFullName);
    }

    private static boolean involves(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(OptionalTests::optional);
    }

    private static boolean optional(JavaClass type) {
        return type.getName().startsWith("java.util.Optional");
    }
}
