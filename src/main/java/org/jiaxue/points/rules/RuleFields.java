package org.jiaxue.points.rules;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiaxue.cel.Condition;
import org.jiaxue.cel.Fault;
import org.jiaxue.learning.EventKind;
import org.jiaxue.web.DataFile;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** Reads the rules and changes of a rule set's file. */
final class RuleFields {

    static final String[] PERIODS =
            Arrays.stream(Period.values()).map(Period::slug).toArray(String[]::new);

    private static final String CONTENT = "content";
    private static final String SESSION = "session";

    /** Of what a guardian reads of an entry. */
    private static final int MOST_CHARACTERS = 200;

    private static final String KINDS =
            Arrays.stream(EventKind.values())
                    .map(EventKind::slug)
                    .collect(Collectors.joining(", "));
    private static final String CATEGORIES =
            Arrays.stream(Category.values()).map(Category::slug).collect(Collectors.joining(", "));

    private RuleFields() {}

    static Rule rule(DataFile item, Rule.Ref ref) {
        item.only(
                "rule",
                "kind",
                "mark",
                "points",
                "category",
                "once",
                "cap",
                "caps",
                "when",
                "leeway",
                "did",
                "why");
        EventKind kind = kind(item.at("kind"));
        once(item, kind);
        int points = item.at("points").number(1, Rule.MOST_POINTS);
        return new Rule(
                item.find("rule").map(RuleFields::name).orElse(kind.slug()),
                ref,
                kind,
                points,
                item.find("category").map(RuleFields::category).orElse(Category.of(kind)),
                content(item, points),
                capsOf(item, points),
                when(item),
                item.find("leeway").map(RuleFields::leeway).orElse(Leeway.NONE),
                with(item.at("did"), "{title}"),
                with(item.at("why"), "{points}"),
                item.find("mark").map(_ -> mark(item)).orElse(""));
    }

    static Change change(DataFile item) {
        item.only("rule", "points", "caps", "when", "leeway", "did", "why");
        return new Change(
                name(item.at("rule")),
                item.find("points")
                        .map(it -> Integer.valueOf(it.number(0, Rule.MOST_POINTS)))
                        .orElse(null),
                item.find("caps")
                        .flatMap(it -> it.find(CONTENT))
                        .map(it -> Integer.valueOf(it.number(0, Rule.MOST_POINTS)))
                        .orElse(null),
                item.find("caps").map(it -> caps(it.only(withContent()))).orElse(Caps.NONE),
                when(item),
                item.find("leeway").map(RuleFields::leeway).orElse(Leeway.NONE),
                item.find("did").map(it -> with(it, "{title}")).orElse(null),
                item.find("why").map(it -> with(it, "{points}")).orElse(null));
    }

    static String mark(DataFile item) {
        String mark = item.at("mark").text();
        if (!mark.equals("†") && !mark.equals("‡")) {
            throw item.at("mark")
                    .wrong("应当是 †（公开报道）或 ‡（默认值）", "must be † (anchored) or ‡ (a default)");
        }
        return mark;
    }

