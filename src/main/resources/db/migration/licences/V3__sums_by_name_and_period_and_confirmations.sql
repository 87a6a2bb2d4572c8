-- Schemes ask for more than points and activities, begin anew each term or school year, and some
-- levels are confirmed by a person. What was counted and reached before stays: its scheme has no end.

-- The sums of a layer within a period, by the name that criteria give them. `kept` is what of a sum
-- stays although corrections took it elsewhere.
create table licences.sum (
    guardian_id uuid not null,
    scheme      text not null,
    layer       text not null,
    period      text not null,
    name        text not null,
    value       int not null check (value >= 0),
    kept        int not null check (kept >= 0),
    primary key (guardian_id, scheme, layer, period, name)
);

insert into licences.sum (guardian_id, scheme, layer, period, name, value, kept)
select guardian_id, scheme, layer, 'ever', 'points' || '.total', points, kept from licences.standing
union all
select guardian_id, scheme, layer, 'ever', 'deeds.activity', activities, 0
from licences.standing where activities > 0
union all
select guardian_id, scheme, layer, 'ever', 'deeds.live', lives, 0
from licences.standing where lives > 0;

-- The other deeds and the points of each category were not summed; they follow from what was counted.
insert into licences.sum (guardian_id, scheme, layer, period, name, value, kept)
select guardian_id, scheme, layer, 'ever', 'deeds.' || deed_name, count(distinct event_id), 0
from (
    select guardian_id, scheme, layer, event_id,
           case deed when 'lesson-completed' then 'lesson'
                     when 'reflection-answered' then 'question'
                     when 'course-completed' then 'course'
                     when 'replay-watched' then 'replay'
                     when 'note-written' then 'note'
                     when 'answer-helpful' then 'answer' end as deed_name
    from licences.counted
    where layer is not null
) as deeds
where deed_name is not null
group by guardian_id, scheme, layer, deed_name;

insert into licences.sum (guardian_id, scheme, layer, period, name, value, kept)
select guardian_id, scheme, layer, 'ever', 'points' || '.' || category,
       greatest(0, sum(points)), greatest(0, -sum(points))
from (
    select guardian_id, scheme, layer, points,
           case deed when 'lesson-completed' then 'lesson'
                     when 'reflection-answered' then 'question'
                     when 'course-completed' then 'course'
                     when 'live-attended' then 'live'
                     when 'replay-watched' then 'live'
                     when 'activity-attended' then 'activity'
                     when 'note-written' then 'note'
                     when 'answer-helpful' then 'answer'
                     else 'other' end as category
    from licences.counted
    where layer is not null and points <> 0
) as points
group by guardian_id, scheme, layer, category;

alter table licences.counted add column period text not null default 'ever';
alter table licences.counted alter column period drop default;

-- A level belongs to its period and remembers what earned it: the entries that are new since the level
-- below, and the request that was confirmed.
alter table licences.licence
    add column period text not null default 'ever',
    add column entries uuid[] not null default '{}',
    add column confirmation uuid;
alter table licences.licence alter column period drop default;
alter table licences.licence drop constraint licence_pkey;
alter table licences.licence add primary key (guardian_id, scheme, layer, period, level);

-- Levels reached before: what was counted from the level below up to the event that brought it.
with brought as (
    select l.guardian_id, l.scheme, l.layer, l.level, l.cause,
           (select min(c.counted_at) from licences.counted c
            where c.guardian_id = l.guardian_id and c.scheme = l.scheme
              and c.event_id = l.cause) as at
    from licences.licence l
), spans as (
    select guardian_id, scheme, layer, level, cause, at,
           max(at) over (
               partition by guardian_id, scheme, layer
               order by level rows between unbounded preceding and 1 preceding) as after
    from brought
), earned as (
    select s.guardian_id, s.scheme, s.layer, s.level,
           array_agg(c.entry_id order by c.counted_at, c.entry_id) as entries
    from spans s
    join licences.counted c
      on c.guardian_id = s.guardian_id and c.scheme = s.scheme and c.layer = s.layer
     and (c.event_id = s.cause
          or (c.counted_at <= s.at and c.counted_at > coalesce(s.after, '-infinity')))
    group by s.guardian_id, s.scheme, s.layer, s.level
)
update licences.licence l
set entries = e.entries
from earned e
where l.guardian_id = e.guardian_id and l.scheme = e.scheme and l.layer = e.layer
  and l.level = e.level;

-- A guardian asks for the confirmation of a level. Who is asked reads only what waits with them.
create table licences.confirmation (
    guardian_id uuid not null,
    request_id  uuid not null,
    scheme      text not null,
    version     int not null,
    layer       text not null,
    period      text not null,
    level       int not null check (level > 0),
    division    text not null,
    confirmer   text not null check (confirmer in ('class', 'school', 'county')),
    node        text not null,
    asked_at    timestamptz not null,
    state       text not null check (state in ('waiting', 'confirmed', 'declined', 'withdrawn')),
    decided_at  timestamptz,
    decided_by  uuid,
    reason      text not null default '' check (length(reason) <= 200),
    primary key (guardian_id, request_id),
    check ((state = 'waiting') = (decided_at is null)),
    check ((state in ('confirmed', 'declined')) = (decided_by is not null)),
    check ((state = 'declined') = (reason <> ''))
);

-- One level is asked for once at a time, and not again once it is confirmed.
create unique index confirmation_open_idx
    on licences.confirmation (guardian_id, scheme, layer, period, level)
    where state in ('waiting', 'confirmed');

-- What waits where, for those who are asked.
create table licences.waiting (
    confirmer   text not null check (confirmer in ('class', 'school', 'county')),
    node        text not null,
    request_id  uuid not null,
    guardian_id uuid not null,
    asked_at    timestamptz not null,
    primary key (confirmer, node, request_id)
);
create index waiting_guardian_idx on licences.waiting (guardian_id);

create or replace function licences.erase(erased uuid) returns void
language sql security definer set search_path = ''
begin atomic
    delete from licences.counted where guardian_id = erased;
    delete from licences.sum where guardian_id = erased;
    delete from licences.licence where guardian_id = erased;
    delete from licences.waiting where guardian_id = erased;
    delete from licences.confirmation where guardian_id = erased;
end;

drop table licences.standing;
