package org.jiaxue.points.rules;

import java.util.UUID;

/** Rule sets as officers would write them, for tests. */
final class Policies {

    static final UUID SCHOOL = UUID.fromString("0190a5a0-0000-7000-8000-000000000001");

    private Policies() {}

    /** A set with a head and whatever stands below it. */
    static RuleSet set(String division, int version, String from, String body) {
        return RuleFile.read(
                "test.yaml",
                """
                division: "%s"
                version: %d
                from: %s
                name: { zh: 规则 %s, en: Rules of %s }
                """
                                .formatted(division, version, from, division, division)
                        + body);
    }

    /** The province's: lessons 1 to 3 points, activities fixed, notes as they are. */
    static RuleSet province() {
        return set(
                "33",
                1,
                "2026-01-01",
                """
                leeway:
                  caps: { day: [10, 20] }
                  rules: { points: [1, 5], most: 2 }
                rules:
                  - rule: lesson
                    kind: lesson-completed
                    points: 2
                    leeway: { points: [1, 3], caps: { day: [4, 8] } }
                    caps: { day: 6 }
                    did: { zh: "看完《{title}》", en: "Finished “{title}”" }
                    why: { zh: "记 {points} 分。", en: "{points} points." }
                  - rule: activity
                    kind: activity-attended
                    points: 10
                    leeway: { fixed: true }
                    caps: { month: 20 }
                    did: { zh: "到场《{title}》", en: "Came to “{title}”" }
                    why: { zh: "记 {points} 分。", en: "{points} points." }
                  - rule: note
                    kind: note-written
                    points: 3
                    caps: { week: 6 }
                    did: { zh: "写下《{title}》", en: "Wrote on “{title}”" }
                    why: { zh: "记 {points} 分。", en: "{points} points." }
                caps: { day: 15, week: 40 }
                """);
    }

    static RuleSet county(String body) {
        return set("330102", 1, "2026-09-01", body);
    }

    /** A rule of one's own, as text for a list of rules. */
    static String own(String name, String kind, int points, String more) {
        return "  - rule: %s\n    kind: %s\n    points: %d\n".formatted(name, kind, points)
                + (more.isEmpty() ? "" : "    " + more + "\n")
                + "    did: { zh: '学了《{title}》', en: 'Learned {title}' }\n"
                + "    why: { zh: '记 {points} 分。', en: '{points} points.' }\n";
    }
}
