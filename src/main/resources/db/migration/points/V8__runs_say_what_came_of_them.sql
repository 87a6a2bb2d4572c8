-- Which version of whose rules a run was asked for, and what it says at its end: of how many guardians nothing changed, how many reached a level, and,
-- beside what came of it in a county, how many lived there when it ended. Which figures may be told
-- follows from these numbers alone, so that one that was withheld is not told later.
alter table points.rerun
    add column rule_set  text,
    add column unchanged bigint not null default 0 check (unchanged >= 0),
    add column risen     bigint not null default 0 check (risen >= 0);
alter table points.rerun_slice
    add column unchanged bigint not null default 0 check (unchanged >= 0),
    add column risen     bigint not null default 0 check (risen >= 0);
alter table points.rerun_county
    add column residents bigint not null default 0 check (residents >= 0);
