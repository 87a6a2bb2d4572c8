-- Which schools have a parent school, and on whose platform: a row from the day on which that holds,
-- without a platform from the day on which there is none. What is told of a school counts from the
-- first week that is closed afterwards.
create table statistics.parent_school (
    organisation_id uuid not null,
    since           date not null,
    county          text collate "C" not null check (county ~ '^[0-9]{6}$'),
    platform        text check (platform in ('provincial', 'local', 'own', 'other')),
    told_on         date not null,
    primary key (organisation_id, since)
);

-- How many schools there were at the end of a week when it was closed: all, and those with a parent
-- school by the kind of its platform. A county that is not here had none.
create table statistics.school_count (
    week    date not null check (extract(isodow from week) = 1),
    county  text collate "C" not null check (county ~ '^[0-9]{6}$'),
    kind    text not null check (kind in ('all', 'provincial', 'local', 'own', 'other')),
    schools bigint not null check (schools > 0),
    primary key (week, county, kind)
);

-- Weeks that were closed before schools were counted have no figure of them, which is no zero.
alter table statistics.closing add column schools boolean not null default false;

-- The sessions of activities, each once. Counted are those that were told before their week was
-- closed, and those that had been announced before anybody was told of sessions.
create table statistics.session (
    session_id uuid primary key,
    week       date not null check (extract(isodow from week) = 1),
    division   text collate "C" not null check (division ~ '^[0-9]{2,12}$'),
    stage      text not null check (length(stage) <= 40),
    counted    boolean not null default false
);
create index session_by_week on statistics.session (week);
create index session_by_division on statistics.session (division, week);
