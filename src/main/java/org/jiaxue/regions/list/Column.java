package org.jiaxue.regions.list;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiaxue.web.Words;

/** What a list tells of a school; the first heading in each language is the template's. */
enum Column {
    CODE(true, "学校代码|学校标识码|标识码", "School code|Code"),
    NAME(true, "学校名称|名称", "School name|Name"),
    TYPE(true, "办学类型|学校类型", "School type|Type"),
    STAGES(false, "学段", "Stages"),
    ENGLISH(false, "英文名称", "English name"),
    GROUP(false, "教育集团", "Education group"),
    LONGITUDE(false, "经度", "Longitude"),
    LATITUDE(false, "纬度", "Latitude"),
    OPENED(false, "开办日期|设立日期", "Opened on"),
    CLOSED(false, "停办日期|撤销日期", "Closed on");

    private final boolean required;
    private final String chinese;
    private final String english;

    /** Its headings in a language with a bar between. */
    Column(boolean required, String chinese, String english) {
        this.required = required;
        this.chinese = chinese;
        this.english = english;
    }

    boolean required() {
        return required;
    }

    Words heading() {
        return new Words(names(chinese).getFirst(), names(english).getFirst());
    }

    /** Every heading by which the column is known, for a sentence. */
    String headings() {
        return (chinese + "|" + english).replace("|", " / ");
    }

    boolean date() {
        return this == OPENED || this == CLOSED;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column under a heading; case, blanks and a star that marks it as needed do not count. */
    static Optional<Column> under(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(it ->
                        names(it.chinese + "|" + it.english).stream()
                                .anyMatch(one -> plain(one).equals(plain)))
                .findFirst();
    }

    private static List<String> names(String joined) {
        return List.of(joined.split("\\|"));
    }

    private static String plain(String heading) {
        return heading.replaceAll("[\\s\\u3000*＊]", "").toLowerCase(Locale.ROOT);
    }
}
