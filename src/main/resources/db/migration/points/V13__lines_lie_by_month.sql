-- The ledger lies by the month in which what it is about occurred, as learning's events do. A
-- correction occurred when its first line did, so both lie together.
drop view points.shown_entry;
drop view points.hold_now;

drop index points.entry_original_key;
drop index points.entry_by_time_idx;
drop index points.entry_correction_idx;
drop index points.entry_cause_idx;
alter table points.entry drop constraint entry_pkey;
alter table points.entry rename to entry_before;

create table points.entry (
    guardian_id       uuid not null,
    entry_id          uuid not null,
    event_id          uuid not null,
    corrects_entry_id uuid,
    kind              text not null,
    cause             uuid not null,
    once              text not null,
    rule              text not null,
    rule_owner        text not null,
    rule_version      int not null,
    points            int not null,
    state             text not null check (state in ('counted', 'kept', 'held')),
    occurred_at       timestamptz not null,
    day               date not null,
    week              date not null,
    division          text not null,
    stage             text not null,
    ages_from         int,
    ages_to           int,
    subject_zh        text not null,
    subject_en        text not null,
    did_zh            text not null,
    did_en            text not null,
    why_zh            text not null,
    why_en            text not null,
    recorded_at       timestamptz not null default clock_timestamp(),
    category          text not null,
    topic             text not null default '',
    seconds           int not null default 0,
    guardian_stage    text,
    school            uuid,
    primary key (guardian_id, entry_id, occurred_at),
    check (points >= 0 or corrects_entry_id is not null),
    check (state <> 'kept' or corrects_entry_id is not null),
    check ((ages_from is null) = (ages_to is null))
) partition by range (occurred_at);
create unique index entry_original_key on points.entry (guardian_id, event_id, occurred_at)
    where corrects_entry_id is null;
create index entry_by_time_idx
    on points.entry (guardian_id, occurred_at desc, entry_id desc)
    include (
        corrects_entry_id, event_id, kind, day, rule_owner, rule_version, category, points, state);
create index entry_correction_idx on points.entry (guardian_id, corrects_entry_id)
    where corrects_entry_id is not null;
create index entry_cause_idx on points.entry (guardian_id, once, cause);
revoke update, delete on points.entry from jiaxue_app;

-- A part of the ledger, not yet one: with its keys, and tended as what is only added to wants it.
-- The application reaches parts through the whole alone.
create function points.new_part(part text) returns void
language plpgsql set search_path = '' as $$
begin
    execute format(
        'create table points.%I (like points.entry including defaults including constraints) with ('
        'autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02, '
        'autovacuum_freeze_min_age = 0)', part);
    execute format(
        'alter table points.%I add constraint %I primary key (guardian_id, entry_id, occurred_at)',
        part, part || '_pkey');
    execute format(
        'create unique index %I on points.%I (guardian_id, event_id, occurred_at) '
        'where corrects_entry_id is null', part || '_original_key', part);
    execute format(
        'create index %I on points.%I (guardian_id, occurred_at desc, entry_id desc) include ('
        'corrects_entry_id, event_id, kind, day, rule_owner, rule_version, category, points, state)',
        part || '_by_time_idx', part);
    execute format(
        'create index %I on points.%I (guardian_id, corrects_entry_id) '
        'where corrects_entry_id is not null', part || '_correction_idx', part);
    execute format(
        'create index %I on points.%I (guardian_id, once, cause)', part || '_cause_idx', part);
    execute format('revoke all on points.%I from jiaxue_app', part);
end;
$$;
revoke all on function points.new_part(text) from public;

-- Lines of a month that has no part of its own: none is ever refused for want of one.
select points.new_part('entry_other');
alter table points.entry attach partition points.entry_other default;

-- As learning.make_months does it for events.
create function points.make_months(first date, months integer) returns integer
language plpgsql security definer set search_path = '' set lock_timeout = '2s' as $$
declare
    made  integer := 0;
    month timestamp := date_trunc('month', first::timestamp);
    since timestamptz;
    until timestamptz;
    part  text;
begin
    perform pg_advisory_xact_lock(hashtext('points.make_months'));
    for i in 1..least(months, 1200) loop
        part := 'entry_' || to_char(month, 'YYYY_MM');
        since := month at time zone 'Asia/Shanghai';
        month := month + interval '1 month';
        until := month at time zone 'Asia/Shanghai';
        if to_regclass('points.' || part) is null then
            perform points.new_part(part);
            if exists (select from points.entry_other
                       where occurred_at >= since and occurred_at < until) then
                lock table points.entry_other in exclusive mode;
                execute format(
                    'insert into points.%I select * from points.entry_other '
                    'where occurred_at >= $1 and occurred_at < $2', part) using since, until;
                delete from points.entry_other
                where occurred_at >= since and occurred_at < until;
            end if;
            execute format(
                'alter table points.entry attach partition points.%I for values from (%L) to (%L)',
                part, since, until);
            made := made + 1;
        end if;
    end loop;
    return made;
end;
$$;
revoke all on function points.make_months(date, integer) from public;
grant execute on function points.make_months(date, integer) to jiaxue_app;

-- Makes the parts of months of which at least so many rows wait elsewhere; answers how many.
create function points.make_months_of(many bigint) returns integer
language plpgsql security definer set search_path = '' set lock_timeout = '2s' as $$
declare
    made  integer := 0;
    month timestamp;
