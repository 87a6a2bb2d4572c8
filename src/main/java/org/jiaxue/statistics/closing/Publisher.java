package org.jiaxue.statistics.closing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jiaxue.identity.Stage;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Statistics;
import org.jiaxue.statistics.closing.FigureStore.Kept;
import org.jiaxue.statistics.suppression.Cell;
import org.jiaxue.statistics.suppression.Publication;
import org.jiaxue.statistics.suppression.Row;

/**
 * Decides what is shown of the periods that end with one week, from the provinces downwards: a
 * division's own figures are decided beside its siblings', those of its stages after that. So a
 * figure has one fate, whoever asks and by whichever way.
 */
final class Publisher {

    private final Counted counted;
    private final Map<Name, Publication> decided = new LinkedHashMap<>();

    Publisher(Counted counted) {
        this.counted = counted;
    }

    /** Which rows are decided together. */
    private enum Kind {
        /** A province by itself. */
        PROVINCE,
        /** What lies right below a division. */
        FAMILY,
        /** The stages of a province. */
        STAGES_OF,
        /** The stages of what lies right below a division. */
        STAGES_WITHIN
    }

    private record Name(Kind kind, Measure measure, String code) {}

    /** Every figure of the periods that end now, but those of nobody. */
    List<Kept> publish() {
        for (Measure measure : Measure.OF_PEOPLE) {
            counted.provinces()
                    .forEach(province -> {
                        own(measure, province);
                        if (measure != Measure.CERTIFICATES) {
                            stagesOf(measure, province);
                        }
                        publishBelow(measure, province);
                    });
        }
        List<Kept> all = new ArrayList<>();
        decided.forEach((name, publication) ->
                publication
                        .own()
                        .forEach(row -> {
                            keep(all, name.measure(), row, publication.row(row));
                        }));
        return all;
    }

    /** Where nobody's place is known more closely, there is nothing below to tell apart. */
    private void publishBelow(Measure measure, String code) {
        Set<String> parts = counted.parts(code);
        if (parts.isEmpty() || parts.equals(Set.of(code + "-"))) {
            return;
        }
        family(measure, code);
        if (measure != Measure.CERTIFICATES && code.length() < Statistics.FINEST_BY_STAGE) {
            stagesWithin(measure, code);
        }
        parts.forEach(part -> publishBelow(measure, part));
    }

    private void keep(List<Kept> all, Measure measure, String name, Row row) {
        int slash = name.indexOf('/');
        String part = slash < 0 ? name : name.substring(0, slash);
        String stage = slash < 0 ? "" : name.substring(slash + 1);
        for (int i = 0; i < counted.periods().size(); i++) {
            Period period = counted.periods().get(i);
            Cell cell = row.cells().get(i);
            if (counted.ends(period) && !cell.empty()) {
                all.add(
                        new Kept(
                                measure,
                                part,
                                stage,
                                period,
                                cell.value(),
                                cell.behind(),
                                cell.group(),
                                row.marks().get(i)));
            }
        }
    }

    /** A division's own row, decided where it belongs. */
    private Row own(Measure measure, String code) {
        return code.length() == Level.PROVINCE.digits()
                ? province(measure, code).row(code)
                : family(measure, Counted.above(code)).row(code);
    }

    private Publication province(Measure measure, String code) {
        return once(
                new Name(Kind.PROVINCE, measure, code),
                () -> {
                    Publication.Draft draft = new Publication.Draft(counted.periods());
                    open(draft, measure, code, "", () -> province(Measure.GUARDIANS, code));
                    return draft.decide(measure.heads());
                });
    }

    /** A division and what lies right below it; those of unknown place come last. */
    private Publication family(Measure measure, String code) {
        return once(
                new Name(Kind.FAMILY, measure, code),
                () -> {
                    Publication.Draft draft = new Publication.Draft(counted.periods());
                    draft.above(code, own(measure, code));
                    List<String> parts = List.copyOf(counted.parts(code));
                    for (String part : parts) {
                        open(draft, measure, part, "", () -> family(Measure.GUARDIANS, code));
                    }
                    draft.relate(code, parts, true);
                    return draft.decide(measure.heads());
                });
    }

    /** The stages of a division, decided beside those of its siblings. */
    private Publication stages(Measure measure, String code) {
        return code.length() == Level.PROVINCE.digits()
                ? stagesOf(measure, code)
                : stagesWithin(measure, Counted.above(code));
    }

    private Publication stagesOf(Measure measure, String province) {
        return once(
                new Name(Kind.STAGES_OF, measure, province),
                () -> {
                    Publication.Draft draft = new Publication.Draft(counted.periods());
                    draft.given(province, own(measure, province));
                    openStages(
                            draft,
                            measure,
                            List.of(province),
                            () -> stagesOf(Measure.GUARDIANS, province));
                    return draft.decide(measure.heads());
                });
    }

    private Publication stagesWithin(Measure measure, String code) {
        return once(
                new Name(Kind.STAGES_WITHIN, measure, code),
                () -> {
                    Publication.Draft draft = new Publication.Draft(counted.periods());
                    Publication family = family(measure, code);
                    List<String> parts = List.copyOf(counted.parts(code));
                    parts.forEach(part -> draft.given(part, family.row(part)));
                    Publication above = stages(measure, code);
                    for (Stage stage : Stage.values()) {
                        draft.above(row(code, stage), above.row(row(code, stage)));
                    }
                    openStages(draft, measure, parts, () -> stagesWithin(Measure.GUARDIANS, code));
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
            Supplier<Publication> learned) {
        for (String part : parts) {
            List<String> rows = new ArrayList<>();
            for (Stage stage : Stage.values()) {
                open(draft, measure, part, stage.slug(), learned);
                rows.add(row(part, stage));
            }
            draft.relate(part, rows, !measure.heads());
        }
    }

    /** A row that is decided here; what is no count of guardians gives way to theirs. */
    private void open(
            Publication.Draft draft,
            Measure measure,
            String part,
            String stage,
            Supplier<Publication> learned) {
        String name = stage.isEmpty() ? part : part + "/" + stage;
        Row row = counted.row(measure, part, stage);
        if (measure.heads()) {
            draft.open(name, row);
        } else {
            draft.open(name, row, learned.get().row(name));
        }
    }

    private static String row(String part, Stage stage) {
        return part + "/" + stage.slug();
    }

    private Publication once(Name name, Supplier<Publication> decide) {
        Publication known = decided.get(name);
        if (known == null) {
            known = decide.get();
            decided.put(name, known);
        }
        return known;
    }
}
