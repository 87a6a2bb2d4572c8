package org.jiaxue.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.web.Words;

/**
 * A condition that can be read: a pure function from facts to yes or no. Macros and patterns are
 * left out, so that it costs what it is long; a condition that cannot be computed for some facts,
 * for instance because it divides by nothing, does not hold for them.
 */
public final class Condition implements Reading {

    /** The most characters of a condition. */
    public static final int MOST_CHARACTERS = 1_000;

    private final Vocabulary vocabulary;
    private final List<Clause> clauses;

    private Condition(Vocabulary vocabulary, List<Clause> clauses) {
        this.vocabulary = vocabulary;
        this.clauses = List.copyOf(clauses);
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
            return new Condition(
                    vocabulary, List.of(Clause.of(source, vocabulary, result.getAst())));
        } catch (CelValidationException | CelEvaluationException unreadable) {
            throw new IllegalStateException("Was checked and is not readable", unreadable);
        }
    }

    /** This and another in the same names, both of which must hold. */
    public Condition and(Condition other) {
        return new Condition(
                vocabulary,
                Stream.of(this, other).flatMap(it -> it.clauses.stream()).distinct().toList());
    }

    /** Whether it holds for these facts. */
    public boolean holds(Facts facts) {
        for (Clause clause : clauses) {
            if (!holds(clause.program(), facts)) {
                return false;
            }
        }
        return true;
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
        return clauses.stream()
                .flatMap(clause -> clause.names().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Whether there are facts for which it holds, as far as can be tried: every value of closed
     * domains, every number and text that it mentions and its neighbours.
     */
    public boolean canHold() {
        return canHold(LocalDate.MIN, LocalDate.MAX);
    }

    /** The same with days no earlier than one and no later than the other. */
    public boolean canHold(LocalDate from, LocalDate until) {
        List<CelAbstractSyntaxTree> trees = clauses.stream().map(Clause::tree).toList();
        return new Samples(vocabulary, trees, from, until).anyFor(this);
    }

    /** What it says in plain words, without a full stop. */
    public Words words() {
        return new Words(joined(Words::zh, "，并且", "（%s）"), joined(Words::en, ", and ", "(%s)"));
    }

    private String joined(Function<Words, String> language, String between, String bracketed) {
        return clauses.stream()
                .map(clause -> {
                    String said = language.apply(clause.words());
                    boolean alone = clauses.size() == 1 || !clause.branches();
                    return alone ? said : bracketed.formatted(said);
                })
                .collect(Collectors.joining(between));
    }

    /** What it asks for, one after the other; all must be met for it to hold. */
    public List<Goal> goals(Facts facts) {
        return clauses.stream()
                .flatMap(clause -> clause.parts().stream())
                .map(part -> part.goal(facts))
                .toList();
    }

    /** As it was written; what several people wrote, one line each. */
    public String source() {
        return clauses.size() == 1
                ? clauses.getFirst().source()
                : clauses.stream()
                        .map(clause -> "(" + clause.source() + "\n)")
                        .collect(Collectors.joining(" && "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition that && source().equals(that.source());
    }

    @Override
    public int hashCode() {
        return source().hashCode();
    }

    @Override
    public String toString() {
        return source();
    }
}