begin
    for month in
        select date_trunc('month', occurred_at at time zone 'Asia/Shanghai')
        from points.entry_other
        group by 1 having count(*) >= many
        order by 1
    loop
        made := made + points.make_months(cast(month as date), 1);
    end loop;
    return made;
end;
$$;
revoke all on function points.make_months_of(bigint) from public;
grant execute on function points.make_months_of(bigint) to jiaxue_app;

-- A part for each month of what there is; the job makes those that come.
select points.make_months(cast(month as date), 1)
from (
    select distinct date_trunc('month', occurred_at at time zone 'Asia/Shanghai') as month
    from points.entry_before
    order by month
) as there;

insert into points.entry (
    guardian_id, entry_id, event_id, corrects_entry_id, kind, cause, once, rule, rule_owner,
    rule_version, points, state, occurred_at, day, week, division, stage, ages_from, ages_to,
    subject_zh, subject_en, did_zh, did_en, why_zh, why_en, recorded_at, category, topic, seconds,
    guardian_stage, school)
select
    guardian_id, entry_id, event_id, corrects_entry_id, kind, cause, once, rule, rule_owner,
    rule_version, points, state, occurred_at, day, week, division, stage, ages_from, ages_to,
    subject_zh, subject_en, did_zh, did_en, why_zh, why_en, recorded_at, category, topic, seconds,
    guardian_stage, school
from points.entry_before;

-- The function and the views of the ledger over the new table. What is shown looks for a
-- correction in its first line's month alone, and asks no ledger how a hold stands.
create or replace function points.erase(erased uuid) returns void
language sql security definer set search_path = ''
begin atomic
    delete from points.hold_decision where guardian_id = erased and step = 'appeal';
    delete from points.hold_decision where guardian_id = erased;
    delete from points.hold_word where guardian_id = erased;
    delete from points.hold where guardian_id = erased;
    delete from points.circumstance where guardian_id = erased;
    delete from points.visit where guardian_id = erased;
    delete from points.entry where guardian_id = erased;
    delete from points.account where guardian_id = erased;
end;

-- How each hold stands, without what it is about: `waiting` and `appealed` wait for a person;
-- `refused` may be appealed.
create view points.hold_state as
select
    h.guardian_id, h.event_id, h.hold_id, h.division, h.detector, h.version, h.figures, h.held_at,
    case
        when f.outcome is null then 'waiting'
        when f.outcome = 'released' then 'released'
        when a.outcome = 'released' then 'released'
        when a.outcome = 'refused' then 'final'
        when w.step is not null then 'appealed'
        else 'refused'
    end as state,
    coalesce(w.until, h.until) as until,
    coalesce(w.said_at, h.held_at) as since,
    f.decided_by as first_by
from points.hold h
left join points.hold_decision f
    on f.guardian_id = h.guardian_id and f.event_id = h.event_id and f.step = 'first'
left join points.hold_word w
    on w.guardian_id = h.guardian_id and w.event_id = h.event_id and w.step = 'appeal'
left join points.hold_decision a
    on a.guardian_id = h.guardian_id and a.event_id = h.event_id and a.step = 'appeal';

create view points.hold_now as
select
    h.guardian_id, h.event_id, h.hold_id, h.division, e.kind, e.did_zh, e.did_en, e.occurred_at,
    h.detector, h.version, h.figures, h.held_at, h.state, h.until, h.since, h.first_by
from points.hold_state h
left join points.entry e
    on e.guardian_id = h.guardian_id and e.event_id = h.event_id and e.corrects_entry_id is null;

create view points.shown_entry as
select
    e.guardian_id, e.entry_id, e.event_id, e.state, e.occurred_at, e.did_zh, e.did_en,
    ((case when e.state = 'held' then 0 else e.points end) + coalesce(c.points, 0))::int as points,
    ((case when e.state = 'held' then e.points else 0 end) + coalesce(c.held, 0))::int as held,
    h.hold_id,
    coalesce(h.state = 'waiting', false) as waits,
    coalesce(c.rule, e.rule) as rule,
    coalesce(c.rule_owner, e.rule_owner) as rule_owner,
    coalesce(c.rule_version, e.rule_version) as rule_version,
    coalesce(c.why_zh, e.why_zh) as why_zh,
    coalesce(c.why_en, e.why_en) as why_en
from points.entry e
left join lateral (
    select
        sum(l.points) filter (where l.state <> 'held') as points,
        sum(l.points) filter (where l.state = 'held') as held,
        (array_agg(l.rule order by l.entry_id desc))[1] as rule,
        (array_agg(l.rule_owner order by l.entry_id desc))[1] as rule_owner,
        (array_agg(l.rule_version order by l.entry_id desc))[1] as rule_version,
        (array_agg(l.why_zh order by l.entry_id desc))[1] as why_zh,
        (array_agg(l.why_en order by l.entry_id desc))[1] as why_en
    from points.entry l
    where l.guardian_id = e.guardian_id and l.corrects_entry_id = e.entry_id
      and l.occurred_at = e.occurred_at
) c on true
left join points.hold_state h on h.guardian_id = e.guardian_id and h.event_id = e.event_id
where e.corrects_entry_id is null;

drop table points.entry_before;

-- A row that everything earned writes again: its page keeps room for the next version, and dead ones
-- are taken away after some per cent and not a fifth.
alter table points.account set (
    fillfactor = 80,
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.05
);
-- Forgotten after days.
alter table points.circumstance set (autovacuum_vacuum_scale_factor = 0.05);
