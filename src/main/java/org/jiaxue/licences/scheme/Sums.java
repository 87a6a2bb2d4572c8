package org.jiaxue.licences.scheme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.cel.Name;
import org.jiaxue.cel.Vocabulary;
import org.jiaxue.learning.EventKind;
import org.jiaxue.web.Words;

/** The sums that are kept, by the names that criteria give them. */
public final class Sums {

    /** The sum of all points. */
    public static final String POINTS = "points.total";

    /** Whether the layer's confirmation is there; true where nobody has to be asked. */
    public static final String CONFIRMED = "confirmed";

    /** Whether the same level is reached in the layer before; true in the first. */
    public static final String BELOW = "below";

    /** The most that a sum comes to. */
    public static final int MOST = 1_000_000;

    private static final Map<String, Words> CATEGORIES = categories();

    private static final Vocabulary PLAIN = vocabulary(List.of());

    private static final Vocabulary CONFIRMED_LAYERS =
            vocabulary(
                    List.of(
                            Name.flag(CONFIRMED, new Words("这一层有人确认", "this layer is confirmed")),
                            Name.flag(
                                    BELOW,
                                    new Words(
                                            "前一层已到同一级",
                                            "the same level is reached in the layer before"))));

    private Sums() {}

    /** The names that a criterion may use; both flags only where layers are confirmed. */
    static Vocabulary vocabulary(boolean confirmed) {
        return confirmed ? CONFIRMED_LAYERS : PLAIN;
    }

    /** The name of the sum that counts deeds of a kind, for instance {@code deeds.lesson}. */
    public static String deeds(EventKind kind) {
        return "deeds." + shortName(kind);
    }

    /** The name of a category's sum of points. */
    public static String points(String category) {
        return "points." + category;
    }

    /** Every sum that is kept, by its name. */
    public static List<String> names() {
        return PLAIN.names().stream().map(Name::name).toList();
    }

    /** What a sum is called. */
    public static Words words(String name) {
        return PLAIN.names().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(Name::words)
                .orElse(new Words(name, name));
    }

    /**
     * What an entry adds.
     *
     * @param points negative in a correction
     * @param first whether it is the event's first entry, so that the deed counts
     */
    public static Map<String, Integer> of(
            EventKind kind, String category, int points, boolean first) {
        Map<String, Integer> adds = new LinkedHashMap<>();
        adds.put(POINTS, points);
        if (points != 0) {
            adds.put(points(category), points);
        }
        if (first) {
            adds.put(deeds(kind), 1);
        }
        return adds;
    }

    /** The category of points that a kind of event brings where its rule names no other. */
    public static String category(EventKind kind) {
        return kind == EventKind.REPLAY_WATCHED ? "live" : shortName(kind);
    }

    private static String shortName(EventKind kind) {
        return switch (kind) {
            case LESSON_COMPLETED -> "lesson";
            case REFLECTION_ANSWERED -> "question";
            case COURSE_COMPLETED -> "course";
            case LIVE_ATTENDED -> "live";
            case REPLAY_WATCHED -> "replay";
            case ACTIVITY_ATTENDED -> "activity";
            case NOTE_WRITTEN -> "note";
            case ANSWER_HELPFUL -> "answer";
        };
    }

    private static Words words(EventKind kind) {
        return switch (kind) {
            case LESSON_COMPLETED -> new Words("微课", "lessons");
            case REFLECTION_ANSWERED -> new Words("思考题", "questions");
            case COURSE_COMPLETED -> new Words("课程", "courses");
            case LIVE_ATTENDED -> new Words("互动直播", "live sessions");
            case REPLAY_WATCHED -> new Words("直播回放", "replays");
            case ACTIVITY_ATTENDED -> new Words("线下活动", "activities on site");
            case NOTE_WRITTEN -> new Words("实践笔记", "practice notes");
            case ANSWER_HELPFUL -> new Words("有帮助的回答", "helpful answers");
        };
    }

    private static Map<String, Words> categories() {
        Map<String, Words> categories = new LinkedHashMap<>();
        categories.put("total", new Words("积分", "points"));
        categories.put("lesson", new Words("微课的积分", "points for lessons"));
        categories.put("question", new Words("思考题的积分", "points for questions"));
        categories.put("course", new Words("课程的积分", "points for courses"));
        categories.put("live", new Words("直播的积分", "points for live sessions"));
        categories.put("activity", new Words("线下活动的积分", "points for activities"));
        categories.put("note", new Words("实践笔记的积分", "points for practice notes"));
        categories.put("answer", new Words("回答的积分", "points for answers"));
        categories.put("other", new Words("其他积分", "other points"));
        return categories;
    }

    private static Vocabulary vocabulary(List<Name> flags) {
        List<Name> names = new ArrayList<>();
        CATEGORIES.forEach((name, words) -> names.add(number(points(name), words)));
        for (EventKind kind : EventKind.values()) {
            names.add(number(deeds(kind), words(kind)));
        }
        names.addAll(flags);
        return Vocabulary.of(names);
    }

    private static Name number(String name, Words words) {
        return Name.number(name, words, 0, MOST);
    }
}
