package org.jiaxue.credentials.naming;

import java.util.Set;

/**
 * Guesses where a Chinese surname ends. It only fills in a field: the person may write another, as
 * the same two characters can be a compound surname or a surname and half of a given name.
 */
public final class Surnames {

    /** The compound surnames that are borne by more than a few families today. */
    private static final Set<String> COMPOUND =
            Set.of(
                    "欧阳", "上官", "皇甫", "令狐", "诸葛", "司徒", "司马", "申屠", "夏侯", "贺兰", "完颜", "慕容", "尉迟",
                    "长孙", "公孙", "轩辕", "端木", "百里", "东方", "南宫", "独孤", "宇文", "钟离", "闻人", "濮阳", "淳于",
                    "单于", "太史", "公冶", "万俟", "呼延", "西门", "东郭", "南门", "左丘", "拓跋", "赫连", "澹台", "第五",
                    "司空", "鲜于", "闾丘", "亓官", "巫马", "歐陽", "司馬", "諸葛", "東方", "獨孤", "鍾離", "聞人", "長孫",
                    "公孫", "軒轅", "尉遲");

    private static final int IDEOGRAPHS = 0x2E80;

    private Surnames() {}

    /**
     * The surname of a name; empty when there is no telling, as for a name in Latin letters or one
     * with a dot in it.
     */
    public static String of(String name) {
        String plain = name.strip();
        int[] points = plain.codePoints().toArray();
        boolean han = points.length >= 2 && points.length <= 5;
        for (int point : points) {
            han &= point >= IDEOGRAPHS && point != '·';
        }
        if (!han) {
            return "";
        }
        int two = plain.offsetByCodePoints(0, 2);
        boolean compound = points.length > 2 && COMPOUND.contains(plain.substring(0, two));
        return plain.substring(0, compound ? two : plain.offsetByCodePoints(0, 1));
    }
}
