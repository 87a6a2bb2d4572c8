package org.jiaxue.licences;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiaxue.licences.Scheme.Layer;
import org.jiaxue.licences.Scheme.Level;
import org.jiaxue.web.DataFile;
import org.jiaxue.web.Words;

/** Reads a scheme from its file and refuses what is wrong, naming file and field. */
final class SchemeFile {

    private static final int MOST_MONTHS = 240;
    private static final int MOST_POINTS = 100_000;
    private static final int MOST_DEEDS = 100;

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
        return new Scheme(
                slug(root.at("scheme")),
                root.at("version").number(1, Integer.MAX_VALUE),
                division(root.at("division")),
                root.at("from").day(),
                root.at("template").flag(),
                modest(root.at("title")),
                layers(root.at("layers")),
                levels(root.at("levels")),
                root.at("lives-for-an-activity").number(1, MOST_DEEDS));
    }

    private static String division(DataFile field) {
        String code = field.text();
        if (!code.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
            throw field.wrong("must be a division's code of 2, 4, 6, 9 or 12 digits");
        }
        return code;
    }

    private static String slug(DataFile field) {
        String slug = field.text();
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw field.wrong("must be small letters, digits and single hyphens");
        }
        return slug;
    }

    private static void mark(DataFile field) {
        String mark = field.at("mark").text();
        if (!mark.equals("†") && !mark.equals("‡")) {
            throw field.at("mark").wrong("must be † (anchored) or ‡ (a default)");
        }
    }

    /** A licence celebrates learning; it does not certify a parent. */
    private static Words modest(DataFile field) {
        Words words = field.words();
        if (words.zh().contains("合格")
                || words.en().toLowerCase(Locale.ROOT).contains("qualified")) {
            throw field.wrong("must not call anyone a qualified parent");
        }
        return words;
    }

    private static List<Layer> layers(DataFile list) {
        List<Layer> layers = new ArrayList<>();
        int end = 0;
        for (DataFile item : list.items()) {
            mark(item.only("name", "from", "to", "mark", "title"));
            int from = item.at("from").number(end, MOST_MONTHS);
            end = item.at("to").number(from + 1, MOST_MONTHS);
            String name = slug(item.at("name"));
            if (layers.stream().anyMatch(it -> it.name().equals(name))) {
                throw item.at("name").wrong("is taken by another layer");
            }
            layers.add(new Layer(name, from, end, item.at("title").words()));
        }
        return List.copyOf(layers);
    }

    private static List<Level> levels(DataFile list) {
        List<Level> levels = new ArrayList<>();
        int points = 0;
        int activities = 0;
        for (DataFile item : list.items()) {
            item.only("points", "activities", "title", "news");
            points = item.at("points").number(points + 1, MOST_POINTS);
            activities = item.at("activities").number(activities, MOST_DEEDS);
            levels.add(
                    new Level(
                            points, activities, modest(item.at("title")), modest(item.at("news"))));
        }
        return List.copyOf(levels);
    }
}
