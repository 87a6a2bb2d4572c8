-- What was counted of a day, by where the guardians lived, the stage of what was learned (empty where there
-- is none) and the kind of fact: how many facts, and a Theta sketch (Apache DataSketches) from which the
-- number of different guardians behind any union of rows can be told. What a sketch holds of a guardian is a
-- hash under a key that is not in this database, another one each term. Rows go when their term is closed.
create table statistics.day (
    division  text collate "C" not null check (division ~ '^[0-9]{2,12}$'),
    day       date not null,
    stage     text not null check (length(stage) <= 40),
    kind      text not null check (length(kind) <= 40),
    facts     bigint not null check (facts > 0),
    guardians bytea not null,
    primary key (division, day, stage, kind)
);
-- Hashes do not compress.
alter table statistics.day alter column guardians set storage external;

-- From here on "counted" says that a fact is in the roll-ups. What they have yet to follow is a fact that is
-- neither there nor taken back, or both.
create index fact_to_fold on statistics.fact (week, division, day) where counted = revoked;
create index certificate_by_week on statistics.fact (week) where kind = 'credential-issued';
drop index statistics.fact_by_week;

-- Weeks that were closed before there were roll-ups have none until they are made from the facts.
alter table statistics.closing add column rolled_up boolean not null default false;
