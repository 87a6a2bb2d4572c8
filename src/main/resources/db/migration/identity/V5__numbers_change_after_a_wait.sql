-- A new number that waits to take the place of one that does not answer any more; one a guardian.
-- The number is sealed (AES-GCM, bound to the guardian's id). It can be put in force from due_at
-- until ends_at.
create table identity.number_wait (
    guardian_id  uuid primary key,
    phone_sealed text not null check (length(phone_sealed) <= 200),
    asked_at     timestamptz not null,
    due_at       timestamptz not null check (due_at > asked_at),
    ends_at      timestamptz not null check (ends_at > due_at)
);
create index number_wait_by_end on identity.number_wait (ends_at);
