package org.jiaxue.regions.list;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jiaxue.regions.SchoolListReport.Field;
import org.jiaxue.web.Frame;

/** What changes of a school, in words. */
final class ListWords {

    private ListWords() {}

    static String change(Frame frame, Field field) {
        String key =
                field.before().isEmpty()
                        ? "regions.list.change-new"
                        : field.after().isEmpty()
                                ? "regions.list.change-gone"
                                : "regions.list.change-line";
        return frame.say(
                key,
                frame.say(field.key()),
                told(frame, field, field.before()),
                told(frame, field, field.after()));
    }

    private static String told(Frame frame, Field field, String value) {
        boolean keys =
                field.column().equals(Column.TYPE.slug())
                        || field.column().equals(Column.STAGES.slug());
        if (!keys || value.isEmpty()) {
            return value;
        }
        return Arrays.stream(value.split(","))
                .map(frame::say)
                .collect(Collectors.joining(frame.texts().english() ? ", " : "、"));
    }
}
