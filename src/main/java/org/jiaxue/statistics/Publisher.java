package org.jiaxue.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Stage;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.statistics.Block.Row;
import org.jiaxue.statistics.FactStore.Count;
import org.jiaxue.statistics.Suppression.Cell;

/**
 * Decides what is shown of one term, from the province downwards: a division's own figures are
 * decided beside its siblings', those of its stages after that. So a figure has one fate, whoever
 * asks and by whichever way, as long as the facts and the groups stay as they are. Made for one
 * question and thrown away, decisions included.
 */
final class Publisher {

    private static final int PROVINCE = 2;

    private final FactStore facts;
    private final People people;
    private final Regions regions;
    private final List<Period> periods;
    private final Map<String, Publication> decided = new HashMap<>();

    /**
     * Begins.
     *
     * @param periods the term's periods as {@link #periods} lists them, at least one
     */
    Publisher(FactStore facts, People people, Regions regions, List<Period> periods) {
        this.facts = facts;
        this.people = people;
        this.regions = regions;
        this.periods = periods;
    }

    /** The periods of a term that are over, weeks first, then months, then the term. */
    static List<Period> periods(Term term, LocalDate today) {
        Period whole = Period.of(term);
        List<Period> all = new ArrayList<>(whole.weeks());
        term.months().forEach(month -> all.add(Period.of(month)));
        all.add(whole);
        return all.stream().filter(period -> period.over(today)).toList();
    }

    /** A division's own row, decided where it belongs. */
    Row own(Measure measure, String code) {
        String parent = parent(code);
        return parent.isEmpty()
                ? province(measure, code).row(code)
                : family(measure, parent).row(code);
    }

    /** A division's own row and nothing else. */
    Publication alone(Measure measure, String code) {
        return new Publication(periods, Map.of(code, own(measure, code)));
    }

    /**
     * A division and what lies right below it, in order of code; those of whom no more is known
     * than that they live in it come last, under {@link #elsewhere}.
     */
    Publication family(Measure measure, String code) {
        return once(
                "family/" + measure + "/" + code,
                () -> {
                    Publication.Draft draft = new Publication.Draft(periods);
                    draft.above(code, own(measure, code));
                    Tally tally = tally(measure, code, digits(code), false);
                    List<String> parts = parts(code, tally);
                    for (String part : parts) {
                        List<Cell> cells = tally.cells(known(code, part), "");
                        if (measure.heads()) {
                            draft.open(part, cells);
                        } else {
                            draft.open(part, cells, family(Measure.GUARDIANS, code).row(part));
                        }
                    }
                    draft.relate(code, parts, true);
                    return draft.decide(measure.heads());
                });
    }

    /** The stages of a division, beside those of its siblings; rows as {@link #row} names them. */
    Publication stages(Measure measure, String code) {
        String parent = parent(code);
        return parent.isEmpty() ? stagesOf(measure, code) : stagesWithin(measure, parent);
    }

    /** The name of a division's row of one stage. */
    static String row(String code, Stage stage) {
        return code + "/" + stage.slug();
    }

    /** The row of those who live in a division, nobody knows where in it. */
    static String elsewhere(String code) {
        return code + "-";
    }

    private Publication province(Measure measure, String code) {
        return once(
                "province/" + measure + "/" + code,
                () -> {
                    Publication.Draft draft = new Publication.Draft(periods);
                    List<Cell> cells = tally(measure, code, PROVINCE, false).cells(code, "");
                    if (measure.heads()) {
                        draft.open(code, cells);
                    } else {
                        draft.open(code, cells, province(Measure.GUARDIANS, code).row(code));
                    }
                    return draft.decide(measure.heads());
                });
    }

    private Publication stagesOf(Measure measure, String province) {
        return once(
                "stages-of/" + measure + "/" + province,
                () -> {
                    Publication.Draft draft = new Publication.Draft(periods);
                    draft.given(province, own(measure, province));
                    openStages(
                            draft,
                            measure,
                            List.of(province),
                            tally(measure, province, PROVINCE, true),
                            () -> stagesOf(Measure.GUARDIANS, province));
                    return draft.decide(measure.heads());
                });
    }

    private Publication stagesWithin(Measure measure, String code) {
        return once(
                "stages-within/" + measure + "/" + code,
                () -> {
                    Publication.Draft draft = new Publication.Draft(periods);
                    Publication family = family(measure, code);
                    List<String> parts =
                            family.rows().keySet().stream()
                                    .filter(part -> !part.equals(code))
                                    .toList();
                    parts.forEach(part -> draft.given(part, family.row(part)));
                    Publication above = stages(measure, code);
                    for (Stage stage : Stage.values()) {
                        draft.above(row(code, stage), above.row(row(code, stage)));
                    }
                    openStages(
                            draft,
                            measure,
                            parts,
                            tally(measure, code, digits(code), true),
                            () -> stagesWithin(Measure.GUARDIANS, code));
                    for (Stage stage : Stage.values()) {
                        List<String> rows = parts.stream().map(part -> row(part, stage)).toList();
                        draft.relate(row(code, stage), rows, true);
                    }
                    return draft.decide(measure.heads());
                });
    }

    private void openStages(
            Publication.Draft draft,
            Measure measure,
            List<String> parts,
            Tally tally,
            Supplier<Publication> learned) {
        for (String part : parts) {
            List<String> rows = new ArrayList<>();
            for (Stage stage : Stage.values()) {
                String row = row(part, stage);
                List<Cell> cells = tally.cells(part.replace("-", ""), stage.slug());
                if (measure.heads()) {
                    draft.open(row, cells);
                } else {
                    draft.open(row, cells, learned.get().row(row));
                }
                rows.add(row);
            }
            draft.relate(part, rows, !measure.heads());
        }
    }

    private Publication once(String name, Supplier<Publication> decide) {
        Publication known = decided.get(name);
        if (known == null) {
            known = decide.get();
            decided.put(name, known);
        }
        return known;
    }

    private static String known(String code, String part) {
        return part.equals(elsewhere(code)) ? code : part;
    }

    private List<String> parts(String code, Tally tally) {
        if (digits(code) == code.length()) {
            return List.of();
        }
        TreeSet<String> parts = new TreeSet<>();
        regions.children(code).forEach(child -> parts.add(child.code()));
        tally.parts().filter(part -> part.length() > code.length()).forEach(parts::add);
        List<String> all = new ArrayList<>(parts);
        if (tally.parts().anyMatch(code::equals)) {
            all.add(elsewhere(code));
        }
        return all;
    }

    /** How many digits the codes right below a division have. */
    private static int digits(String code) {
        return switch (code.length()) {
            case 2 -> 4;
            case 4 -> 6;
            case 6 -> 9;
            default -> 12;
        };
    }

    private String parent(String code) {
        return regions.find(code).flatMap(Division::parent).orElse("");
    }

    private Tally tally(Measure measure, String code, int digits, boolean byStage) {
        LocalDate from = periods.getFirst().from();
        LocalDate until =
                periods.stream()
                        .map(period -> period.to().plusDays(1))
                        .max(LocalDate::compareTo)
                        .orElse(from);
        List<String> kinds = measure.kinds();
        List<Count> found =
                byStage
                        ? facts.countByStage(code, digits, kinds, from, until)
                        : facts.count(code, digits, kinds, from, until);
        return new Tally(measure.heads(), periods, found, people.guardiansByDivision(code, digits));
    }
}
