-- A week is closed once, some days after it ended. What counts is settled at that moment.
create table statistics.closing (
    week      date primary key check (extract(isodow from week) = 1),
    closed_at timestamptz not null
);

-- Whether the fact had reached us, and was not taken back, when its week was closed. It is set by
-- the closing and never changes afterwards: what comes later counts nowhere.
alter table statistics.fact add column counted boolean not null default false;
create index fact_by_week on statistics.fact (week);

-- What was published of a period when its last week was closed: the number, who stood behind it,
-- how many lived there at that moment, and whether it may be shown. A row that is not here was
-- nobody's. A part is a division, or those of whom no more is known than that they live in it
-- (its code and a dash); without a stage it is all stages together.
create table statistics.figure (
    part      text collate "C" not null check (part ~ '^[0-9]{2,12}-?$'),
    measure   text not null check (measure in ('lessons', 'guardians', 'certificates')),
    stage     text not null check (length(stage) <= 40),
    unit      text not null check (unit in ('week', 'month', 'term')),
    first     date not null check (extract(isodow from first) = 1),
    last      date not null check (last > first and extract(isodow from last) = 7),
    value     bigint not null check (value >= 0),
    behind    bigint not null check (behind >= 0),
    residents bigint not null check (residents >= 0),
    mark      text not null check (mark in ('shown', 'few', 'guarded')),
    primary key (part, measure, stage, unit, first)
);
create index figure_by_day on statistics.figure (first);
