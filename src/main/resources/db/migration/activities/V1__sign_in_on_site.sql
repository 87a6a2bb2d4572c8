-- Activities, the sessions in which they are held, and who signed in on site.
create schema activities;
grant usage on schema activities to jiaxue_app;
alter default privileges in schema activities
    grant select, insert, update, delete on tables to jiaxue_app;

create table activities.activity (
    id           uuid primary key,
    title_zh     text not null check (char_length(title_zh) between 1 and 60),
    title_en     text not null check (char_length(title_en) between 1 and 120),
    about_zh     text not null check (char_length(about_zh) <= 600),
    about_en     text not null check (char_length(about_en) <= 1200),
    place_zh     text not null check (char_length(place_zh) between 1 and 80),
    place_en     text not null check (char_length(place_en) between 1 and 160),
    organiser_zh text not null check (char_length(organiser_zh) between 1 and 60),
    organiser_en text not null check (char_length(organiser_en) between 1 and 120),
    division     text not null check (division ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
    stage        text not null,
    months_from  int,
    months_to    int,
    created_by   uuid not null,
    created_at   timestamptz not null default clock_timestamp(),
    constraint activity_ages check (
        (months_from is null and months_to is null)
        or (months_from >= 0 and months_to > months_from and months_to <= 300))
);
create index activity_by_division on activities.activity (division text_pattern_ops);

-- The secret makes the session's rotating codes; it never leaves this schema.
create table activities.session (
    id        uuid primary key,
    activity  uuid not null references activities.activity,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    secret    bytea not null check (octet_length(secret) = 32),
    constraint session_length check (
        ends_at > starts_at and ends_at <= starts_at + interval '12 hours')
);
create index session_by_activity on activities.session (activity, starts_at);
create index session_by_end on activities.session (ends_at);

create table activities.attendance (
    guardian_id uuid not null,
    session_id  uuid not null,
    at          timestamptz not null,
    way         text not null check (way in ('scanned', 'typed')),
    primary key (guardian_id, session_id)
);
create index attendance_by_session on activities.attendance (session_id);
revoke update on activities.attendance from jiaxue_app;

-- How often a guardian typed a code lately, so that six digits cannot be guessed.
create table activities.typing (
    guardian_id uuid primary key,
    since       timestamptz not null,
    tries       int not null
);
