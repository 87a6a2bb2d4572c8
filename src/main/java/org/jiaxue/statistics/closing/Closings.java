package org.jiaxue.statistics.closing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiaxue.identity.People;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Unit;
import org.jiaxue.statistics.fact.ClosingStore;
import org.jiaxue.statistics.fact.FactStore;
import org.jiaxue.statistics.rollup.Folding;
import org.jiaxue.statistics.rollup.RollUps;
import org.jiaxue.statistics.rollup.RollingUp;
import org.jiaxue.statistics.supply.Supply;
import org.jiaxue.web.DatabaseClock;
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
 * What institutions offer is settled with it.
 */
@Component
public class Closings {

    /** So many weeks are closed at once, so that a start is not held up for long. */
    static final int MOST_WEEKS = 60;

    private static final Logger LOG = LoggerFactory.getLogger(Closings.class);

    private final ClosingStore closings;
    private final FactStore facts;
    private final FigureStore figures;
    private final Folding folding;
    private final RollUps rollUps;
    private final RollingUp rollingUp;
    private final Supply supply;
    private final People people;
    private final Times times;
    private final DatabaseClock clock;
    private final TransactionTemplate transaction;

    Closings(
            ClosingStore closings,
            FactStore facts,
            FigureStore figures,
            Folding folding,
            RollUps rollUps,
            RollingUp rollingUp,
            Supply supply,
            People people,
            Times times,
            DatabaseClock clock,
            TransactionTemplate transaction) {
        this.closings = closings;
        this.facts = facts;
        this.figures = figures;
        this.folding = folding;
        this.rollUps = rollUps;
        this.rollingUp = rollingUp;
        this.supply = supply;
        this.people = people;
        this.times = times;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Closes the weeks whose day has come by the database's clock, from the week of the earliest
     * fact on, the oldest {@value #MOST_WEEKS} of them; each in a transaction of its own. Most of
     * the facts are folded before, so that a closing holds little up. Where another process is
     * closing, it is left to it.
     *
     * @return how many weeks this call closed
     */
    @Transactional(propagation = Propagation.NEVER)
    public int closeDue() {
        if (!Boolean.TRUE.equals(transaction.execute(_ -> next().isPresent()))) {
            return 0;
        }
        if (!closings.rolledUp()) {
            rollingUp.again(_ -> {});
            closings.rollUp();
        }
        folding.fold();
        int closed = 0;
        while (closed < MOST_WEEKS && Boolean.TRUE.equals(transaction.execute(_ -> closeNext()))) {
            closed++;
        }
        return closed;
    }

    private boolean closeNext() {
        if (next().isEmpty() || !closings.alone()) {
            return false;
        }
        Optional<Period> next = next();
        next.ifPresent(this::close);
        return next.isPresent();
    }

    private Optional<Period> next() {
        LocalDate today = times.dayOf(clock.now());
        return closings.closed()
                .map(closed -> closed.last().plusWeeks(1))
                .or(this::firstWeek)
                .map(Period::weekOf)
                .filter(week -> week.due(today));
    }

    private Optional<LocalDate> firstWeek() {
        Optional<LocalDate> first = rollUps.first().map(day -> Period.weekOf(day).from());
        return Stream.of(first, facts.firstWeek(), supply.firstWeek())
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    private void close(Period week) {
        folding.foldUntilCommit(week);
        closings.add(week.from(), clock.now());
        supply.settle(week);
        int published = 0;
        for (Map.Entry<String, Map<String, Long>> province : peopled().entrySet()) {
            published += close(province.getKey(), province.getValue(), week);
        }
        LOG.info("week closed first={} figures={}", week.from(), published);
    }

    /**
     * Where people live in each province in which anybody does or anything ever happened; in order
     * of code. Two questions for the whole country, so that those where nobody is cost nothing.
     */
    private SortedMap<String, Map<String, Long>> peopled() {
        SortedMap<String, Map<String, Long>> living = new TreeMap<>();
        rollUps.provinces().forEach(province -> living.put(province, new HashMap<>()));
        people.guardiansByDivision("", Level.COMMUNITY.digits())
                .forEach((code, guardians) ->
                        living.computeIfAbsent(
                                        code.substring(0, Level.PROVINCE.digits()),
                                        _ -> new HashMap<>())
                                .put(code, guardians));
        return living;
    }

    private int close(String province, Map<String, Long> living, Period week) {
        List<FigureStore.Kept> decided = new Publisher(counted(province, week, living)).publish();
        figures.keep(decided);
        return decided.size();
    }

    /** What is known of one province; no figure of another has a say in its own. */
    private Counted counted(String province, Period week, Map<String, Long> living) {
        Set<Period> ending = ending(week);
        LocalDate from =
                ending.stream().map(Period::from).min(LocalDate::compareTo).orElse(week.from());
        List<Period> periods = new ArrayList<>(new Period(Unit.WEEK, from, week.to()).weeks());
        week.term().months().stream()
                .map(Period::of)
                .filter(month -> !month.from().isBefore(from) && !month.to().isAfter(week.to()))
                .forEach(periods::add);
        ending.stream().filter(period -> period.unit() == Unit.TERM).forEach(periods::add);
        Counted counted = new Counted(periods, ending, living);
        rollUps.count(province, ending, counted::add);
        counted.requireRoom(province, Runtime.getRuntime().maxMemory());
        counted.add(figures.within(province, from, week.to()));
        return counted;
    }

    /** The periods that end with a week. */
    private static Set<Period> ending(Period week) {
        return new HashSet<>(
                Stream.of(week, Period.of(week.month()), Period.of(week.term()))
                        .filter(period -> period.to().equals(week.to()))
                        .toList());
    }
}
