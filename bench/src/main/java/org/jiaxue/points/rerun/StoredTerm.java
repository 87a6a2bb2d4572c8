package org.jiaxue.points.rerun;

import org.jiaxue.bench.Machine;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A term that is stored before a run: {@value #GUARDIANS} guardians with {@value #LESSONS} lessons
 * each, and the entries that eight rules with conditions make of them.
 */
final class StoredTerm {

    static final int GUARDIANS = 50_000;
    static final int LESSONS = 100;
    static final long EVENTS = (long) GUARDIANS * LESSONS;

    /** Where no scheme and no other rules are in force. */
    static final String DIVISION = "440106001";

    /** What every twentieth event brings at first. */
    static final int TWENTIETH = 20;

    private static final String[] TOPICS = {
        "food", "sleep", "health", "safety", "play", "reading", "talking"
    };

    private final JdbcClient owner;

    StoredTerm(JdbcClient owner) {
        this.owner = owner;
    }

    /** Seven rules by topic and length, and one for every twentieth event; none has a cap. */
    static String rules(String division, int version, int twentieth) {
        StringBuilder text = new StringBuilder();
        text.append(
                """
                division: "%s"
                version: %d
                from: 2026-09-01
                name: { zh: 测量用的规则, en: Rules to measure with }
                rules:
                """
                        .formatted(division, version));
        text.append(rule("twentieth", twentieth, "content.minutes == 20 && event.month >= 1"));
        for (int i = 0; i < TOPICS.length; i++) {
            String when =
                    "content.topic == '%s' && content.minutes < 20 && content.stage == 'primary'"
                            .formatted(TOPICS[i]);
            text.append(rule(TOPICS[i], TOPICS.length - i, when));
        }
        return text.toString();
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
        run(
                """
                truncate identity.guardian, learning.event, learning.told, points.entry,
                    points.account,
                    points.rerun, points.rerun_slice, points.rerun_county
                """);
        months();
        guardians();
        new Unindexed(owner, "learning.event").during(this::events);
        new Unindexed(owner, "points.entry").during(this::entries);
        accounts();
        run("vacuum analyze");
    }

    /** Where the term lies, as in a house that has lived through it. */
    private void months() {
        owner.sql(
                        """
                        select learning.make_months('2026-09-01', 6),
                               points.make_months('2026-09-01', 6)
                        """)
                .query()
                .listOfRows();
    }

    private void guardians() {
        owner.sql(
                        """
                        insert into identity.guardian
                            (guardian_id, phone_sealed, division, may_record, joined_at)
                        select md5('guardian ' || g)::uuid, '', :division, true, clock_timestamp()
                        from generate_series(1, :guardians) g
                        """)
                .param("division", DIVISION)
                .param("guardians", GUARDIANS)
                .update();
    }

    /** In the order in which they would have come: day by day, guardian by guardian. */
    private void events() {
        owner.sql(
                        """
                        insert into learning.event
                            (guardian_id, event_id, kind, cause, occurred_at, heard_at, division,
                             title_zh, title_en, stage, age_from, age_to, topic, seconds,
                             guardian_stage)
                        select md5('guardian ' || g)::uuid, md5(g || ' learns ' || l)::uuid,
                               'lesson-completed', md5('lesson ' || l)::uuid,
                               '2026-09-01T10:00:00Z'::timestamptz + l * interval '23 hours'
                                   + g * interval '0.01 seconds',
                               clock_timestamp(), :division, '早晨清单：出门之前的十五分钟',
                               'The morning list: fifteen minutes before leaving', 'primary', 72,
                               144, (:topics::text[])[1 + (l % 7)],
                               case when (g + l) % 20 = 0 then 1200 else 60 * (1 + l % 19) end,
                               'primary'
                        from generate_series(1, :lessons) l, generate_series(1, :guardians) g
                        """)
                .param("division", DIVISION)
                .param("topics", TOPICS)
                .param("lessons", LESSONS)
                .param("guardians", GUARDIANS)
                .update();
    }

    private void entries() {
        owner.sql(
                        """
                        insert into points.entry (
                            guardian_id, entry_id, event_id, kind, cause, once, rule, rule_owner,
                            rule_version, category, points, state, occurred_at, day, week,
                            division, stage, ages_from, ages_to, topic, seconds, guardian_stage,
                            subject_zh, subject_en, did_zh, did_en, why_zh, why_en)
                        select e.guardian_id, e.event_id, e.event_id, e.kind, e.cause, e.kind,
                               e.rule, :owner, 1, 'lesson', e.points, 'counted', e.occurred_at,
                               e.day, date_trunc('week', e.day)::date, e.division, e.stage,
                               e.age_from, e.age_to, e.topic, e.seconds, e.guardian_stage,
                               e.title_zh, e.title_en, '看完《' || e.title_zh || '》',
                               'Finished “' || e.title_en || '”', '记 ' || e.points || ' 分。',
                               e.points || ' points.'
                        from (
                            select v.*, (v.occurred_at at time zone 'Asia/Shanghai')::date as day,
                                   case when v.seconds = 1200 then 'twentieth' else v.topic end
                                       as rule,
                                   case when v.seconds = 1200 then :twentieth
                                       else 8 - array_position(:topics::text[], v.topic)
                                   end as points
                            from learning.event v) e
                        """)
                .param("owner", DIVISION.substring(0, 6))
                .param("twentieth", TWENTIETH)
                .param("topics", TOPICS)
                .update();
    }

    private void accounts() {
        run(
                """
                insert into points.account (guardian_id, balance, version)
                select guardian_id, sum(points), 1 from points.entry group by guardian_id
                """);
    }

    int nextVersion(String division) {
        return owner.sql(
                        """
                        select coalesce(max(version), 0) + 1
                        from points.rule_set where owner = :owner
                        """)
                .param("owner", division)
                .query(Integer.class)
                .single();
    }

    /** Reads every event and every entry once, by one process of the server. */
    void scan() {
        owner.sql(
                        """
                        select (select count(*) + sum(seconds) from learning.event)
                             + (select count(*) + sum(points) from points.entry)
                        """)
                .query(Long.class)
                .single();
    }

    long lines() {
        return owner.sql("select count(*) from points.entry").query(Long.class).single();
    }

    /** How many balances are not the sum of their entries. */
    long unbalanced() {
        return owner.sql(
                        """
                        select count(*)
                        from points.account a
                        left join (
                            select guardian_id, sum(points) as points
                            from points.entry
                            where state in ('counted', 'kept')
                            group by guardian_id
                        ) e on e.guardian_id = a.guardian_id
                        where a.balance is distinct from coalesce(e.points, 0)
                        """)
                .query(Long.class)
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
