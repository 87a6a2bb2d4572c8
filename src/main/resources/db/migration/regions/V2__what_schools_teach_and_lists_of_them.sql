-- What schools teach, and the lists by which counties keep them.
alter table regions.organisation
    drop constraint organisation_kind_check,
    add constraint organisation_kind_check check (kind in
        ('EDUCATION_GROUP', 'SCHOOL', 'KINDERGARTEN', 'VOCATIONAL_SCHOOL', 'SPECIAL_SCHOOL')),
    add column name_en text check (length(name_en) between 1 and 200),
    add column stages  text[] not null default '{}'
        check (stages <@ array['KINDERGARTEN', 'PRIMARY', 'JUNIOR', 'SENIOR']);
update regions.organisation set stages = array['KINDERGARTEN'] where kind = 'KINDERGARTEN';

-- Each list that was taken. Only added to: it says which state a county's list had, and when.
create table regions.school_list (
    school_list_id uuid primary key,
    county         text collate "C" not null check (county ~ '^[0-9]{6}$'),
    sha256         text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    lines          int not null check (lines >= 1),
    added          int not null check (added >= 0),
    changed        int not null check (changed >= 0),
    unchanged      int not null check (unchanged >= 0),
    missing        int not null check (missing >= 0),
    taken_at       timestamptz not null,
    taken_by       uuid,
    check (lines = added + changed + unchanged)
);
revoke update, delete on regions.school_list from jiaxue_app;
create index school_list_by_county on regions.school_list (county, taken_at);

-- Under which code a county's list holds a school, and the last list that named it.
create table regions.listed_school (
    county          text collate "C" not null check (county ~ '^[0-9]{6}$'),
    code            text collate "C" not null check (code ~ '^[0-9A-Za-z-]{1,50}$'),
    organisation_id uuid not null unique references regions.organisation,
    school_list_id  uuid not null references regions.school_list,
    primary key (county, code)
);

-- A list that somebody looked at and has not confirmed yet; it is swept away after a day.
create table regions.school_list_trial (
    trial_id uuid primary key,
    staff_id uuid not null,
    county   text collate "C" not null check (county ~ '^[0-9]{6}$'),
    name     text not null check (length(name) between 1 and 200),
    bytes    bytea not null,
    sha256   text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    state    text not null check (state ~ '^[0-9a-f]{64}$'),
    tried_at timestamptz not null
);
create index school_list_trial_by_time on regions.school_list_trial (tried_at);
create index school_list_trial_by_staff on regions.school_list_trial (staff_id, tried_at);
