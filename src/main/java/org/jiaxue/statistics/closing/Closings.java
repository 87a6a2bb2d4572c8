package org.jiaxue.statistics.closing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jiaxue.identity.People;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.regions.Regions;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Unit;
import org.jiaxue.web.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes weeks, one after the other and each once: settles which facts count, and publishes the
 * figures of every period that ends with the week. What was published never changes, so two
 * readings of a closed period agree, whatever is told, withdrawn, moved or registered in between.
 */
@Component
public class Closings {

    private static final Logger LOG = LoggerFactory.getLogger(Closings.class);

    private final ClosingStore closings;
    private final FactStore facts;
    private final FigureStore figures;
    private final People people;
    private final Regions regions;
    private final Times times;
    private final TransactionTemplate transaction;

    Closings(
            ClosingStore closings,
            FactStore facts,
            FigureStore figures,
            People people,
            Regions regions,
            Times times,
            TransactionTemplate transaction) {
        this.closings = closings;
        this.facts = facts;
        this.figures = figures;
        this.people = people;
        this.regions = regions;
        this.times = times;
        this.transaction = transaction;
    }

    /**
     * Closes every week whose day has come, from the week of the earliest fact on; each in a
     * transaction of its own. Several processes may do so at once.
     *
     * @return how many weeks this call closed
     */
    @Transactional(propagation = Propagation.NEVER)
    public int closeDue() {
        int closed = 0;
        while (Boolean.TRUE.equals(transaction.execute(_ -> closeNext()))) {
            closed++;
        }
        return closed;
    }

    private boolean closeNext() {
        if (next().isEmpty()) {
            return false;
        }
        closings.lock();
        Optional<Period> next = next();
        next.ifPresent(this::close);
        return next.isPresent();
    }

    private Optional<Period> next() {
        return closings.closed()
                .map(closed -> closed.last().plusWeeks(1))
                .or(facts::firstWeek)
                .map(Period::weekOf)
                .filter(week -> !times.today().isBefore(week.closes()));
    }

    private void close(Period week) {
        closings.add(week.from(), times.now());
        facts.settle(week.from());
        Publisher publisher = new Publisher(counted(week));
        List<FigureStore.Kept> published = publisher.publish();
        figures.keep(published);
        LOG.info("week closed first={} figures={}", week.from(), published.size());
    }

    private Counted counted(Period week) {
        Set<Period> ending = ending(week);
        LocalDate from =
                ending.stream().map(Period::from).min(LocalDate::compareTo).orElse(week.from());
        List<Period> periods = new ArrayList<>(new Period(Unit.WEEK, from, week.to()).weeks());
        week.term().months().stream()
                .map(Period::of)
                .filter(month -> !month.from().isBefore(from) && !month.to().isAfter(week.to()))
                .forEach(periods::add);
        ending.stream().filter(period -> period.unit() == Unit.TERM).forEach(periods::add);
        Counted counted = new Counted(periods, ending, living());
        for (Period period : ending) {
            for (Measure measure : Measure.values()) {
                LocalDate until = period.to().plusDays(1);
                List<FactStore.Count> found = facts.count(measure.kinds(), period.from(), until);
                counted.add(measure, period, found);
            }
        }
        counted.add(figures.within(from, week.to()));
        return counted;
    }

    /** The periods that end with a week. */
    private static Set<Period> ending(Period week) {
        return new HashSet<>(
                Stream.of(week, Period.of(week.month()), Period.of(week.term()))
                        .filter(period -> period.to().equals(week.to()))
                        .toList());
    }

    private Map<String, Long> living() {
        Map<String, Long> living = new HashMap<>();
        regions.provinces()
                .forEach(province ->
                        living.putAll(
                                people.guardiansByDivision(
                                        province.code(), Level.COMMUNITY.digits())));
        return living;
    }
}
