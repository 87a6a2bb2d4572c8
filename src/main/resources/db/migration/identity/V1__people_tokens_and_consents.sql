-- People: guardians, children, consents, staff, sign-in codes, tokens, throttling, audit.
create schema identity;
grant usage on schema identity to jiaxue_app;
alter default privileges in schema identity grant select, insert, update, delete on tables to jiaxue_app;

-- The phone number and the name are sealed (AES-GCM, bound to the guardian's id).
-- may_record says what the newest consent to keep learning records says; it changes with it.
create table identity.guardian (
    guardian_id  uuid primary key,
    phone_sealed text not null check (length(phone_sealed) <= 200),
    name_sealed  text check (length(name_sealed) <= 500),
    division     text not null check (division ~ '^[0-9]{2,12}$'),
    may_record   boolean not null default false,
    joined_at    timestamptz not null
);

-- Which guardian signs in with a phone number; the number is kept as a keyed hash only.
create table identity.phone (
    phone_hash  text primary key check (length(phone_hash) = 64),
    guardian_id uuid not null
);

-- A child is a birth month and a stage, never a name. Without a stage it follows the birth month.
create table identity.child (
    guardian_id uuid not null,
    child_id    uuid not null,
    birth_month date not null check (extract(day from birth_month) = 1),
    stage       text check (stage in ('MARRIAGE', 'INFANT', 'KINDERGARTEN', 'PRIMARY', 'JUNIOR', 'SENIOR')),
    added_at    timestamptz not null,
    primary key (guardian_id, child_id)
);

-- Consents are only added; the newest of a purpose is the one in force.
create table identity.consent (
    guardian_id uuid not null,
    consent_id  uuid not null,
    purpose     text not null check (purpose in ('RECORDS', 'CHILDREN')),
    version     int not null check (version > 0),
    given       boolean not null,
    at          timestamptz not null,
    primary key (guardian_id, consent_id)
);
revoke update, delete on identity.consent from jiaxue_app;

create table identity.staff (
    staff_id      uuid primary key,
    login         text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]$'),
    name          text not null check (length(name) between 1 and 50),
    password_hash text not null,
    hired_at      timestamptz not null,
    left_at       timestamptz
);

-- A role at a node: a division's code or an organisation's id.
create table identity.staff_grant (
    staff_id uuid not null,
    role     text not null,
    node     text collate "C" not null check (length(node) between 2 and 36),
    primary key (staff_id, role, node)
);

-- Sessions and bearer tokens; the token itself is nowhere.
create table identity.token (
    token_hash  text primary key check (length(token_hash) = 64),
    kind        text not null check (kind in ('COOKIE', 'BEARER')),
    guardian_id uuid,
    staff_id    uuid,
    scopes      text not null,
    issued_at   timestamptz not null,
    expires_at  timestamptz not null check (expires_at > issued_at),
    check ((guardian_id is null) <> (staff_id is null))
);
create index token_by_expiry on identity.token (expires_at);

-- The one code that a phone number can be signed in with right now.
create table identity.code (
    phone_hash text primary key check (length(phone_hash) = 64),
    code_hash  text not null,
    tries      int not null default 0,
    expires_at timestamptz not null
);

-- How often something was tried in a window of time; what was tried is kept as a keyed hash.
create table identity.throttle (
    bucket     text not null check (length(bucket) = 64),
    window_end timestamptz not null,
    tried      int not null,
    primary key (bucket, window_end)
);
create index throttle_by_end on identity.throttle (window_end);

-- Who did what to whom; ids and words of our own only. Nothing removes a line.
create table identity.audit (
    audit_id uuid primary key,
    at       timestamptz not null,
    actor    text not null check (length(actor) <= 50),
    deed     text not null check (length(deed) <= 50),
    subject  text not null check (length(subject) <= 100)
);
create index audit_by_subject on identity.audit (subject, at);
revoke update, delete on identity.audit from jiaxue_app;
