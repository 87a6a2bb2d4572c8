-- Rules in force, the entries they made, and each guardian's balance beside them.
create schema points;
grant usage on schema points to jiaxue_app;
alter default privileges in schema points
    grant select, insert, update, delete on tables to jiaxue_app;

-- A rule set is never edited: entries name the version that made them.
create table points.rule_set (
    division   text not null,
    version    int not null check (version > 0),
    valid_from date not null,
    file       text not null,
    body       text not null,
    loaded_at  timestamptz not null default clock_timestamp(),
    primary key (division, version)
);
revoke update, delete on points.rule_set from jiaxue_app;

-- The ledger: lines are only added. A correction names the entry that it corrects, and carries its
-- kind, cause and days again, so that a sum needs no join. `counted` is what the caps see; `kept` is
-- what stays in the balance although a later order of facts would take it away; `held` waits for a
-- person and is in no balance.
create table points.entry (
    guardian_id       uuid not null,
    entry_id          uuid not null,
    event_id          uuid not null,
    corrects_entry_id uuid,
    kind              text not null,
    cause             uuid not null,
    once              text not null,
    rule              text not null,
    rule_division     text not null,
    rule_version      int not null,
    points            int not null,
    state             text not null check (state in ('counted', 'kept', 'held')),
    held_until        timestamptz,
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
    primary key (guardian_id, entry_id),
    check (points >= 0 or corrects_entry_id is not null),
    check (state <> 'kept' or corrects_entry_id is not null),
    check ((state = 'held') = (held_until is not null)),
    check ((ages_from is null) = (ages_to is null))
);
revoke update, delete on points.entry from jiaxue_app;

-- Told twice, paid once.
create unique index entry_original_key on points.entry (guardian_id, event_id, rule)
    where corrects_entry_id is null;
create index entry_by_time_idx on points.entry (guardian_id, occurred_at desc, entry_id desc);
create index entry_correction_idx on points.entry (guardian_id, corrects_entry_id)
    where corrects_entry_id is not null;
create index entry_cause_idx on points.entry (guardian_id, once, cause);

-- The ledger as it is shown: one row an event, all corrections in its sum and the latest reason, so
-- that nobody is shown points taken away.
create view points.shown_entry as
select
    e.guardian_id, e.entry_id, e.event_id, e.rule, e.rule_division, e.rule_version, e.state,
    e.occurred_at, e.did_zh, e.did_en,
    (e.points + coalesce(c.points, 0))::int as points,
    coalesce(c.why_zh, e.why_zh) as why_zh,
    coalesce(c.why_en, e.why_en) as why_en
from points.entry e
left join lateral (
    select
        sum(l.points) as points,
        (array_agg(l.why_zh order by l.entry_id desc))[1] as why_zh,
        (array_agg(l.why_en order by l.entry_id desc))[1] as why_en
    from points.entry l
    where l.guardian_id = e.guardian_id and l.corrects_entry_id = e.entry_id
) c on true
where e.corrects_entry_id is null;

create table points.account (
    guardian_id uuid primary key,
    balance     int not null check (balance >= 0),
    version     bigint not null
);
