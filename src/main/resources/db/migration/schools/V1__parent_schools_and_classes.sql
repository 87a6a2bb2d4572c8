create schema schools;
grant usage on schema schools to jiaxue_app;
alter default privileges in schema schools grant select, insert, update, delete on tables to jiaxue_app;

-- What was said of a school's parent school; the latest day counts, and of one day the last word.
-- Without a platform it was closed.
create table schools.parent_school (
    step_id      uuid primary key,
    organisation uuid        not null,
    county       text        not null check (county ~ '^[0-9]{6}$'),
    platform     text        check (platform in ('provincial', 'local', 'own', 'other')),
    on_day       date        not null,
    staff_id     uuid        not null,
    noted_at     timestamptz not null
);
create index parent_school_latest on schools.parent_school (organisation, on_day desc, step_id desc);
revoke update, delete on schools.parent_school from jiaxue_app;

-- The invitation is found by its keyed hash and shown again from its seal. Totals are settled as of
-- a Monday; settled_on is the last one.
create table schools.school_class (
    class_id      uuid primary key,
    organisation  uuid        not null,
    name          text        not null check (char_length(name) between 1 and 20),
    stage         text        not null,
    entry_year    integer     not null check (entry_year between 2000 and 2100),
    pupils        integer     not null check (pupils between 1 and 60),
    made_at       timestamptz not null,
    made_by       uuid        not null,
    closed_on     date,
    settled_on    date,
    invite_hash   text        not null unique,
    invite_sealed text        not null,
    invite_until  date        not null
);
create index school_class_by_organisation on schools.school_class (organisation);

create table schools.class_teacher (
    class_id uuid        not null references schools.school_class,
    staff_id uuid        not null,
    since    timestamptz not null,
    primary key (class_id, staff_id)
);

create table schools.class_lesson (
    class_id  uuid        not null references schools.school_class,
    lesson_id uuid        not null,
    place     integer     not null,
    week      date,
    added_at  timestamptz not null,
    primary key (class_id, lesson_id)
);

-- Who joined a class, and for a child in which stage; never which child. Who left is kept until the
-- class is settled next, so that a late settlement still counts the day it is of.
create table schools.member (
    guardian_id uuid        not null,
    class_id    uuid        not null,
    stage       text        not null,
    joined_at   timestamptz not null,
    left_at     timestamptz,
    primary key (guardian_id, class_id)
);
create index member_by_class on schools.member (class_id);

-- In which one class a guardian is counted, and which completions count there: those since a moment,
-- or all where they were never counted in another class.
create table schools.counted (
    guardian_id uuid primary key,
    class_id    uuid not null,
    since       timestamptz,
    last_on     date not null
);

-- What staff may read of a class. "about" is a lesson, or the class itself for its guardians. How
-- many were missing is kept to decide about the next figure and is never shown.
create table schools.figure (
    class_id uuid    not null,
    about    uuid    not null,
    shown    integer not null check (shown >= 10),
    missing  integer not null check (missing >= 10),
    as_of    date    not null,
    primary key (class_id, about)
);

create table schools.throttle (
    guardian_id uuid        not null,
    window_end  timestamptz not null,
    tried       integer     not null,
    primary key (guardian_id, window_end)
);
