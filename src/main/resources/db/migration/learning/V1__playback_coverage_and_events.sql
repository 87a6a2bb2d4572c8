create schema learning;
grant usage on schema learning to jiaxue_app;
alter default privileges in schema learning grant select, insert, update, delete on tables to jiaxue_app;

-- A bit a second of a lesson. At most one row a guardian has an active playback, and its clock is
-- the one that runs; so a beat reads and writes this one row.
create table learning.coverage (
    guardian_id      uuid        not null,
    lesson_id        uuid        not null,
    covered          bit varying not null check (length(covered) between 1 and 14400),
    covered_seconds  integer     not null default 0,
    position         integer     not null default 0,
    active           uuid,
    clock_at         timestamptz not null,
    version          bigint      not null default 0,
    completed_at     timestamptz,
    completed_by     uuid,
    completion       uuid[]      not null default '{}',
    primary key (guardian_id, lesson_id)
) with (fillfactor = 80);
create unique index coverage_one_active_a_guardian
    on learning.coverage (guardian_id) where active is not null;

create table learning.playback (
    guardian_id uuid        not null,
    playback_id uuid        not null,
    lesson_id   uuid        not null,
    started_at  timestamptz not null,
    primary key (guardian_id, playback_id)
);

create table learning.reflection (
    guardian_id uuid        not null,
    lesson_id   uuid        not null,
    answer      text        not null check (length(answer) <= 16),
    tries       integer     not null default 1,
    right_at    timestamptz,
    primary key (guardian_id, lesson_id)
);

-- Verified facts. Told twice they are kept once; none is ever changed.
create table learning.event (
    guardian_id uuid        not null,
    event_id    uuid        not null,
    kind        text        not null,
    cause       uuid        not null,
    occurred_at timestamptz not null,
    heard_at    timestamptz not null,
    division    text        not null,
    title_zh    text        not null,
    title_en    text        not null,
    stage       text        not null,
    age_from    integer,
    age_to      integer,
    primary key (guardian_id, event_id),
    constraint event_once unique (guardian_id, kind, cause)
);
revoke update on learning.event from jiaxue_app;
