-- An offer is dated and counted; what is promised stands in its wordings, of which a second officer
-- has read each that parents see. None of it is ever taken from who has it.
create table licences.offer (
    offer_id uuid primary key,
    division text not null check (division ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6})$'),
    kind     text not null check (kind in ('booking-ahead', 'voucher', 'venue-pass')),
    scheme   text not null,
    level    int not null check (level > 0),
    layer    text,
    quota    int not null check (quota > 0),
    each     int not null check (each > 0),
    opens_on date not null,
    ends_on  date not null check (ends_on >= opens_on),
    taken    int not null default 0 check (taken between 0 and quota),
    made_by  uuid not null,
    made_at  timestamptz not null,
    ended_by uuid,
    ended_at timestamptz
);
create index offer_division_idx on licences.offer (division, ends_on);

create table licences.wording (
    offer_id   uuid not null references licences.offer,
    version    int not null check (version > 0),
    title_zh   text not null,
    title_en   text not null,
    what_zh    text not null,
    what_en    text not null,
    place_zh   text not null,
    place_en   text not null,
    written_by uuid not null,
    written_at timestamptz not null,
    read_by    uuid check (read_by <> written_by),
    read_at    timestamptz,
    primary key (offer_id, version)
);
revoke delete on licences.offer, licences.wording from jiaxue_app;

-- What a guardian has taken, under the wording that they read and until the day that it named.
create table licences.taking (
    guardian_id  uuid not null,
    taking_id    uuid not null,
    offer_id     uuid not null,
    version      int not null,
    good_until   date not null,
    code_sealed  text,
    taken_at     timestamptz not null,
    used_at      timestamptz,
    used_by      uuid,
    returned_at  timestamptz,
    primary key (guardian_id, taking_id),
    check (used_at is null or returned_at is null)
);
create index taking_offer_idx on licences.taking (guardian_id, offer_id);

-- A code is looked up by its keyed hash and leads to what was taken.
create table licences.taking_code (
    code_hash   text primary key,
    guardian_id uuid not null,
    taking_id   uuid not null
);
create index taking_code_guardian_idx on licences.taking_code (guardian_id);
