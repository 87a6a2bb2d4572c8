package org.jiaxue.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.web.Words;

/**
 * A condition that can be read: a pure function from facts to yes or no. Macros are left out, so
 * that it costs what it is long; a condition that cannot be computed for some facts, for instance
 * because it divides by nothing, does not hold for them.
 */
public final class Condition implements Reading {

    /** The most characters of a condition. */
    public static final int MOST_CHARACTERS = 1_000;

    private final String source;
    private final Vocabulary vocabulary;
    private final CelAbstractSyntaxTree tree;
    private final Program program;
    private final Set<String> names;
    private final List<Part> parts;

    private Condition(String source, Vocabulary vocabulary, CelAbstractSyntaxTree tree)
            throws CelEvaluationException {
        this.source = source;
        this.vocabulary = vocabulary;
        this.tree = tree;
        this.program = Vocabulary.runtime().createProgram(tree);
        this.names = names(tree);
        this.parts = Part.of(tree.getExpr(), vocabulary);
    }

    /** Reads a condition in the names of a vocabulary, or says where it cannot be read and why. */
    public static Reading read(Vocabulary vocabulary, String source) {
        if (source.length() > MOST_CHARACTERS) {
            return new Fault(1, MOST_CHARACTERS + 1, Faults.tooLong());
        }
        CelValidationResult result = vocabulary.conditions().compile(source);
        Optional<CelIssue> issue =
                result.getErrors().stream()
                        .filter(it -> it.getSeverity() == CelIssue.Severity.ERROR)
                        .findFirst();
        if (issue.isPresent()) {
            return Faults.of(vocabulary, source, issue.get());
        }
        try {
            return new Condition(source, vocabulary, result.getAst());
        } catch (CelValidationException | CelEvaluationException unreadable) {
            throw new IllegalStateException("Was checked and is not readable", unreadable);
        }
    }

    /** Whether it holds for these facts. */
    public boolean holds(Facts facts) {
        return holds(program, facts);
    }

    static boolean holds(Program program, Facts facts) {
        try {
            return (boolean) program.eval(name -> Optional.of(facts.valueOf(name)));
        } catch (CelEvaluationException notComputable) {
            return false;
        }
    }

    /** The names that it mentions. */
    public Set<String> names() {
        return names;
    }

    /**
     * Whether there are facts for which it holds, as far as can be tried: every value of closed
     * domains, every number and text that it mentions and its neighbours.
     */
    public boolean canHold() {
        return new Samples(vocabulary, tree, LocalDate.MIN, LocalDate.MAX).anyFor(this);
    }

    /** The same with days no earlier than one and no later than the other. */
    public boolean canHold(LocalDate from, LocalDate until) {
        return new Samples(vocabulary, tree, from, until).anyFor(this);
    }

    /** What it says in plain words, without a full stop. */
    public Words words() {
        return Plain.words(vocabulary, tree.getExpr());
    }

    /** What it asks for, one after the other; all must be met for it to hold. */
    public List<Goal> goals(Facts facts) {
        return parts.stream().map(part -> part.goal(facts)).toList();
    }

    public String source() {
        return source;
    }

    private static Set<String> names(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .map(CelNavigableExpr::expr)
                .map(expr -> expr.ident().name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
