-- Events lie by the month in which they occurred, so that a month that is over is read, tended and
-- taken away by itself. A key of a table in parts must hold what parts it, so it cannot refuse what
-- is told again with another time. That is what learning.told does: it is written first, for every
-- kind and cause of a guardian once, and stays when an event's month goes.
create table learning.told (
    guardian_id uuid        not null,
    cause       uuid        not null,
    occurred_at timestamptz not null,
    kind        text        not null,
    primary key (guardian_id, kind, cause)
) with (
    autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02
);
revoke update on learning.told from jiaxue_app;

insert into learning.told (guardian_id, cause, occurred_at, kind)
select guardian_id, cause, occurred_at, kind from learning.event;

alter table learning.event drop constraint event_pkey, drop constraint event_once;
drop index learning.event_by_guardian_and_time;
alter table learning.event rename to event_before;

create table learning.event (
    guardian_id    uuid        not null,
    event_id       uuid        not null,
    kind           text        not null,
    cause          uuid        not null,
    occurred_at    timestamptz not null,
    heard_at       timestamptz not null,
    division       text        not null,
    title_zh       text        not null,
    title_en       text        not null,
    stage          text        not null,
    age_from       integer,
    age_to         integer,
    topic          text,
    seconds        integer check (seconds > 0),
    guardian_stage text,
    school         uuid,
    primary key (guardian_id, kind, cause, occurred_at)
) partition by range (occurred_at);
create index event_by_guardian_and_time
    on learning.event (guardian_id, occurred_at, event_id)
    include (kind, cause, division, stage, age_from, age_to, topic, seconds, guardian_stage, school);
revoke update on learning.event from jiaxue_app;

-- A part of the table, not yet one: with its keys, and tended as what is only added to wants it.
-- The application reaches parts through the whole alone.
create function learning.new_part(part text) returns void
language plpgsql set search_path = '' as $$
begin
    execute format(
        'create table learning.%I (like learning.event including constraints) with ('
        'autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02, '
        'autovacuum_freeze_min_age = 0)', part);
    execute format(
        'alter table learning.%I add constraint %I primary key '
        '(guardian_id, kind, cause, occurred_at)', part, part || '_pkey');
    execute format(
        'create index %I on learning.%I (guardian_id, occurred_at, event_id) include (kind, cause, '
        'division, stage, age_from, age_to, topic, seconds, guardian_stage, school)',
        part || '_by_guardian_and_time', part);
    execute format('revoke all on learning.%I from jiaxue_app', part);
end;
$$;
revoke all on function learning.new_part(text) from public;

-- What occurred in a month that has no part of its own lies here: no fact is ever refused for want
-- of one.
select learning.new_part('event_other');
alter table learning.event attach partition learning.event_other default;

-- Makes the parts of months, from the month of a day on, that are not there, and moves there what
-- waited elsewhere; answers how many were made. Months are those of Asia/Shanghai. It gives up
-- where it would keep writers waiting, and is called again.
create function learning.make_months(first date, months integer) returns integer
language plpgsql security definer set search_path = '' set lock_timeout = '2s' as $$
declare
    made  integer := 0;
    month timestamp := date_trunc('month', first::timestamp);
    since timestamptz;
    until timestamptz;
    part  text;
begin
    perform pg_advisory_xact_lock(hashtext('learning.make_months'));
    for i in 1..least(months, 1200) loop
        part := 'event_' || to_char(month, 'YYYY_MM');
        since := month at time zone 'Asia/Shanghai';
        month := month + interval '1 month';
        until := month at time zone 'Asia/Shanghai';
        if to_regclass('learning.' || part) is null then
            perform learning.new_part(part);
            if exists (select from learning.event_other
                       where occurred_at >= since and occurred_at < until) then
                lock table learning.event_other in exclusive mode;
                execute format(
                    'insert into learning.%I select * from learning.event_other '
                    'where occurred_at >= $1 and occurred_at < $2', part) using since, until;
                delete from learning.event_other
                where occurred_at >= since and occurred_at < until;
            end if;
            execute format(
                'alter table learning.event attach partition learning.%I for values from (%L) to (%L)',
                part, since, until);
            made := made + 1;
        end if;
    end loop;
    return made;
end;
$$;
revoke all on function learning.make_months(date, integer) from public;
grant execute on function learning.make_months(date, integer) to jiaxue_app;

-- Makes the parts of months of which at least so many rows wait elsewhere; answers how many.
create function learning.make_months_of(many bigint) returns integer
language plpgsql security definer set search_path = '' set lock_timeout = '2s' as $$
declare
    made  integer := 0;
    month timestamp;
begin
    for month in
        select date_trunc('month', occurred_at at time zone 'Asia/Shanghai')
        from learning.event_other
        group by 1 having count(*) >= many
        order by 1
    loop
        made := made + learning.make_months(cast(month as date), 1);
    end loop;
    return made;
end;
$$;
revoke all on function learning.make_months_of(bigint) from public;
grant execute on function learning.make_months_of(bigint) to jiaxue_app;

-- A part for each month of what there is; the job makes those that come.
select learning.make_months(cast(month as date), 1)
from (
    select distinct date_trunc('month', occurred_at at time zone 'Asia/Shanghai') as month
    from learning.event_before
    order by month
) as there;

insert into learning.event (
    guardian_id, event_id, kind, cause, occurred_at, heard_at, division, title_zh, title_en, stage,
    age_from, age_to, topic, seconds, guardian_stage, school)
select
    guardian_id, event_id, kind, cause, occurred_at, heard_at, division, title_zh, title_en, stage,
    age_from, age_to, topic, seconds, guardian_stage, school
from learning.event_before;
drop table learning.event_before;

-- Rows that are written again and again: pages keep room for the next version of a row, so that no
-- index is touched, and dead versions are taken away after some per cent and not a fifth.
alter table learning.coverage set (
    fillfactor = 80,
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.05
);
-- Only added to.
alter table learning.playback set (
    autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02
);
