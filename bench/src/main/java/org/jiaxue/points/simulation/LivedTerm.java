package org.jiaxue.points.simulation;

import org.jiaxue.bench.Machine;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A term in which {@value #GUARDIANS} guardians with a child each learned {@value #EACH} times:
 * lessons, their questions, live sessions and activities.
 */
final class LivedTerm {

    static final int GUARDIANS = 20_000;
    static final int EACH = 50;

    /** Who lives there as well and did not learn, without whom the figures would be withheld. */
    private static final int OTHERS = 1_000;

    /** Who only comes to live sessions, without whom all would stand on the same level. */
    private static final int LISTENERS = 200;

    static final long EVENTS = (long) GUARDIANS * EACH;

    /** A county's rules with conditions, within the bounds of the rules that ship. */
    static final String RULES =
            """
            division: "330102"
            from: 2027-02-01
            name: { zh: 测量用的规则, en: Rules to measure with }
            changes:
              - { rule: lesson-completed, points: 3 }
            rules:
            %s%s%s%s
            """
                    .formatted(
                            rule("long-lessons", 5, "content.minutes >= 15"),
                            rule("weekends", 4, "event.weekday in [6, 7] && content.minutes >= 3"),
                            rule(
                                    "young",
                                    4,
                                    "guardian.stage == 'infant' && content.topic == 'sleep'"),
                            rule("evenings", 2, "event.hour >= 19 && event.month != 1"));

    /** The county's own scheme beside those that ship. */
    static final String SCHEME =
            """
            scheme: measured
            division: "330102"
            version: 1
            from: 2027-02-01
            template: true
            period: term
            title: { zh: 测量用的方案, en: A scheme to measure with }
            sources:
              - { mark: "‡", zh: 只为测量, en: Only to measure }
            layers:
              - { name: term, mark: "‡", title: { zh: 一个学期, en: One term } }
            levels:
              - when: deeds.lesson >= 10 && points.lesson >= 20
                title: { zh: 一级, en: Level 1 }
                news: { zh: 到了一级。, en: Level 1 is reached. }
              - when: deeds.lesson >= 30 && points.lesson >= 60
                title: { zh: 二级, en: Level 2 }
                news: { zh: 到了二级。, en: Level 2 is reached. }
            """;

    private static final String DIVISION = "330102001";
    private static final String[] TOPICS = {
        "food", "sleep", "health", "safety", "play", "reading", "talking"
    };

    private final JdbcClient owner;

    LivedTerm(JdbcClient owner) {
        this.owner = owner;
    }

    private static String rule(String name, int points, String when) {
        return """
          - rule: %s
            kind: lesson-completed
            points: %d
            when: "%s"
            did: { zh: "看完《{title}》", en: "Finished “{title}”" }
            why: { zh: "记 {points} 分。", en: "{points} points." }
        """
                .formatted(name, points, when);
    }

    /** Removes what an earlier measurement left, and stores everything anew. */
    void fill() {
        run("truncate identity.guardian, identity.child, learning.event, points.account");
        owner.sql(
                        """
                        insert into identity.guardian
                            (guardian_id, phone_sealed, division, may_record, joined_at)
                        select md5('guardian ' || g)::uuid, '', :division, true, clock_timestamp()
                        from generate_series(1, :guardians) g
                        """)
                .param("division", DIVISION)
                .param("guardians", GUARDIANS + OTHERS)
                .update();
        owner.sql(
                        """
                        insert into identity.child (guardian_id, child_id, birth_month, added_at)
                        select md5('guardian ' || g)::uuid, md5('child ' || g)::uuid,
                               make_date(2011 + g % 14, 1 + g % 12, 1), clock_timestamp()
                        from generate_series(1, :guardians) g
                        """)
                .param("guardians", GUARDIANS + OTHERS)
                .update();
        owner.sql(
                        """
                        insert into points.account (guardian_id, balance, version)
                        select guardian_id, 0, 1 from identity.guardian
                        """)
                .update();
        events();
        run("vacuum analyze");
    }

    /** Of fifty, thirty-five are lessons, ten questions, three live sessions and two activities. */
    private void events() {
        owner.sql(
                        """
                        insert into learning.event
                            (guardian_id, event_id, kind, cause, occurred_at, heard_at, division,
                             title_zh, title_en, stage, age_from, age_to, topic, seconds,
                             guardian_stage)
                        select md5('guardian ' || g)::uuid, md5(g || ' learns ' || l)::uuid,
                               case when g <= :listeners then 'live-attended'
                                    when l % 25 = 24 then 'activity-attended'
                                    when l % 16 = 15 then 'live-attended'
                                    when l % 5 = 4 then 'reflection-answered'
                                    else 'lesson-completed' end,
                               md5('lesson ' || l)::uuid,
                               '2026-09-01T01:00:00Z'::timestamptz + l * interval '53 hours'
                                   + g * interval '0.5 seconds',
                               clock_timestamp(), :division, '早晨清单：出门之前的十五分钟',
                               'The morning list: fifteen minutes before leaving', 'primary', 72,
                               144, (:topics::text[])[1 + (l + g) % 7], 60 * (1 + (l + g) % 20),
                               (array['infant', 'kindergarten', 'primary', 'junior'])[1 + g % 4]
                        from generate_series(1, :each) l, generate_series(1, :guardians) g
                        """)
                .param("division", DIVISION)
                .param("topics", TOPICS)
                .param("each", EACH)
                .param("guardians", GUARDIANS)
                .param("listeners", LISTENERS)
                .update();
    }

    /** Reads every event once, by one process of the server. */
    void scan() {
        owner.sql("select count(*) + sum(seconds) from learning.event").query(Long.class).single();
    }

    /** How many rows there are of what a trial must leave alone. */
    String written() {
        return owner.sql(
                        """
                        select concat_ws(' ',
                            (select count(*) from learning.event),
                            (select count(*) from points.entry),
                            (select count(*) from points.account),
                            (select count(*) from licences.counted),
                            (select count(*) from licences.sum),
                            (select count(*) from licences.licence))
                        """)
                .query(String.class)
                .single();
    }

    /** A setting of the server. */
    String setting(String name) {
        return Machine.setting(owner, name);
    }

    private void run(String statement) {
        owner.sql(statement).update();
    }
}
