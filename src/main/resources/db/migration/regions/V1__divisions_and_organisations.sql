-- Administrative divisions by their national codes, and organisations of any kind.
create schema regions;
grant usage on schema regions to jiaxue_app;
alter default privileges in schema regions grant select, insert, update, delete on tables to jiaxue_app;

-- A prefix of a code is its parent; the collation lets the key serve prefixes.
create table regions.division (
    code     text collate "C" primary key check (code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
    name_zh  text not null check (length(name_zh) between 1 and 100),
    name_en  text not null check (length(name_en) between 1 and 100),
    ended_on date
);

-- Which file was loaded, so that an unchanged one costs nothing at the next start.
create table regions.division_file (
    name      text primary key,
    sha256    text not null,
    loaded_at timestamptz not null
);

-- A row is what an organisation was from valid_from until valid_to, which is empty while it lasts.
create table regions.organisation (
    organisation_id uuid primary key,
    kind            text not null check (kind in ('EDUCATION_GROUP', 'SCHOOL', 'KINDERGARTEN')),
    name            text not null check (length(name) between 1 and 100),
    county          text collate "C" not null check (county ~ '^[0-9]{6}$'),
    part_of         uuid,
    longitude       numeric(9, 6) check (longitude between -180 and 180),
    latitude        numeric(8, 6) check (latitude between -90 and 90),
    source          text not null check (length(source) between 1 and 50),
    source_key      text not null check (length(source_key) between 1 and 50),
    valid_from      date not null,
    valid_to        date check (valid_to >= valid_from),
    succeeded_by    uuid,
    unique (source, source_key),
    check ((longitude is null) = (latitude is null))
);
create index organisation_by_county on regions.organisation (county);
