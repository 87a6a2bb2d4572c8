-- A certificate is issued without a name. When its holder chooses one, or another, or none again, it is
-- issued anew as the next edition for the same cause; rows are still only added. The newest edition is
-- the one in force, so there is exactly one, whatever runs at once.
alter table credentials.credential
    add column edition     int not null default 1 check (edition >= 1),
    add column holder_name text check (char_length(holder_name) between 1 and 60),
    add column signed_at   timestamptz;
update credentials.credential set signed_at = issued_at;
alter table credentials.credential
    alter column edition drop default,
    alter column signed_at set not null,
    drop constraint credential_pkey,
    add primary key (guardian_id, cause, edition);

-- An edition that gave way to the next is marked in its status list by the holder and by no officer.
alter table credentials.revocation
    alter column officer_id drop not null,
    drop constraint revocation_reason_check,
    add constraint revocation_reason_check
        check (reason in ('mistake', 'duplicate', 'asked', 'replaced')),
    add constraint revocation_officer_check check ((officer_id is null) = (reason = 'replaced'));

-- Links by which a holder shows a certificate with its name, each until a day. Only a keyed hash of a
-- link's token is kept. A certificate has so many places for links, so there are never more.
create table credentials.share (
    guardian_id   uuid not null,
    credential_id text not null,
    place         int not null check (place between 1 and 5),
    share_id      uuid not null,
    token_hash    text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    made_at       timestamptz not null,
    ends_at       timestamptz not null check (ends_at > made_at),
    primary key (guardian_id, credential_id, place)
);

grant select, insert, delete on credentials.share to jiaxue_app;
