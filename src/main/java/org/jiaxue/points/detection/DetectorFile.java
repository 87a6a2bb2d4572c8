package org.jiaxue.points.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.points.detection.Detector.Limit;
import org.jiaxue.points.detection.Detector.Side;
import org.jiaxue.points.detection.DetectorSet.Sentence;
import org.jiaxue.web.DataFile;
import org.jiaxue.web.Words;

/** Reads detectors from their file and refuses what is wrong, naming file and field. */
final class DetectorFile {

    private static final int MOST = 86_400_000;
    private static final String NAME = "[a-z]+(-[a-z]+)*";
    private static final int MOST_NAME = 40;
    private static final String MEASURES =
            Arrays.stream(Measure.values()).map(Measure::slug).collect(Collectors.joining(", "));

    private DetectorFile() {}

    /** Reads the text of a file; the name is only for messages. */
    static DetectorSet read(String file, String text) {
        DataFile root =
                DataFile.read(file, text)
                        .only("version", "from", "template", "name", "detectors", "sentences");
        return new DetectorSet(
                root.at("version").number(1, Integer.MAX_VALUE),
                root.at("from").day(),
                root.at("name").words(),
                root.at("template").flag(),
                detectors(root.at("detectors")),
                sentences(root.at("sentences")));
    }

    private static List<Detector> detectors(DataFile list) {
        List<Detector> detectors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (DataFile item : list.items()) {
            item.only("name", "mark", "all", "words");
            mark(item.at("mark"));
            Detector detector = detector(item);
            if (!names.add(detector.name())) {
                throw item.at("name")
                        .wrong("和另一个核对条件重名", "is the name of another detector already");
            }
            detectors.add(detector);
        }
        return List.copyOf(detectors);
    }

    private static void mark(DataFile field) {
        if (!field.text().equals("†") && !field.text().equals("‡")) {
            throw field.wrong("应当是 †（有公开来源）或 ‡（默认值）", "must be † (anchored) or ‡ (a default)");
        }
    }

    private static Detector detector(DataFile item) {
        DataFile name = item.at("name");
        if (!name.text().matches(NAME) || name.text().length() > MOST_NAME) {
            throw name.wrong(
                    "只能用小写字母和单个连字符，最多 %d 个".formatted(MOST_NAME),
                    "must be small letters with hyphens between, at most %d".formatted(MOST_NAME));
        }
        List<Limit> limits = item.at("all").items().stream().map(DetectorFile::limit).toList();
        DataFile field = item.at("words");
        Words words = field.words();
        for (Limit limit : limits) {
            String slot = "{" + limit.measure().slug() + "}";
            boolean said = words.zh().contains(slot) && words.en().contains(slot);
            if (!said && limit.measure() != Measure.CUT_SECONDS) {
                throw field.wrong(
                        "两种语言里都要有 " + slot, "must contain " + slot + " in both languages");
            }
        }
        return new Detector(name.text(), limits, words);
    }

    private static Limit limit(DataFile item) {
        DataFile field = item.at("measure");
        Measure measure =
                Measure.ofSlug(field.text())
                        .orElseThrow(() ->
                                field.wrong("应当是其中之一：" + MEASURES, "must be one of " + MEASURES));
        List<String> sides = new ArrayList<>(item.names());
        sides.remove("measure");
        item.only("measure", "at-least", "more-than", "less-than");
        if (sides.size() != 1) {
            throw item.wrong(
                    "要有 at-least、more-than、less-than 中的一个",
                    "needs one of at-least, more-than, less-than");
        }
        Side side = Side.valueOf(sides.getFirst().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Limit(measure, side, item.at(sides.getFirst()).number(1, MOST));
    }

    private static Map<Sentence, Words> sentences(DataFile field) {
        field.only(Arrays.stream(Sentence.values()).map(DetectorFile::slug).toArray(String[]::new));
        Map<Sentence, Words> sentences = new EnumMap<>(Sentence.class);
        for (Sentence sentence : Sentence.values()) {
            sentences.put(sentence, field.at(slug(sentence)).words());
        }
        return Map.copyOf(sentences);
    }

    private static String slug(Sentence sentence) {
        return sentence.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
