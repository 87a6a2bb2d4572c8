package org.jiaxue.cel;

import dev.cel.common.CelOptions;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The names that a kind of condition may use; the same for everybody who writes one. */
public final class Vocabulary {

    /** No comparison of what an officer writes nests deeper. */
    private static final int MOST_DEPTH = 32;

    private static final CelOptions OPTIONS =
            CelOptions.current().maxParseRecursionDepth(MOST_DEPTH).build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder().build();

    private final Map<String, Name> names = new LinkedHashMap<>();
    private final CelCompiler conditions;
    private final CelCompiler numbers;

    private Vocabulary(Collection<Name> names) {
        names.forEach(name -> this.names.put(name.name(), name));
        this.conditions = compiler().setResultType(SimpleType.BOOL).build();
        this.numbers = compiler().setResultType(SimpleType.INT).build();
    }

    public static Vocabulary of(Name... names) {
        return of(List.of(names));
    }

    public static Vocabulary of(Collection<Name> names) {
        return new Vocabulary(names);
    }

    /** The names, in the order in which they were given. */
    public Collection<Name> names() {
        return names.values();
    }

    Optional<Name> find(String name) {
        return Optional.ofNullable(names.get(name));
    }

    Name get(String name) {
        return Objects.requireNonNull(names.get(name));
    }

    CelCompiler conditions() {
        return conditions;
    }

    CelCompiler numbers() {
        return numbers;
    }

    static CelRuntime runtime() {
        return RUNTIME;
    }

    private CelCompilerBuilder compiler() {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().setOptions(OPTIONS);
        names.values().forEach(name -> builder.addVar(name.name(), name.kind().type));
        return builder;
    }
}
