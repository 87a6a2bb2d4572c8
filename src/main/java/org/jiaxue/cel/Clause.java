package org.jiaxue.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.web.Words;

/**
 * What one person wrote as a condition, ready to be computed.
 *
 * @param names that it mentions
 * @param parts that must all hold
 */
record Clause(
        String source,
        CelAbstractSyntaxTree tree,
        Program program,
        Set<String> names,
        Words words,
        List<Part> parts) {

    static Clause of(String source, Vocabulary vocabulary, CelAbstractSyntaxTree tree)
            throws CelEvaluationException {
        return new Clause(
                source,
                tree,
                Vocabulary.runtime().createProgram(tree),
                namesIn(tree),
                Plain.words(vocabulary, tree.getExpr()),
                Part.of(tree, vocabulary));
    }

    private static Set<String> namesIn(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .map(CelNavigableExpr::expr)
                .map(expr -> expr.ident().name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Whether alternatives stand side by side in it, so that joined to others it needs brackets.
     */
    boolean branches() {
        return Plain.calls(tree.getExpr(), "_||_");
    }
}
