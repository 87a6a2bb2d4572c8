-- Runs by which the ledgers of a period are gone through again, one at a time. A run is cut into
-- slices of guardians; whoever works at a slice holds it for a while and moves its cursor in the
-- transaction that writes, so that stopping anywhere loses and doubles nothing. Slices are bounded by
-- guardians' ids: they go when the run ends, and what they counted is added to the run.
create table points.rerun (
    rerun_id  uuid primary key,
    owner     text not null,
    first_day date not null,
    last_day  date not null check (last_day >= first_day),
    state     text not null check (state in ('running', 'cancelled', 'done')),
    asked_by  uuid,
    asked_at  timestamptz not null,
    ended_at  timestamptz,
    guardians bigint not null check (guardians >= 0),
    done      bigint not null default 0,
    events    bigint not null default 0,
    unfit     bigint not null default 0,
    check ((state = 'running') = (ended_at is null))
);
create unique index rerun_one_at_a_time on points.rerun (state) where state = 'running';

create table points.rerun_slice (
    rerun_id     uuid not null,
    slice        int not null,
    up_to      uuid not null,
    cursor     uuid not null,
    done       boolean not null default false,
    held_by    uuid,
    held_until timestamptz,
    guardians  bigint not null default 0,
    events     bigint not null default 0,
    unfit      bigint not null default 0,
    primary key (rerun_id, slice)
);

-- What came of it, by county: guardians whose totals rose and by how much, and those of whom old
-- entries stand although the rules would give less, and by how much.
create table points.rerun_county (
    rerun_id         uuid not null,
    county           text not null,
    guardians_more   bigint not null,
    points_more      bigint not null,
    guardians_stayed bigint not null,
    points_stayed    bigint not null,
    primary key (rerun_id, county)
);
