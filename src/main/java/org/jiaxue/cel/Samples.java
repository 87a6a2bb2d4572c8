package org.jiaxue.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Facts to try a condition with. Where a condition compares single names with constants, what it
 * answers can only change at those constants; so their values and neighbours, in every combination,
 * stand for all facts.
 */
final class Samples {

    /** More combinations are not tried; such a condition is taken as one that can hold. */
    private static final int MOST_COMBINATIONS = 20_000;

    private final Vocabulary vocabulary;
    private final LocalDate from;
    private final LocalDate until;
    private final Set<Long> numbers = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();

    Samples(
            Vocabulary vocabulary,
            List<CelAbstractSyntaxTree> trees,
            LocalDate from,
            LocalDate until) {
        this.vocabulary = vocabulary;
        this.from = from;
        this.until = until;
        trees.stream()
                .flatMap(tree -> CelNavigableAst.fromAst(tree).getRoot().allNodes())
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
                .map(CelNavigableExpr::expr)
                .forEach(expr -> add(expr.constant()));
    }

    private void add(CelConstant constant) {
        if (constant.getKind() == CelConstant.Kind.INT64_VALUE) {
            numbers.add(constant.int64Value());
        } else if (constant.getKind() == CelConstant.Kind.STRING_VALUE) {
            texts.add(constant.stringValue());
        }
    }

    boolean anyFor(Condition condition) {
        List<String> names = List.copyOf(condition.names());
        List<List<Object>> values = new ArrayList<>();
        long combinations = 1;
        for (String name : names) {
            List<Object> own = values(vocabulary.get(name));
            values.add(own);
            combinations *= own.size();
            if (combinations > MOST_COMBINATIONS) {
                return true;
            }
        }
        Map<String, Object> facts = new HashMap<>();
        for (long number = 0; number < combinations; number++) {
            long rest = number;
            for (int i = 0; i < names.size(); i++) {
                List<Object> own = values.get(i);
                facts.put(names.get(i), own.get((int) (rest % own.size())));
                rest /= own.size();
            }
            if (condition.holds(name -> Objects.requireNonNull(facts.get(name)))) {
                return true;
            }
        }
        return false;
    }

    private List<Object> values(Name name) {
        return switch (name.kind()) {
            case FLAG -> List.of(false, true);
            case NUMBER -> numbers(name);
            case DAY -> days();
            case TEXT -> name.closed() ? List.copyOf(name.domain().keySet()) : texts();
        };
    }

    private List<Object> numbers(Name name) {
        Set<Object> values = new LinkedHashSet<>(List.of(name.least(), name.most()));
        for (long number : numbers) {
            for (long near = number - 1; near <= number + 1; near++) {
                if (near >= name.least() && near <= name.most()) {
                    values.add(near);
                }
            }
        }
        return List.copyOf(values);
    }

    private List<Object> texts() {
        Set<Object> values = new LinkedHashSet<>(List.of(""));
        for (String text : texts) {
            values.add(text);
            values.add(text + "~");
        }
        return List.copyOf(values);
    }

    private List<Object> days() {
        Set<LocalDate> days = new LinkedHashSet<>();
        days.add(from.isBefore(LocalDate.EPOCH) ? LocalDate.EPOCH : from);
        LocalDate far = LocalDate.of(9999, 12, 30);
        days.add(until.isAfter(far) ? far : until);
        texts.stream()
                .filter(Name::isDay)
                .map(LocalDate::parse)
                .forEach(day -> days.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
        Set<Object> values = new LinkedHashSet<>();
        days.stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(until))
                .forEach(day -> values.add(day.toString()));
        texts.stream().filter(text -> !Name.isDay(text)).forEach(values::add);
        return List.copyOf(values);
    }
}
