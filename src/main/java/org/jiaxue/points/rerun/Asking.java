package org.jiaxue.points.rerun;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jiaxue.points.Resettling.Scope;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.Rulebook;
import org.jspecify.annotations.Nullable;

/** Reads what an officer asks for: the rules of whom, and which days. */
final class Asking {

    /** The most years that one run goes through. */
    static final int MOST_YEARS = 10;

    private static final int DIGITS_OF_A_DAY = 10;

    private final Rulebook book;
    private final Owner owner;
    private final LocalDate today;

    Asking(Rulebook book, Owner owner, LocalDate today) {
        this.book = book;
        this.owner = owner;
        this.today = today;
    }

    /** What came in: a set as {@code 330102@2}, and days as {@code 2026-09-01} or nothing. */
    record Sent(String set, String from, String to) {

        static final Sent NOTHING = new Sent("", "", "");
    }

    /**
     * What was read.
     *
     * @param asked what is to be done; null where something is wrong
     * @param errors by field the message's key
     */
    record Answer(@Nullable Asked asked, Map<String, String> errors) {}

    /** What is to be done, and by which rules it is to be done better. */
    record Asked(Scope scope, RuleSet set) {}

    /**
     * By which rules the days from one on go.
     *
     * @param chain from the top down
     */
    record Stretch(LocalDate from, List<RuleSet> chain) {}

    static String keyOf(RuleSet set) {
        return set.owner().key() + "@" + set.version();
    }

    /** What can be gone by here: this place's sets and those above it that have begun. */
    List<RuleSet> sets() {
        return book.sets().stream()
                .filter(it -> it.owner().equals(owner) || it.owner().above(owner))
                .filter(it -> !it.from().isAfter(today))
                .sorted((one, other) -> {
                    int byDay = other.from().compareTo(one.from());
                    return byDay != 0 ? byDay : other.owner().key().compareTo(one.owner().key());
                })
                .toList();
    }

    /** Without a first day it is the set's, without a last day the set's last one or today. */
    Answer read(Sent sent) {
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<RuleSet> set =
                sets().stream().filter(it -> keyOf(it).equals(sent.set())).findFirst();
        if (set.isEmpty()) {
            errors.put("set", "points.rerun.wrong.set");
        }
        Optional<LocalDate> first =
                sent.from().isEmpty() ? set.map(RuleSet::from) : day(sent.from());
        Optional<LocalDate> last = sent.to().isEmpty() ? set.map(this::last) : day(sent.to());
        if (first.isEmpty() && set.isPresent()) {
            errors.put("from", "points.rerun.wrong.day");
        }
        if (last.isEmpty() && set.isPresent()) {
            errors.put("to", "points.rerun.wrong.day");
        }
        if (set.isEmpty() || first.isEmpty() || last.isEmpty()) {
            return new Answer(null, errors);
        }
        wrongDays(set.get(), first.get(), last.get(), errors);
        Scope scope = new Scope(owner, first.get(), last.get());
        return new Answer(errors.isEmpty() ? new Asked(scope, set.get()) : null, errors);
    }

    private LocalDate last(RuleSet set) {
        LocalDate until = set.until();
        return until != null && until.isBefore(today) ? until : today;
    }

    private void wrongDays(
            RuleSet set, LocalDate first, LocalDate last, Map<String, String> errors) {
        if (first.isAfter(today)) {
            errors.put("from", "points.rerun.wrong.future");
        } else if (last.isAfter(today)) {
            errors.put("to", "points.rerun.wrong.future");
        } else if (last.isBefore(first)) {
            errors.put("to", "points.rerun.wrong.order");
        } else if (first.plusYears(MOST_YEARS).isBefore(last)) {
            errors.put("from", "points.rerun.wrong.long");
        } else if (stretches(first, last).stream().noneMatch(it -> it.chain().contains(set))) {
            errors.put("set", "points.rerun.wrong.not-in-force");
        }
    }

    private static Optional<LocalDate> day(String text) {
        if (text.length() != DIGITS_OF_A_DAY) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(it -> it.getYear() > 0);
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /** By which rules these days go in the place itself, in order. */
    List<Stretch> stretches(LocalDate first, LocalDate last) {
        TreeSet<LocalDate> days = new TreeSet<>(book.turns(owner.division(), owner.school()));
        days.add(first);
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate day : days.subSet(first, true, last, true)) {
            Effective effective = book.inForce(owner.division(), owner.school(), day);
            stretches.add(new Stretch(day, effective.chain()));
        }
        return stretches;
    }
}
