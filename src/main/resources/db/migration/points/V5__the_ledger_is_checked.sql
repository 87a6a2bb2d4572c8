-- The nightly checks of the ledger: how far each has come, and what it found. One check a night. Of a
-- check that is under way, upto is the last guardian whose ledger was checked.
create table points.audit_run (
    run_id      uuid        primary key,
    night       date        not null unique,
    begun_at    timestamptz not null,
    upto        uuid,
    accounts    bigint      not null default 0,
    entries     bigint      not null default 0,
    findings    bigint      not null default 0,
    finished_at timestamptz,
    check (finished_at is null or upto is null)
);

create table points.audit_finding (
    guardian_id uuid   not null,
    run_id      uuid   not null,
    number      bigint not null check (number > 0),
    fault       text   not null,
    entry_id    uuid,
    event_id    uuid,
    says        bigint,
    sum         bigint,
    primary key (guardian_id, run_id, number)
);
create index audit_finding_by_run on points.audit_finding (run_id, number);
