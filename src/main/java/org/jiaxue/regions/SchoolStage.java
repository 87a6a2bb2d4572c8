package org.jiaxue.regions;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a school teaches; a nine-year school teaches two of these, a kindergarten one. */
public enum SchoolStage {
    KINDERGARTEN,
    PRIMARY,
    JUNIOR,
    SENIOR;

    /** The stage's name in addresses and data files, for instance {@code primary}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of the message that names the stage. */
    public String key() {
        return "regions.stage." + slug();
    }

    /**
     * What a name says of the stages; empty where it says nothing, as 实验学校 does. A 中学 that is not
     * called senior counts as junior high: the files whose names are read are those of compulsory
     * education.
     */
    static Set<SchoolStage> named(String name) {
        Set<SchoolStage> stages = EnumSet.noneOf(SchoolStage.class);
        if (name.contains("幼儿园") || name.contains("学前")) {
            stages.add(KINDERGARTEN);
        } else if (name.contains("小学")) {
            stages.add(PRIMARY);
        } else if (name.contains("九年一贯")) {
            stages.addAll(EnumSet.of(PRIMARY, JUNIOR));
        } else if (name.contains("高级中学") || name.contains("高中")) {
            stages.add(SENIOR);
        } else if (name.contains("完全中学")) {
            stages.addAll(EnumSet.of(JUNIOR, SENIOR));
        } else if (name.contains("中学") || name.contains("初中")) {
            stages.add(JUNIOR);
        }
        return stages;
    }
}
