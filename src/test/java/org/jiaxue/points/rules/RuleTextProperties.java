package org.jiaxue.points.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jiaxue.cel.Condition;
import org.jiaxue.learning.EventKind;
import org.jiaxue.web.Words;

/** What is written is read again as the same set. */
class RuleTextProperties {

    private static final List<String> TEXTS =
            List.of(
                    "春学期",
                    "a: b # c",
                    "- item",
                    "“quoted” and 'so'",
                    "true",
                    "2026-09-01",
                    "{x} [y]",
                    "two\nlines",
                    "*star &and !bang",
                    " leading",
                    "42");
    private static final List<String> CONDITIONS =
            List.of(
                    "true",
                    "content.stage == \"primary\"",
                    "content.minutes >= 5 &&\n  event.weekday in [6, 7]",
                    "event.date >= \"2026-10-01\" || guardian.stage == ''");

    @Property(tries = 300)
    void a_set_is_read_as_it_was_written(@ForAll long seed) {
        RuleSet set = new Any(new Random(seed)).set();

        assertThat(RuleFile.read("written", RuleText.write(set))).isEqualTo(set);
    }

    @Property(tries = 1)
    void the_set_that_ships_is_read_as_it_was_written() {
        RuleSet shipped = Shipped.rules();

        assertThat(RuleFile.read("written", RuleText.write(shipped))).isEqualTo(shipped);
    }

    /** Sets of all shapes that a file can hold. */
    private record Any(Random random) {

        RuleSet set() {
            Owner owner =
                    random.nextBoolean()
                            ? Owner.of(pick(List.of("33", "3301", "330102")))
                            : Owner.of("330102", new UUID(random.nextLong(), random.nextLong()));
            int version = random.nextInt(3);
            LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1000));
            Span added = random.nextBoolean() ? null : span();
            return new RuleSet(
                    owner,
                    version,
                    from,
                    random.nextBoolean() ? null : from.plusDays(random.nextInt(300)),
                    words(""),
                    random.nextBoolean(),
                    List.of(new RuleSet.Source("‡", words(""))),
                    rules(new Rule.Ref(owner, version)),
                    changes(),
                    caps(0),
                    new Leeway.OfSet(spans(), added, added == null ? 0 : 1 + random.nextInt(9)),
                    sentences());
        }

        private Sentences sentences() {
            if (random.nextBoolean()) {
                return Sentences.NONE;
            }
            return new Sentences(Map.of("day", words("")), Map.of("day", words("")));
        }

        private List<Rule> rules(Rule.Ref ref) {
            List<Rule> rules = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                int points = 1 + random.nextInt(20);
                rules.add(
                        new Rule(
                                "rule-" + i,
                                ref,
                                pick(List.of(EventKind.values())),
                                points,
                                pick(List.of(Category.values())),
                                points + (random.nextBoolean() ? 0 : random.nextInt(20)),
                                caps(points),
                                random.nextBoolean() ? null : condition(),
                                leeway(),
                                words("{title}"),
                                words("{points}"),
                                pick(List.of("", "†", "‡"))));
            }
            return rules;
        }

        private List<Change> changes() {
            List<Change> changes = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                changes.add(
                        new Change(
                                "above-" + i,
                                random.nextBoolean() ? null : random.nextInt(20),
                                random.nextBoolean() ? null : random.nextInt(20),
                                caps(0),
                                random.nextBoolean() ? null : condition(),
                                random.nextBoolean() ? Leeway.NONE : leeway(),
                                random.nextBoolean() ? null : words("{title}"),
                                random.nextBoolean() ? null : words("{points}")));
            }
            return changes;
        }

        private Leeway leeway() {
            return new Leeway(random.nextBoolean(), random.nextBoolean() ? null : span(), spans());
        }

        private Condition condition() {
            return RuleWords.condition(pick(CONDITIONS));
        }

        private Caps caps(int least) {
            Caps caps = Caps.NONE;
            int points = least;
            for (Period period : Period.values()) {
                points += random.nextInt(10);
                caps = random.nextBoolean() ? caps : caps.with(period, points);
            }
            return caps;
        }

        private Map<Period, Span> spans() {
            return random.nextBoolean() ? Map.of() : Map.of(pick(List.of(Period.values())), span());
        }

        private Span span() {
            int least = random.nextInt(10);
            return new Span(least, least + random.nextInt(10));
        }

        private Words words(String slot) {
            return new Words(pick(TEXTS) + slot, pick(TEXTS) + slot);
        }

        private <T> T pick(List<T> items) {
            return items.get(random.nextInt(items.size()));
        }
    }
}
