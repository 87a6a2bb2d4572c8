-- An invitation to a role at a node. Its link's token is nowhere, only a keyed hash of it.
create table identity.invitation (
    invitation_id uuid primary key,
    token_hash    text not null unique check (length(token_hash) = 64),
    role          text not null check (length(role) <= 30),
    node          text collate "C" not null check (length(node) between 2 and 36),
    name          text not null check (length(name) between 1 and 50),
    note          text not null check (length(note) <= 200),
    invited_by    uuid not null,
    invited_at    timestamptz not null,
    expires_at    timestamptz not null check (expires_at > invited_at),
    accepted_at   timestamptz,
    accepted_by   uuid,
    withdrawn_at  timestamptz,
    check ((accepted_at is null) = (accepted_by is null)),
    check (accepted_at is null or withdrawn_at is null)
);
create index invitation_open on identity.invitation (node, invited_at)
    where accepted_at is null and withdrawn_at is null;

-- A confirmed second factor (RFC 6238): the secret sealed, bound to its owner. A code counts for
-- one step of thirty seconds, and a step is used at most once: only a later one is good.
create table identity.second_factor (
    staff_id      uuid primary key,
    secret_sealed text not null check (length(secret_sealed) <= 200),
    last_step     bigint not null,
    enrolled_at   timestamptz not null
);

-- For the day the telephone is lost; each is good once and kept as a keyed hash.
create table identity.recovery_code (
    staff_id  uuid not null,
    code_hash text not null check (length(code_hash) = 64),
    used_at   timestamptz,
    primary key (staff_id, code_hash)
);

-- Who works at a node is asked by the node.
create index staff_grant_by_node on identity.staff_grant (node);

-- Where something was done, for those who look after the place.
alter table identity.audit
    add column node text collate "C" check (length(node) between 2 and 36);
create index audit_by_node on identity.audit (node, audit_id) where node is not null;
