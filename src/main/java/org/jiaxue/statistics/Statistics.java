package org.jiaxue.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Stage;
import org.jiaxue.regions.Regions;
import org.jiaxue.statistics.Figures.About;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to figures: how many lessons, guardians and certificates there were in a division, by
 * what lies below it or by stage, in whole weeks, months or terms. Small groups are withheld, and
 * with them what would give them away (see {@link Suppression}).
 *
 * <p>Who may read the figures of a division is for the asker to find out beforehand.
 */
@Component
public class Statistics {

    /** The longest code of a division whose figures are given by stage: the county. */
    public static final int FINEST_BY_STAGE = 6;

    private final FactStore facts;
    private final People people;
    private final Regions regions;
    private final Times times;

    Statistics(FactStore facts, People people, Regions regions, Times times) {
        this.facts = facts;
        this.people = people;
        this.regions = regions;
        this.times = times;
    }

    /**
     * The figures asked for. Periods that are not over are left out, so that a number cannot be
     * watched as it grows by one family.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Figures figures(Question question) {
        List<Period> over =
                question.periods().stream().filter(it -> it.over(times.today())).toList();
        Map<Term, Publication> published = new HashMap<>();
        for (Period period : over) {
            published.computeIfAbsent(period.term(), term -> publish(question, term));
        }
        List<Figures.Row> rows =
                names(question, published).stream()
                        .map(name -> row(about(question, name), name, over, published))
                        .toList();
        return new Figures(
                question,
                over,
                question.periods().stream().filter(it -> !over.contains(it)).toList(),
                row(new About.Of(question.division()), question.division(), over, published),
                rows);
    }

    private Publication publish(Question question, Term term) {
        Publisher publisher =
                new Publisher(facts, people, regions, Publisher.periods(term, times.today()));
        Measure measure = question.measure();
        String division = question.division();
        return switch (question.by()) {
            case DIVISION -> publisher.family(measure, division);
            case STAGE -> publisher.stages(measure, division);
            case PERIOD -> publisher.alone(measure, division);
        };
    }

    private static Set<String> names(Question question, Map<Term, Publication> published) {
        String division = question.division();
        return switch (question.by()) {
            case PERIOD -> Set.of();
            case STAGE -> {
                Set<String> stages = new LinkedHashSet<>();
                Stream.of(Stage.values())
                        .forEach(stage -> stages.add(Publisher.row(division, stage)));
                yield stages;
            }
            case DIVISION -> {
                List<String> parts = new ArrayList<>();
                published.values().forEach(one -> parts.addAll(one.rows().keySet()));
                parts.removeIf(division::equals);
                String last = Publisher.elsewhere(division);
                parts.sort(
                        Comparator.comparing((String part) -> part.equals(last))
                                .thenComparing(Comparator.naturalOrder()));
                yield new LinkedHashSet<>(parts);
            }
        };
    }

    private static About about(Question question, String name) {
        return switch (question.by()) {
            case STAGE ->
                    new About.In(Stage.ofSlug(name.substring(name.indexOf('/') + 1)).orElseThrow());
            case DIVISION, PERIOD ->
                    name.equals(Publisher.elsewhere(question.division()))
                            ? new About.Elsewhere(question.division())
                            : new About.Of(name);
        };
    }

    private static Figures.Row row(
            About about, String name, List<Period> over, Map<Term, Publication> published) {
        List<Figure> figures = new ArrayList<>();
        boolean inhabited = false;
        for (Period period : over) {
            Publication publication = published.get(period.term());
            Block.@Nullable Row row = publication == null ? null : publication.rows().get(name);
            if (publication == null || row == null) {
                figures.add(new Figure.Shown(0));
                continue;
            }
            int column = publication.periods().indexOf(period);
            inhabited |= !row.cells().get(column).empty();
            figures.add(figure(row, column));
        }
        return new Figures.Row(about, inhabited, List.copyOf(figures));
    }

    private static Figure figure(Block.Row row, int column) {
        return switch (row.marks().get(column)) {
            case SHOWN -> new Figure.Shown(row.cells().get(column).value());
            case FEW -> new Figure.Few();
            case GUARDED -> new Figure.Guarded();
            case OPEN -> throw new IllegalStateException("a figure was left undecided");
        };
    }
}
