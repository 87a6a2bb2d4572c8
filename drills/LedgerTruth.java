import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jiaxue.learning.Fact;

/**
 * What the database holds after the drill of the ledger, held against the facts. What each event
 * ought to bring is reckoned here once more from the rules that ship, by other code than the
 * house's.
 */
final class LedgerTruth {

    private static final int DAY = 15;
    private static final int WEEK = 40;
    private static final Map<String, Integer> POINTS =
            Map.of(
                    "lesson-completed", 2,
                    "reflection-answered", 1,
                    "course-completed", 5,
                    "live-attended", 5,
                    "replay-watched", 3,
                    "activity-attended", 10,
                    "note-written", 3,
                    "answer-helpful", 5);
    private static final Map<String, Integer> A_MONTH =
            Map.of("activity-attended", 20, "answer-helpful", 10);
    private static final Map<String, Integer> A_WEEK = Map.of("note-written", 6);

    private record Event(UUID guardian, UUID id, String kind, UUID cause, Instant at) {

        LocalDate day() {
            return at.atZone(LedgerFacts.ZONE).toLocalDate();
        }

        String told() {
            return guardian + " " + kind + " " + cause;
        }
    }

    private record Line(UUID guardian, UUID event, boolean first, int points, String state) {

        boolean seenByCaps() {
            return !state.equals("kept");
        }

        boolean inBalance() {
            return !state.equals("held");
        }
    }

    private final List<Event> events = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<UUID, Integer> balances = new HashMap<>();
    private final Map<UUID, Event> byId = new HashMap<>();

    /** Reads everything, as the database's owner. */
    LedgerTruth(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            readEvents(statement);
            readLines(statement);
        }
        events.forEach(event -> byId.put(event.id(), event));
    }

    private void readEvents(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        """
                        select guardian_id, event_id, kind, cause, occurred_at
                        from learning.event
                        order by guardian_id, occurred_at, event_id
                        """)) {
            while (row.next()) {
                events.add(
                        new Event(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getObject(4, UUID.class),
                                row.getObject(5, OffsetDateTime.class).toInstant()));
            }
        }
    }

    private void readLines(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        """
                        select guardian_id, event_id, corrects_entry_id is null, points, state
                        from points.entry
                        """)) {
            while (row.next()) {
                lines.add(
                        new Line(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getBoolean(3),
                                row.getInt(4),
                                row.getString(5)));
            }
        }
        try (ResultSet row =
                statement.executeQuery("select guardian_id, balance from points.account")) {
            while (row.next()) {
                balances.put(row.getObject(1, UUID.class), row.getInt(2));
            }
        }
    }

    int events() {
        return events.size();
    }

    int corrections() {
        return (int) lines.stream().filter(line -> !line.first()).count();
    }

    /** Facts that were answered and have no event, or whose event has no entry. */
    long lost(List<Fact> answered) {
        Set<UUID> paid = new HashSet<>();
        lines.stream().filter(Line::first).forEach(line -> paid.add(line.event()));
        Set<String> kept = new HashSet<>();
        events.stream().filter(it -> paid.contains(it.id())).forEach(it -> kept.add(it.told()));
        return answered.stream()
                .filter(fact ->
                        !kept.contains(
                                fact.guardian() + " " + fact.kind().slug() + " " + fact.cause()))
                .count();
    }

    /** Events that are there twice, have two first entries, or that nobody told. */
    long doubles(List<Fact> all) {
        Set<String> tellable = new HashSet<>();
        all.forEach(it -> tellable.add(it.guardian() + " " + it.kind().slug() + " " + it.cause()));
        Set<String> seen = new HashSet<>();
        long doubles =
                events.stream()
                        .filter(it -> !seen.add(it.told()) || !tellable.contains(it.told()))
                        .count();
        Set<UUID> paid = new HashSet<>();
        return doubles
                + lines.stream().filter(it -> it.first() && !paid.add(it.event())).count()
                + lines.stream().filter(it -> !byId.containsKey(it.event())).count();
    }

    /** Sums of a day, week, month or session that are above their cap. */
    long violations() {
        Map<String, Integer> sums = new TreeMap<>();
        Map<String, Integer> caps = new HashMap<>();
        for (Line line : lines) {
            Event event = byId.get(line.event());
            if (line.seenByCaps() && event != null) {
                windows(
                        event,
                        (window, cap) -> {
                            sums.merge(window, line.points(), Integer::sum);
                            caps.put(window, cap);
                        });
            }
        }
        return sums.entrySet().stream().filter(it -> it.getValue() > caps.get(it.getKey())).count();
    }

    /** The windows in which an event's points are capped; a session counts by the better kind. */
    private static void windows(Event event, BiConsumer<String, Integer> window) {
        LocalDate day = event.day();
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        String of = event.guardian() + " ";
        if (event.kind().equals("live-attended") || event.kind().equals("replay-watched")) {
            window.accept(of + "session " + event.cause(), POINTS.get("live-attended"));
        }
        if (A_MONTH.containsKey(event.kind())) {
            window.accept(
                    of + event.kind() + " month " + day.withDayOfMonth(1),
                    A_MONTH.get(event.kind()));
        }
        if (A_WEEK.containsKey(event.kind())) {
            window.accept(of + event.kind() + " week " + monday, A_WEEK.get(event.kind()));
        }
        window.accept(of + "day " + day, DAY);
        window.accept(of + "week " + monday, WEEK);
    }

    /** Sums by guardian, kind and day that are not those of one pass over the sorted events. */
    long deviations() {
        Map<String, Integer> right = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Event event : events) {
            int[] points = {POINTS.get(event.kind())};
            windows(
                    event,
                    (window, cap) -> {
                        int most = window.contains(" session ") ? POINTS.get(event.kind()) : cap;
                        points[0] = Math.min(points[0], most - seen.getOrDefault(window, 0));
                    });
            int credited = Math.max(0, points[0]);
            windows(event, (window, _) -> seen.merge(window, credited, Integer::sum));
            right.merge(sum(event), credited, Integer::sum);
        }
        for (Line line : lines) {
            Event event = byId.get(line.event());
            if (line.seenByCaps() && event != null) {
                right.merge(sum(event), -line.points(), Integer::sum);
            }
        }
        return right.values().stream().filter(difference -> difference != 0).count();
    }

    private static String sum(Event event) {
        return event.guardian() + " " + event.kind() + " " + event.day();
    }

    /** Accounts whose balance is not the sum of their entries. */
    long unbalanced() {
        Map<UUID, Integer> left = new HashMap<>(balances);
        lines.stream()
                .filter(Line::inBalance)
                .forEach(line -> left.merge(line.guardian(), -line.points(), Integer::sum));
        return left.values().stream().filter(difference -> difference != 0).count();
    }
}
