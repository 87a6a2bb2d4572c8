-- Points that wait for a person: what was seen, what tripped, who decided, what the guardian said.

-- How long points wait stands with their hold.
alter table points.entry drop column held_until;

-- A version is never edited: holds name the one that set them.
create table points.detector_set (
    version    int primary key check (version > 0),
    valid_from date not null,
    file       text not null,
    body       text not null,
    loaded_at  timestamptz not null default clock_timestamp()
);
revoke update, delete on points.detector_set from jiaxue_app;

-- What was seen as something became a fact: keyed hashes of one day, useless on the next.
create table points.circumstance (
    guardian_id    uuid not null,
    event_id       uuid not null,
    device         text check (length(device) = 64),
    network        text check (length(network) = 64),
    answer_millis  int check (answer_millis >= 0),
    cut_seconds    int not null check (cut_seconds >= 0),
    played_seconds int not null check (played_seconds >= 0),
    seen_at        timestamptz not null,
    primary key (guardian_id, event_id)
);
create index circumstance_age_idx on points.circumstance (seen_at);

-- How many guardians were seen at a device or network of a day, and which of them each is. By the
-- place and not by the guardian: that is what is looked up, and what is locked.
create table points.place (
    place     text primary key check (length(place) = 64),
    guardians int not null check (guardians > 0),
    seen_at   timestamptz not null
);
create table points.visit (
    place       text not null,
    guardian_id uuid not null,
    number      int not null check (number > 0),
    seen_at     timestamptz not null,
    primary key (place, guardian_id)
);
create index visit_by_guardian_idx on points.visit (guardian_id);

-- An event that tripped a detector. Its lines in the ledger are `held` until somebody decides.
create table points.hold (
    guardian_id uuid not null,
    event_id    uuid not null,
    hold_id     uuid not null,
    division    text not null,
    detector    text not null,
    version     int not null,
    figures     jsonb not null,
    held_at     timestamptz not null,
    until       timestamptz not null,
    primary key (guardian_id, event_id)
);
create index hold_by_id_idx on points.hold (hold_id);
create index hold_by_division_idx on points.hold (division text_pattern_ops, held_at);
revoke update, delete on points.hold from jiaxue_app;

-- What the guardian writes: once while it waits, and once to appeal.
create table points.hold_word (
    guardian_id uuid not null,
    event_id    uuid not null,
    step        text not null check (step in ('first', 'appeal')),
    words       text not null check (length(words) between 1 and 1000),
    until       timestamptz,
    said_at     timestamptz not null,
    primary key (guardian_id, event_id, step),
    foreign key (guardian_id, event_id) references points.hold,
    check ((step = 'appeal') = (until is not null))
);
revoke update, delete on points.hold_word from jiaxue_app;

-- Who decided what: once, and once more on an appeal against a refusal, by somebody else. Nobody
-- at all is time that ran out, which can only release.
create table points.hold_decision (
    guardian_id uuid not null,
    event_id    uuid not null,
    step        text not null check (step in ('first', 'appeal')),
    outcome     text not null check (outcome in ('released', 'refused')),
    reason      text not null,
    note        text check (length(note) between 1 and 1000),
    decided_by  uuid,
    decided_at  timestamptz not null,
    first_step  text check (first_step = 'first'),
    first_by    uuid,
    primary key (guardian_id, event_id, step),
    foreign key (guardian_id, event_id) references points.hold,
    constraint hold_decision_by_key unique (guardian_id, event_id, step, decided_by),
    constraint hold_decision_first_fk foreign key (guardian_id, event_id, first_step, first_by)
        references points.hold_decision (guardian_id, event_id, step, decided_by),
    constraint hold_decision_time_only_releases
        check (decided_by is not null or (outcome = 'released' and reason = 'in-time')),
    constraint hold_decision_appeal_follows
        check ((step = 'appeal') = (first_step is not null and first_by is not null)),
    constraint hold_decision_by_another
        check (step = 'first' or decided_by is null or decided_by <> first_by)
);
revoke update, delete on points.hold_decision from jiaxue_app;

-- How each hold stands. `waiting` and `appealed` wait for a person; `refused` may be appealed.
create view points.hold_now as
select
    h.guardian_id, h.event_id, h.hold_id, h.division, e.kind, e.did_zh, e.did_en, e.occurred_at,
    h.detector, h.version, h.figures, h.held_at,
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
left join points.entry e
    on e.guardian_id = h.guardian_id and e.event_id = h.event_id and e.corrects_entry_id is null
left join points.hold_decision f
    on f.guardian_id = h.guardian_id and f.event_id = h.event_id and f.step = 'first'
left join points.hold_word w
    on w.guardian_id = h.guardian_id and w.event_id = h.event_id and w.step = 'appeal'
left join points.hold_decision a
    on a.guardian_id = h.guardian_id and a.event_id = h.event_id and a.step = 'appeal';

-- The ledger as it is shown, with what waits told apart from what is in the balance.
drop view points.shown_entry;
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
) c on true
left join points.hold_now h on h.guardian_id = e.guardian_id and h.event_id = e.event_id
where e.corrects_entry_id is null;

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
