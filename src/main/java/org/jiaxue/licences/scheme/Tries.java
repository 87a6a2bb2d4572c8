package org.jiaxue.licences.scheme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jiaxue.cel.Condition;
import org.jiaxue.licences.scheme.Scheme.Level;

/**
 * Sums to try criteria with: for each sum that they mention every number that they mention, its
 * neighbours, none and very many, in every combination; of too many combinations a fixed draw.
 */
final class Tries {

    /** Combinations that are tried, at most. */
    private static final int MOST = 20_000;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final List<String> names;
    private final int[] values;

    private Tries(List<String> names, int[] values) {
        this.names = names;
        this.values = values;
    }

    static Tries of(Condition... conditions) {
        List<String> names =
                Arrays.stream(conditions)
                        .flatMap(it -> it.names().stream())
                        .filter(it -> !it.equals(Sums.CONFIRMED) && !it.equals(Sums.BELOW))
                        .distinct()
                        .toList();
        TreeSet<Integer> values = new TreeSet<>(List.of(0, Sums.MOST));
        Arrays.stream(conditions)
                .flatMap(it -> NUMBER.matcher(it.source()).results())
                .map(it -> Integer.parseInt(it.group()))
                .forEach(it -> values.addAll(List.of(Math.max(0, it - 1), it, it + 1)));
        return new Tries(names, values.stream().mapToInt(it -> it).toArray());
    }

    /** One combination of sums, with the step up from each. */
    record Try(Standing standing, List<Standing> next) {

        boolean holds(Level level, boolean confirmed, boolean below) {
            return level.holds(standing, confirmed, below);
        }

        /** Whether some higher sum no longer reaches it. */
        boolean isLostByMore(Level level) {
            return next.stream().anyMatch(it -> !level.holds(it, true, true));
        }

        boolean zero() {
            return standing.sums().values().stream().allMatch(it -> it == 0);
        }
    }

    /** Whether nothing that is tried is so. */
    boolean none(Predicate<Try> so) {
        double all = Math.pow(values.length, names.size());
        if (all <= MOST) {
            for (int number = 0; number < all; number++) {
                if (so.test(at(digits(number)))) {
                    return false;
                }
            }
            return true;
        }
        Random draw = new Random(1);
        return draw.ints(MOST, 0, Integer.MAX_VALUE)
                .mapToObj(_ -> draw.ints(names.size(), 0, values.length).toArray())
                .noneMatch(it -> so.test(at(it)));
    }

    /** Very many of everything: what does not hold there is never reached. */
    Try most() {
        int[] digits = new int[names.size()];
        Arrays.fill(digits, values.length - 1);
        return at(digits);
    }

    private int[] digits(int number) {
        int[] digits = new int[names.size()];
        int rest = number;
        for (int i = 0; i < digits.length; i++) {
            digits[i] = rest % values.length;
            rest /= values.length;
        }
        return digits;
    }

    private Try at(int[] digits) {
        Map<String, Integer> sums = new HashMap<>();
        for (int i = 0; i < digits.length; i++) {
            sums.put(names.get(i), values[digits[i]]);
        }
        Standing standing = new Standing(sums);
        List<Standing> next = new ArrayList<>();
        for (int i = 0; i < digits.length; i++) {
            if (digits[i] + 1 < values.length) {
                next.add(standing.with(names.get(i), values[digits[i] + 1]));
            }
        }
        return new Try(standing, next);
    }
}
