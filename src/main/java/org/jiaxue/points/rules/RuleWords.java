package org.jiaxue.points.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiaxue.catalogue.Topic;
import org.jiaxue.cel.Condition;
import org.jiaxue.cel.Fault;
import org.jiaxue.cel.Name;
import org.jiaxue.cel.Reading;
import org.jiaxue.cel.Vocabulary;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.web.Words;

/** The names that the condition of a rule may use; {@link EventFacts} says what they stand for. */
public final class RuleWords {

    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_WEEKS = 31;
    private static final int MOST_MONTHS = 240;

    /** Every name, in the order in which they are shown. */
    public static final Vocabulary VOCABULARY =
            Vocabulary.of(
                    Name.text("content.stage", said("content.stage"), stages(false)),
                    Name.text("content.topic", said("content.topic"), topics()),
                    Name.number("content.minutes", said("content.minutes"), 0, MOST_MINUTES),
                    Name.number("content.from", said("content.from"), -1, MOST_MONTHS),
                    Name.number("content.to", said("content.to"), -1, MOST_MONTHS),
                    Name.text("guardian.stage", said("guardian.stage"), stages(true)),
                    Name.day("event.date", said("event.date")),
                    Name.number("event.month", said("event.month"), numbered("month", 12)),
                    Name.number("event.weekday", said("event.weekday"), numbered("weekday", 7)),
                    Name.number("event.hour", said("event.hour"), 0, 23),
                    Name.text("period.half", said("period.half"), halves()),
                    Name.number("period.week", said("period.week"), 1, MOST_WEEKS),
                    Name.text("place.division", said("place.division"), Map.of()));

    private RuleWords() {}

    /** Reads a condition in these names. */
    public static Reading read(String source) {
        return Condition.read(VOCABULARY, source);
    }

    /** A condition that is known to be readable. */
    static Condition condition(String source) {
        return switch (read(source)) {
            case Condition condition -> condition;
            case Fault fault -> throw new IllegalStateException(source + ": " + fault.what().en());
        };
    }

    /** What a guardian did, at the beginning of a sentence. */
    public static Words what(EventKind kind) {
        return switch (kind) {
            case LESSON_COMPLETED -> new Words("看完一节微课", "A lesson finished");
            case REFLECTION_ANSWERED -> new Words("答对一道思考题", "A lesson's question answered");
            case COURSE_COMPLETED -> new Words("学完一门课程", "A course completed");
            case LIVE_ATTENDED -> new Words("参加一场直播", "A live session attended");
            case REPLAY_WATCHED -> new Words("看完一场直播的回放", "A replay watched");
            case ACTIVITY_ATTENDED -> new Words("到场参加一次线下活动", "An activity attended on site");
            case NOTE_WRITTEN -> new Words("写下一篇家庭实践笔记", "A practice note from home");
            case ANSWER_HELPFUL -> new Words("一个回答被专家认可", "An answer an expert found helpful");
        };
    }

    private static Words said(String name) {
        return words("points", "points.name." + name);
    }

    private static Map<String, Words> stages(boolean orNone) {
        Map<String, Words> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            stages.put(stage.slug(), words("identity", stage.key()));
        }
        if (orNone) {
            stages.put("", words("points", "points.name.no-child"));
        }
        return stages;
    }

    private static Map<String, Words> topics() {
        Map<String, Words> topics = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            topics.put(topic.slug(), words("catalogue", "catalogue.topic." + topic.slug()));
        }
        topics.put("", words("points", "points.name.no-topic"));
        return topics;
    }

    private static Map<String, Words> halves() {
        Map<String, Words> halves = new LinkedHashMap<>();
        Stream.of("autumn", "spring")
                .forEach(it -> halves.put(it, words("points", "points.name.half." + it)));
        return halves;
    }

    private static List<Words> numbered(String what, int most) {
        return IntStream.rangeClosed(1, most)
                .mapToObj(number -> words("points", "points.name." + what + "." + number))
                .toList();
    }

    private static Words words(String room, String key) {
        Function<Locale, String> say =
                locale ->
                        ResourceBundle.getBundle("messages." + room + ".messages", locale)
                                .getString(key);
        return new Words(say.apply(Locale.SIMPLIFIED_CHINESE), say.apply(Locale.ENGLISH));
    }
}
