package org.jiaxue.points;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.learning.Earned;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what events have earned, as every beat after a completion asks. */
@Component
class EarnedStore {

    /** A time that came with more digits than the database keeps was rounded either way. */
    private static final Duration ROUNDED = Duration.ofMillis(1);

    /**
     * As {@code points.shown_entry} shows it. The bounds stand at lines and corrections, since the
     * server leaves months aside, before it plans, only where it reads a time.
     */
    private static final String EARNED =
            """
            select
                e.event_id, e.did_zh, e.did_en,
                coalesce(c.rule, e.rule) as rule,
                coalesce(c.rule_version, e.rule_version) as rule_version,
                coalesce(c.why_zh, e.why_zh) as why_zh,
                coalesce(c.why_en, e.why_en) as why_en,
                cast(case when e.state = 'held' then 0 else e.points end
                    + coalesce(c.points, 0) as int) as points,
                cast(case when e.state = 'held' then e.points else 0 end
                    + coalesce(c.held, 0) as int) as held
            from points.entry e
            join lateral unnest(:guardians::uuid[], :events::uuid[])
                as asked (guardian_id, event_id)
              on e.guardian_id = asked.guardian_id and e.event_id = asked.event_id
            left join lateral (
                select
                    sum(l.points) filter (where l.state <> 'held') as points,
                    sum(l.points) filter (where l.state = 'held') as held,
                    (array_agg(l.rule order by l.entry_id desc))[1] as rule,
                    (array_agg(l.rule_version order by l.entry_id desc))[1] as rule_version,
                    (array_agg(l.why_zh order by l.entry_id desc))[1] as why_zh,
                    (array_agg(l.why_en order by l.entry_id desc))[1] as why_en
                from points.entry l
                where l.guardian_id = e.guardian_id and l.corrects_entry_id = e.entry_id
                  and l.occurred_at >= :earliest and l.occurred_at <= :latest
            ) c on true
            where e.corrects_entry_id is null
              and e.occurred_at >= :earliest and e.occurred_at <= :latest
            order by e.occurred_at, e.event_id
            """;

    private final JdbcClient jdbc;

    EarnedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What events have earned so far, by guardian, in the order of occurrence. */
    List<Earned> earnedBy(
            Map<GuardianId, Collection<UUID>> events, Instant earliest, Instant latest) {
        List<UUID> guardians = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        events.forEach((guardian, own) ->
                own.forEach(event -> {
                    guardians.add(guardian.value());
                    ids.add(event);
                }));
        return jdbc.sql(EARNED)
                .param("guardians", guardians.toArray(UUID[]::new))
                .param("events", ids.toArray(UUID[]::new))
                .param("earliest", earliest.minus(ROUNDED).atOffset(ZoneOffset.UTC))
                .param("latest", latest.plus(ROUNDED).atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Earned(
                                row.getObject("event_id", UUID.class),
                                row.getInt("points"),
                                row.getString("rule"),
                                row.getInt("rule_version"),
                                EntryStore.sentence(
                                        new Words(row.getString("did_zh"), row.getString("did_en")),
                                        new Words(
                                                row.getString("why_zh"), row.getString("why_en"))),
                                row.getInt("held")))
                .list();
    }
}
