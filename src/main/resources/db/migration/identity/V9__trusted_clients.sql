-- Programs of other platforms that may tell what guardians of a division played. A client has one
-- token, made with it; its hash lies with all others.
create table identity.client (
    client_id    uuid primary key,
    name         text not null check (length(name) between 1 and 50),
    division     text collate "C" not null check (division ~ '^[0-9]{2,12}$'),
    made_by      uuid not null,
    made_at      timestamptz not null,
    ends_at      timestamptz not null check (ends_at > made_at),
    withdrawn_at timestamptz
);

-- How often a client came on a day, and how many beats it told, of nobody in particular.
create table identity.client_use (
    client_id uuid not null,
    day       date not null,
    requests  bigint not null,
    beats     bigint not null,
    primary key (client_id, day)
);

alter table identity.token
    add column client_id uuid,
    drop constraint token_check1,
    add constraint token_of_one check (num_nonnulls(guardian_id, staff_id, client_id) = 1);
