create schema credentials;

-- Who signs, fixed at the first start and never changed after: the base address, the DID made of it,
-- and the key, its private half sealed (AES-256-GCM, base64 of 12 bytes of nonce, cipher and tag).
create table credentials.issuer (
    only_one     boolean primary key default true check (only_one),
    base_url     text not null,
    did          text not null,
    name_zh      text not null,
    name_en      text not null,
    public_key   text not null,
    sealed_key   text not null,
    fixed_at     timestamptz not null
);

-- What was issued, word for word. One for each guardian and cause, so that issuing again is harmless.
create table credentials.credential (
    guardian_id  uuid not null,
    cause        text not null check (char_length(cause) between 1 and 200),
    id           text not null check (id ~ '^[0-9a-f]{32}$'),
    kind         text not null check (kind in ('level', 'course')),
    name_zh      text not null,
    name_en      text not null,
    division     text not null,
    list         int not null,
    position     int not null,
    document     text not null,
    issued_at    timestamptz not null,
    primary key (guardian_id, cause)
);
create unique index credential_by_time
    on credentials.credential (guardian_id, issued_at desc, id desc);

-- Whose a credential is: strangers know it by its id alone.
create table credentials.holder (
    credential_id text primary key,
    guardian_id   uuid not null
);

-- Status lists as last signed, and the positions taken in them. A position is drawn at random and
-- never given twice. A revocation is one row, with who, why and when.
create table credentials.status_list (
    list         int primary key check (list >= 1),
    document     text not null,
    signed_at    timestamptz not null
);

create table credentials.status_position (
    list          int not null,
    position      int not null check (position between 0 and 131071),
    credential_id text not null,
    primary key (list, position)
);

create table credentials.revocation (
    list          int not null,
    position      int not null,
    credential_id text not null,
    officer_id    uuid not null,
    reason        text not null check (reason in ('mistake', 'duplicate', 'asked')),
    note          text not null check (char_length(note) <= 200),
    revoked_at    timestamptz not null,
    primary key (list, position)
);

grant usage on schema credentials to jiaxue_app;
grant select, insert on credentials.issuer to jiaxue_app;
grant select, insert, delete on credentials.credential, credentials.holder to jiaxue_app;
grant select, insert, update on credentials.status_list to jiaxue_app;
grant select, insert on credentials.status_position, credentials.revocation to jiaxue_app;
