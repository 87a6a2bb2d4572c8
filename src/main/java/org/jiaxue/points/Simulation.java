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

    private final Simulator simulator;
    private final Tables tables;
    private final Rules rules;

    Simulation(Simulator simulator, Tables tables, Rules rules) {
        this.simulator = simulator;
        this.tables = tables;
        this.rules = rules;
    }

    /** A table as text, and the same as a file; cells of a row stand in columns. */
    public record Sheet(
            String name,
            String title,
            int words,
            List<String> head,
            List<List<String>> rows,
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
        String few = speech.say("points.simulation.few");
        return new Sheet(
                table.name(),
                table.title(),
                table.words(),
                table.head(),
                table.rows().stream()
                        .map(row -> row.stream().map(it -> Table.text(it, few)).toList())
                        .toList(),
                CsvText.of(table, few));
    }
}
