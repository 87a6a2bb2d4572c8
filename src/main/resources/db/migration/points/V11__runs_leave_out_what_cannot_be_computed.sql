-- A ledger that cannot be computed is left out of a run, which goes on. How many were, and why: the
-- kind of the fault and its place in the house's code, which name nobody.
alter table points.rerun
    add column failed bigint not null default 0 check (failed >= 0);
alter table points.rerun_slice
    add column failed bigint not null default 0 check (failed >= 0);

create table points.rerun_failure (
    rerun_id  uuid not null,
    reason    text not null,
    first_at  timestamptz not null,
    guardians bigint not null check (guardians > 0),
    primary key (rerun_id, reason)
);