    private static String name(DataFile field) {
        String name = field.text();
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || name.length() > 40) {
            throw field.wrong(
                    "只能用小写字母、数字和单个连字符，最多 40 个",
                    "must be small letters, digits and single hyphens, at most 40");
        }
        return name;
    }

    private static EventKind kind(DataFile field) {
        return EventKind.ofSlug(field.text())
                .orElseThrow(() -> field.wrong("应当是其中之一：" + KINDS, "must be one of " + KINDS));
    }

    private static Category category(DataFile field) {
        return Category.ofSlug(field.text())
                .orElseThrow(
                        () -> field.wrong("应当是其中之一：" + CATEGORIES, "must be one of " + CATEGORIES));
    }

    /** A live session and its replay are one thing, and say so; nothing else is. */
    private static void once(DataFile item, EventKind kind) {
        item.find("once")
                .filter(it -> !it.text().equals(SESSION) || !Crediting.group(kind).equals(SESSION))
                .ifPresent(it -> {
                    throw it.wrong(
                            "只有直播和回放可以写 session",
                            "may only be session, of a live session and its replay");
                });
    }

    private static int content(DataFile item, int points) {
        return item.find("caps")
                .flatMap(it -> it.find(CONTENT))
                .map(it -> it.number(points, Rule.MOST_POINTS))
                .orElse(points);
    }

    private static Caps capsOf(DataFile item, int points) {
        if (item.find("cap").isPresent()) {
            return cap(item.at("cap"), points);
        }
        return item.find("caps").map(it -> caps(it.only(withContent()), points)).orElse(Caps.NONE);
    }

    private static String[] withContent() {
        String[] names = Arrays.copyOf(PERIODS, PERIODS.length + 1);
        names[PERIODS.length] = CONTENT;
        return names;
    }

    /** One cap, written as {@code {points, per}}. */
    private static Caps cap(DataFile field, int points) {
        field.only("points", "per");
        DataFile per = field.at("per");
        Period period =
                Period.ofSlug(per.text())
                        .orElseThrow(() ->
                                per.wrong(
                                        "应当是 day、week、month 或 term",
                                        "must be day, week, month or term"));
        return Caps.NONE.with(period, field.at("points").number(points, Rule.MOST_POINTS));
    }

    /** Caps by period; the longer one's is no smaller. */
    static Caps caps(DataFile field) {
        return caps(field, 0);
    }

    private static Caps caps(DataFile field, int least) {
        Caps caps = Caps.NONE;
        int shorter = least;
        for (Period period : Period.values()) {
            if (field.find(period.slug()).isPresent()) {
                shorter = field.at(period.slug()).number(shorter, Rule.MOST_POINTS);
                caps = caps.with(period, shorter);
            }
        }
        return caps;
    }

    private static @Nullable Condition when(DataFile item) {
        if (item.find("when").isEmpty()) {
            return null;
        }
        DataFile field = item.at("when");
        return switch (RuleWords.read(field.text())) {
            case Condition condition -> condition;
            case Fault fault ->
                    throw field.wrongAt(
                            fault.line(),
                            "条件第 %d 列：%s".formatted(fault.column(), fault.what().zh()),
                            "column %d of the condition: %s"
                                    .formatted(fault.column(), fault.what().en()));
        };
    }

    private static Leeway leeway(DataFile field) {
        field.only("fixed", "points", "caps");
        return new Leeway(
                field.find("fixed").map(DataFile::flag).orElse(false),
                field.find("points").map(RuleFields::span).orElse(null),
                spans(field));
    }

    /** The spans under {@code caps}, by period. */
    static Map<Period, Span> spans(DataFile field) {
        Map<Period, Span> spans = new EnumMap<>(Period.class);
        field.find("caps")
                .map(it -> it.only(PERIODS))
                .ifPresent(caps -> {
                    for (Period period : Period.values()) {
                        caps.find(period.slug()).ifPresent(it -> spans.put(period, span(it)));
                    }
                });
        return spans;
    }

    static Span span(DataFile field) {
        List<DataFile> ends = field.items();
        if (ends.size() != 2) {
            throw field.wrong("应当是 [最少, 最多]", "must be [least, most]");
        }
        int least = ends.get(0).number(0, Rule.MOST_POINTS);
        return new Span(least, ends.get(1).number(least, Rule.MOST_POINTS));
    }

    /** Words in both languages of at most so many characters each; told at the language. */
    static Words words(DataFile field, int most) {
        return new Words(text(field.at("zh"), most), text(field.at("en"), most));
    }

    private static String text(DataFile field, int most) {
        String text = field.text();
        if (text.length() > most) {
            throw field.wrong(
                    "最多 %d 个字符".formatted(most), "may have at most %d characters".formatted(most));
        }
        return text;
    }

    private static Words with(DataFile field, String slot) {
        Words words = field.words();
        if (!words.zh().contains(slot) || !words.en().contains(slot)) {
            throw field.wrong("两种语言里都要有 " + slot, "must contain " + slot + " in both languages");
        }
        if (words.zh().length() > MOST_CHARACTERS || words.en().length() > MOST_CHARACTERS) {
            throw field.wrong(
                    "每种语言最多 %d 个字符".formatted(MOST_CHARACTERS),
                    "may have at most %d characters in each language".formatted(MOST_CHARACTERS));
        }
        if (words.zh().split(Pattern.quote(slot), -1).length > 2
                || words.en().split(Pattern.quote(slot), -1).length > 2) {
            throw field.wrong(slot + " 只能出现一次", "may contain " + slot + " only once");
        }
        return words;
    }
}
