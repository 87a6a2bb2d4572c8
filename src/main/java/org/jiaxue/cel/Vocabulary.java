package org.jiaxue.cel;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
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

    /**
     * What conditions may compute with. Patterns are left out, since a short one can fill the
     * memory, and so is what makes other kinds of values.
     */
    private static final CelStandardDeclarations FUNCTIONS =
            CelStandardDeclarations.newBuilder()
                    .includeFunctions(
                            StandardFunction.CONDITIONAL,
                            StandardFunction.LOGICAL_NOT,
                            StandardFunction.LOGICAL_AND,
                            StandardFunction.LOGICAL_OR,
                            StandardFunction.EQUALS,
                            StandardFunction.NOT_EQUALS,
                            StandardFunction.LESS,
                            StandardFunction.LESS_EQUALS,
                            StandardFunction.GREATER,
                            StandardFunction.GREATER_EQUALS,
                            StandardFunction.ADD,
                            StandardFunction.SUBTRACT,
                            StandardFunction.MULTIPLY,
                            StandardFunction.DIVIDE,
                            StandardFunction.MODULO,
                            StandardFunction.NEGATE,
                            StandardFunction.IN,
                            StandardFunction.SIZE,
                            StandardFunction.CONTAINS,
                            StandardFunction.STARTS_WITH,
                            StandardFunction.ENDS_WITH)
                    .build();

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
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(OPTIONS)
                        .setStandardEnvironmentEnabled(false)
                        .setStandardDeclarations(FUNCTIONS);
        names.values().forEach(name -> builder.addVar(name.name(), name.kind().type));
        return builder;
    }
}
