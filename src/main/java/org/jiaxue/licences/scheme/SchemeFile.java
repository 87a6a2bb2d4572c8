package org.jiaxue.licences.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiaxue.cel.Condition;
import org.jiaxue.cel.Fault;
import org.jiaxue.cel.Vocabulary;
import org.jiaxue.licences.Confirmer;
import org.jiaxue.licences.scheme.Scheme.Layer;
import org.jiaxue.licences.scheme.Scheme.Level;
import org.jiaxue.licences.scheme.Scheme.Sort;
import org.jiaxue.web.DataFile;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scheme from its file and refuses what is wrong, naming file and field, and line and
 * column within a criterion. The first files wrote points and activities instead of a criterion;
 * they are read as the criterion that says the same.
 */
public final class SchemeFile {

    private static final int MOST_MONTHS = 240;
    private static final int MOST_POINTS = 100_000;
    private static final int MOST_DEEDS = 100;

    /** Layers of a scheme, and levels of each. */
    private static final int MOST_LAYERS = 12;

    private SchemeFile() {}

    /** Reads the text of a file; the name is only for messages. */
    static Scheme read(String file, String text) {
        DataFile root =
                DataFile.read(file, text)
                        .only(
                                "scheme",
                                "division",
                                "version",
                                "from",
                                "template",
                                "period",
                                "title",
                                "sources",
                                "layers",
                                "levels",
                                "lives-for-an-activity");
        for (DataFile source : root.at("sources").items()) {
            mark(source.only("mark", "zh", "en"));
            source.at("zh").text();
            source.at("en").text();
        }
        List<Layer> layers = layers(root.at("layers"));
        return new Scheme(
                slug(root.at("scheme")),
                root.at("version").number(1, Integer.MAX_VALUE),
                division(root.at("division")),
                root.at("from").day(),
                root.at("template").flag(),
                root.find("period").map(SchemeFile::period).orElse(Period.EVER),
                modest(root.at("title")),
                layers,
                levels(root, layers));
    }

    /** Reads a file and holds its criteria to the rules, as everything that is new must be. */
    public static Scheme checked(String file, String text) {
        Scheme scheme = read(file, text);
        SchemeChecks.check(scheme, DataFile.read(file, text).at("levels").items());
        return scheme;
    }

    private static String division(DataFile field) {
        String code = field.text();
        if (!code.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
            throw field.wrong(
                    "应当是区划代码，2、4、6、9 或 12 位数字",
                    "must be a division's code of 2, 4, 6, 9 or 12 digits");
        }
        return code;
    }

    private static Period period(DataFile field) {
        return Period.ofSlug(field.text())
                .orElseThrow(() ->
                        field.wrong(
                                "应当是 ever、school-year 或 term",
                                "must be ever, school-year or term"));
    }

