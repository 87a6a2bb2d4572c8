package org.jiaxue.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * One of the parts of a condition that must all hold.
 *
 * @param amount computes what is counted, where the part asks for at least a number of it
 */
record Part(Words label, Words counts, Program whole, @Nullable Program amount, long need) {

    static List<Part> of(CelAbstractSyntaxTree tree, Vocabulary vocabulary) {
        List<CelExpr> exprs = new ArrayList<>();
        split(tree.getExpr(), exprs);
        return exprs.stream().map(expr -> part(expr, tree.getSource(), vocabulary)).toList();
    }

    private static void split(CelExpr expr, List<CelExpr> parts) {
        if (Plain.calls(expr, "_&&_")) {
            expr.call().args().forEach(one -> split(one, parts));
        } else {
            parts.add(expr);
        }
    }

    private static Part part(CelExpr expr, CelSource source, Vocabulary vocabulary) {
        Words label = Plain.words(vocabulary, expr);
        Program whole = program(vocabulary.conditions(), expr, source);
        Optional<Amount> amount = amount(expr);
        if (amount.isEmpty()) {
            return new Part(label, label, whole, null, 1);
        }
        CelExpr counted = amount.get().counted();
        return new Part(
                label,
                Plain.words(vocabulary, counted),
                whole,
                program(vocabulary.numbers(), counted, source),
                amount.get().need());
    }

    private record Amount(CelExpr counted, long need) {}

    /** What is counted and how much of it is needed, where the part says just that. */
    private static Optional<Amount> amount(CelExpr expr) {
        if (expr.getKind() != CelExpr.ExprKind.Kind.CALL || expr.call().args().size() != 2) {
            return Optional.empty();
        }
        CelExpr left = expr.call().args().get(0);
        CelExpr right = expr.call().args().get(1);
        return switch (expr.call().function()) {
            case "_>=_" -> number(right).map(need -> new Amount(left, need));
            case "_>_" -> number(right).map(need -> new Amount(left, need + 1));
            case "_<=_" -> number(left).map(need -> new Amount(right, need));
            case "_<_" -> number(left).map(need -> new Amount(right, need + 1));
            default -> Optional.empty();
        };
    }

    private static Optional<Long> number(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && expr.constant().getKind() == CelConstant.Kind.INT64_VALUE
                ? Optional.of(expr.constant().int64Value())
                : Optional.empty();
    }

    private static Program program(CelCompiler compiler, CelExpr expr, CelSource source) {
        try {
            return Vocabulary.runtime()
                    .createProgram(
                            compiler.check(CelAbstractSyntaxTree.newParsedAst(expr, source))
                                    .getAst());
        } catch (CelValidationException | CelEvaluationException broken) {
            throw new IllegalStateException("A part does not read as the whole did", broken);
        }
    }

    Goal goal(Facts facts) {
        boolean met = Condition.holds(whole, facts);
        return new Goal(label, counts, amount == null ? (met ? 1 : 0) : have(facts), need, met);
    }

    private long have(Facts facts) {
        try {
            return (long)
                    Objects.requireNonNull(amount).eval(name -> Optional.of(facts.valueOf(name)));
        } catch (CelEvaluationException notComputable) {
            return 0;
        }
    }
}
