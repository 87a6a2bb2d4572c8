-- What a scheme has made of the ledger's entries: where each was counted, the sums, levels reached.
create schema licences;
grant usage on schema licences to jiaxue_app;
alter default privileges in schema licences
    grant select, insert, update, delete on tables to jiaxue_app;

-- A scheme is never edited: a licence names the version under which it was reached.
create table licences.scheme (
    scheme     text not null,
    version    int not null check (version > 0),
    division   text not null,
    valid_from date not null,
    file       text not null,
    body       text not null,
    loaded_at  timestamptz not null default clock_timestamp(),
    primary key (scheme, version)
);
revoke update, delete on licences.scheme from jiaxue_app;

-- Each entry is counted once a scheme, in the layer of the child that it was learned for; without a
-- layer it is only in the balance. A correction goes where its event was counted.
create table licences.counted (
    guardian_id uuid not null,
    scheme      text not null,
    entry_id    uuid not null,
    event_id    uuid not null,
    layer       text,
    deed        text not null,
    points      int not null,
    counted_at  timestamptz not null default clock_timestamp(),
    primary key (guardian_id, scheme, entry_id)
);
create index counted_event_idx on licences.counted (guardian_id, event_id);
revoke update, delete on licences.counted from jiaxue_app;

-- The sums of a layer. `kept` is what of `points` stays although corrections took it elsewhere.
create table licences.standing (
    guardian_id uuid not null,
    scheme      text not null,
    layer       text not null,
    points      int not null check (points >= 0),
    kept        int not null check (kept >= 0),
    activities  int not null check (activities >= 0),
    lives       int not null check (lives >= 0),
    primary key (guardian_id, scheme, layer)
);

-- A level reached is never taken down.
create table licences.licence (
    guardian_id uuid not null,
    scheme      text not null,
    layer       text not null,
    level       int not null check (level > 0),
    version     int not null,
    reached_at  timestamptz not null,
    cause       uuid not null,
    primary key (guardian_id, scheme, layer, level)
);
revoke update, delete on licences.licence from jiaxue_app;