    private static String slug(DataFile field) {
        String slug = field.text();
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw field.wrong(
                    "应当是小写字母、数字和单个连字符", "must be small letters, digits and single hyphens");
        }
        return slug;
    }

    private static void mark(DataFile field) {
        String mark = field.at("mark").text();
        if (!mark.equals("†") && !mark.equals("‡")) {
            throw field.at("mark")
                    .wrong("应当是 †（有公开来源）或 ‡（模板）", "must be † (anchored) or ‡ (a default)");
        }
    }

    /** A licence celebrates learning; it does not certify a parent. */
    private static Words modest(DataFile field) {
        Words words = field.words();
        if (words.zh().contains("合格")
                || words.en().toLowerCase(Locale.ROOT).contains("qualified")) {
            throw field.wrong("不能把人说成合格家长", "must not call anyone a qualified parent");
        }
        return words;
    }

    private static List<Layer> layers(DataFile list) {
        List<Layer> layers = new ArrayList<>();
        List<DataFile> items = list.items();
        if (items.size() > MOST_LAYERS) {
            throw list.wrong(
                    "最多 " + MOST_LAYERS + " 层", "must be at most " + MOST_LAYERS + " layers");
        }
        for (DataFile item : items) {
            mark(item.only("name", "from", "to", "confirmed-by", "mark", "title"));
            String name = slug(item.at("name"));
            if (layers.stream().anyMatch(it -> it.name().equals(name))) {
                throw item.at("name").wrong("和另一层重名", "is taken by another layer");
            }
            @Nullable Sort before = layers.isEmpty() ? null : layers.getLast().sort();
            layers.add(new Layer(name, sort(item, before), modest(item.at("title"))));
        }
        return List.copyOf(layers);
    }

    private static Sort sort(DataFile item, @Nullable Sort before) {
        Sort sort;
        if (item.find("confirmed-by").isPresent()) {
            sort = by(item.at("confirmed-by"), before);
        } else if (item.find("from").isPresent() || item.find("to").isPresent()) {
            sort = aged(item, before);
        } else {
            sort = new Sort.Whole();
        }
        boolean alike = before == null || before.getClass() == sort.getClass();
        if (!alike || (sort instanceof Sort.Whole && before != null)) {
            throw item.wrong(
                    "各层应当都按年龄（from、to）或都按谁确认（confirmed-by）；都不写的只能有一层",
                    "must be of ages (from, to) or confirmed (confirmed-by) as the other layers"
                            + " are; a layer without either is the only one");
        }
        return sort;
    }

    private static Sort aged(DataFile item, @Nullable Sort before) {
        int end = before instanceof Sort.Aged(int _, int to) ? to : 0;
        int from = item.at("from").number(end, MOST_MONTHS);
        return new Sort.Aged(from, item.at("to").number(from + 1, MOST_MONTHS));
    }

    private static Sort by(DataFile field, @Nullable Sort before) {
        Confirmer who =
                Confirmer.ofSlug(field.text())
                        .orElseThrow(() ->
                                field.wrong(
                                        "应当是 self、class、school 或 county",
                                        "must be self, class, school or county"));
        if (before instanceof Sort.By(Confirmer last) && who.compareTo(last) <= 0) {
            throw field.wrong(
                    "应当排在 " + last.slug() + " 之后：self、class、school、county",
                    "must come after " + last.slug() + ": self, class, school, county");
        }
        return new Sort.By(who);
    }

    private static List<Level> levels(DataFile root, List<Layer> layers) {
        Vocabulary names = Sums.vocabulary(layers.getFirst().sort() instanceof Sort.By);
        List<Level> levels = new ArrayList<>();
        List<DataFile> items = root.at("levels").items();
        if (items.size() > MOST_LAYERS) {
            throw root.at("levels")
                    .wrong(
                            "最多 " + MOST_LAYERS + " 级",
                            "must be at most " + MOST_LAYERS + " levels");
        }
        int points = 0;
        int activities = 0;
        for (DataFile item : items) {
            String when;
            if (item.find("when").isPresent()) {
                when = item.only("when", "title", "news").at("when").text();
            } else {
                item.only("points", "activities", "title", "news");
                points = item.at("points").number(points + 1, MOST_POINTS);
                activities = item.at("activities").number(activities, MOST_DEEDS);
                int lives = root.at("lives-for-an-activity").number(1, MOST_DEEDS);
                when =
                        "points.total >= %d && deeds.activity + deeds.live / %d >= %d"
                                .formatted(points, lives, activities);
            }
            levels.add(
                    new Level(
                            condition(item, names, when),
                            modest(item.at("title")),
                            modest(item.at("news"))));
        }
        return List.copyOf(levels);
    }

    private static Condition condition(DataFile item, Vocabulary names, String source) {
        return switch (Condition.read(names, source)) {
            case Condition condition -> condition;
            case Fault(int line, int column, Words what) ->
                    throw item.at("when")
                            .wrongAt(
                                    line,
                                    "第 %d 行第 %d 个字符：%s".formatted(line, column, what.zh()),
                                    "line %d, column %d: %s".formatted(line, column, what.en()));
        };
    }
}
