package org.jiaxue.regions.list;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.SchoolStage;
import org.jiaxue.web.Words;

/** The types of school of the education ministry's statistics. */
enum SchoolType {
    KINDERGARTEN("Kindergarten", "幼儿园"),
    PRIMARY("Primary school", "小学"),
    JUNIOR("Junior high school", "初级中学|初中"),
    NINE_YEAR("Nine-year school", "九年一贯制学校"),
    COMPLETE("Complete secondary school", "完全中学"),
    SENIOR("Senior high school", "高级中学|普通高中|高中"),
    TWELVE_YEAR("Twelve-year school", "十二年一贯制学校"),
    VOCATIONAL("Vocational school", "中等职业学校|职业高中"),
    SPECIAL("Special school", "特殊教育学校");

    private final String english;
    private final String chinese;

    /** The names in Chinese with a bar between, the usual one first. */
    SchoolType(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    Words words() {
        return new Words(chinese().getFirst(), english);
    }

    private List<String> chinese() {
        return List.of(chinese.split("\\|"));
    }

    Organisation.Kind kind() {
        return switch (this) {
            case KINDERGARTEN -> Organisation.Kind.KINDERGARTEN;
            case VOCATIONAL -> Organisation.Kind.VOCATIONAL_SCHOOL;
            case SPECIAL -> Organisation.Kind.SPECIAL_SCHOOL;
            case PRIMARY, JUNIOR, NINE_YEAR, COMPLETE, SENIOR, TWELVE_YEAR ->
                    Organisation.Kind.SCHOOL;
        };
    }

    /** What it teaches unless the list says otherwise; of a special school the list must say it. */
    Set<SchoolStage> stages() {
        return switch (this) {
            case KINDERGARTEN -> EnumSet.of(SchoolStage.KINDERGARTEN);
            case PRIMARY -> EnumSet.of(SchoolStage.PRIMARY);
            case JUNIOR -> EnumSet.of(SchoolStage.JUNIOR);
            case NINE_YEAR -> EnumSet.of(SchoolStage.PRIMARY, SchoolStage.JUNIOR);
            case COMPLETE -> EnumSet.of(SchoolStage.JUNIOR, SchoolStage.SENIOR);
            case SENIOR, VOCATIONAL -> EnumSet.of(SchoolStage.SENIOR);
            case TWELVE_YEAR ->
                    EnumSet.of(SchoolStage.PRIMARY, SchoolStage.JUNIOR, SchoolStage.SENIOR);
            case SPECIAL -> EnumSet.noneOf(SchoolStage.class);
        };
    }

    static Optional<SchoolType> of(String told) {
        return Arrays.stream(values())
                .filter(it -> it.chinese().contains(told) || it.english.equalsIgnoreCase(told))
                .findFirst();
    }

    /** Every type in both languages, for a sentence. */
    static String all() {
        return Arrays.stream(values())
                .map(it -> it.words().zh() + " / " + it.english)
                .collect(Collectors.joining(", "));
    }

    /** The stages that a cell names, by comma, semicolon or 、; empty when one is not known. */
    static Optional<Set<SchoolStage>> stages(String told) {
        Set<SchoolStage> stages = EnumSet.noneOf(SchoolStage.class);
        for (String one : told.split("[,，;；、/\\s]+")) {
            Optional<SchoolStage> stage = stage(one.toLowerCase(Locale.ROOT));
            if (stage.isEmpty()) {
                return Optional.empty();
            }
            stages.add(stage.get());
        }
        return Optional.of(stages);
    }

    private static Optional<SchoolStage> stage(String told) {
        return switch (told) {
            case "幼儿园", "学前", "kindergarten" -> Optional.of(SchoolStage.KINDERGARTEN);
            case "小学", "primary" -> Optional.of(SchoolStage.PRIMARY);
            case "初中", "junior" -> Optional.of(SchoolStage.JUNIOR);
            case "高中", "senior" -> Optional.of(SchoolStage.SENIOR);
            default -> Optional.empty();
        };
    }
}
