package org.jiaxue.points;

import java.util.List;
import java.util.function.IntConsumer;
import org.jiaxue.points.rules.Breach;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.simulation.Asked;
import org.jiaxue.points.simulation.CsvText;
import org.jiaxue.points.simulation.Outcome;
import org.jiaxue.points.simulation.Proposed;
import org.jiaxue.points.simulation.Simulator;
import org.jiaxue.points.simulation.Table;
import org.jiaxue.points.simulation.Tables;
import org.jiaxue.points.simulation.Trial;
import org.jiaxue.web.Term;
import org.springframework.stereotype.Component;

/** Trying proposed rules or schemes over a term, for the command line. Nothing is written. */
@Component
public class Simulation {

    private static final int PERCENT = 100;
    private static final String KEY = "points.simulation.";

    private final Simulator simulator;
    private final Tables tables;
    private final Rules rules;

    Simulation(Simulator simulator, Tables tables, Rules rules) {
        this.simulator = simulator;
        this.tables = tables;
        this.rules = rules;
    }

    /**
     * A table as text; cells of a row stand in columns.
     *
     * @param rows those that a page shows: not those of which nothing may be shown, and of who
     *     reaches a level by county or stage those that would change
     * @param left what is said of the other rows; empty where there are none
     * @param csv all rows, as a file
     */
    public record Sheet(
            String name,
            String title,
            int words,
            List<String> head,
            List<List<String>> rows,
            String left,
            String csv) {}

    /**
     * What a trial came to.
     *
     * @param said sentences about it
     */
    public record Report(List<String> said, List<Sheet> sheets) {}

    /**
     * Tries a file over a term, for all guardians for whom it would hold.
     *
     * @param file only for messages
     * @param progress hears percents, from any thread
     * @throws org.jiaxue.web.DataFaults everything that is wrong with the file
     * @throws org.jiaxue.web.Refusal where months of the term lie in files
     */
    public Report run(
            String file, String text, Term term, int threads, Speech speech, IntConsumer progress) {
        Proposed proposed = simulator.read(file, text);
        Outcome outcome =
                simulator
                        .run(
                                new Asked(proposed, term, proposed.owner()),
                                threads,
                                new Simulator.Watch() {
                                    @Override
                                    public void done(long guardians, long of) {
                                        progress.accept(
                                                of == 0 ? 0 : (int) (PERCENT * guardians / of));
                                    }

                                    @Override
                                    public boolean goesOn() {
                                        return true;
                                    }
                                })
                        .orElseThrow();
        return new Report(
                said(proposed, outcome, speech),
                tables.of(outcome, speech).stream().map(it -> sheet(it, speech)).toList());
    }

    private List<String> said(Proposed proposed, Outcome outcome, Speech speech) {
        List<Breach> breaches =
                proposed instanceof Proposed.OfRules it
                        ? rules.judge(it.set()).breaches()
                        : List.of();
        return Tables.said(new Trial.Came(outcome, breaches, null), speech);
    }

    private static Sheet sheet(Table table, Speech speech) {
        String few = speech.say(KEY + "few");
        Table shown = table.byPart() ? table.changed() : table.telling();
        return new Sheet(
                table.name(),
                table.title(),
                table.words(),
                table.head(),
                shown.rows().stream()
                        .map(row -> row.stream().map(it -> Table.text(it, few)).toList())
                        .toList(),
                left(table, shown, speech),
                CsvText.of(table, few));
    }

    private static String left(Table table, Table shown, Speech speech) {
        int left = table.rows().size() - shown.rows().size();
        if (left == 0) {
            return "";
        }
        boolean none = shown.rows().isEmpty();
        if (table.byPart()) {
            return speech.say(KEY + (none ? "none-changed" : "only-changed"));
        }
        return speech.say(KEY + (none ? "few.all" : "few.rest"), left)
                + ": "
                + speech.say(KEY + "few.full");
    }
}
