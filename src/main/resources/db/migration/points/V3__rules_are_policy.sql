-- Rule sets of divisions and of schools: the owner is a division's code, or its county's code, a
-- slash and the school's id. Who drafted a set does not approve it; what ships was approved by
-- nobody here.
alter table points.rule_set rename column division to owner;
alter table points.rule_set
    add column valid_until date,
    add column drafted_by  uuid,
    add column approved_by uuid,
    add constraint rule_set_two_people check (approved_by is distinct from drafted_by
        or approved_by is null),
    add constraint rule_set_span check (valid_until >= valid_from);

-- A line keeps what the rules asked of its event, so that they can be gone through again from here,
-- and what its points are for. Where no rule held, the version is 0.
drop view points.shown_entry;
alter table points.entry rename column rule_division to rule_owner;
alter table points.entry
    add column category       text,
    add column topic          text not null default '',
    add column seconds        int not null default 0,
    add column guardian_stage text,
    add column school         uuid;
update points.entry
set category = case kind
    when 'lesson-completed' then 'lesson'
    when 'reflection-answered' then 'question'
    when 'course-completed' then 'course'
    when 'live-attended' then 'live'
    when 'replay-watched' then 'live'
    when 'activity-attended' then 'activity'
    when 'note-written' then 'note'
    when 'answer-helpful' then 'answer'
    else 'other'
end;
alter table points.entry alter column category set not null;

-- Told twice, paid once, whatever rule it went by the first time.
drop index points.entry_original_key;
create unique index entry_original_key on points.entry (guardian_id, event_id)
    where corrects_entry_id is null;

-- One row an event, all corrections in its sum, the latest reason and the rule that it went by last.
create view points.shown_entry as
select
    e.guardian_id, e.entry_id, e.event_id, e.state, e.occurred_at, e.did_zh, e.did_en,
    (e.points + coalesce(c.points, 0))::int as points,
    coalesce(c.rule, e.rule) as rule,
    coalesce(c.rule_owner, e.rule_owner) as rule_owner,
    coalesce(c.rule_version, e.rule_version) as rule_version,
    coalesce(c.why_zh, e.why_zh) as why_zh,
    coalesce(c.why_en, e.why_en) as why_en
from points.entry e
left join lateral (
    select
        sum(l.points) as points,
        (array_agg(l.rule order by l.entry_id desc))[1] as rule,
        (array_agg(l.rule_owner order by l.entry_id desc))[1] as rule_owner,
        (array_agg(l.rule_version order by l.entry_id desc))[1] as rule_version,
        (array_agg(l.why_zh order by l.entry_id desc))[1] as why_zh,
        (array_agg(l.why_en order by l.entry_id desc))[1] as why_en
    from points.entry l
    where l.guardian_id = e.guardian_id and l.corrects_entry_id = e.entry_id
) c on true
where e.corrects_entry_id is null;
