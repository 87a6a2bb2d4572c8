-- What happened, where and when, without a name: figures are counted from here and nothing else.
create schema statistics;
grant usage on schema statistics to jiaxue_app;
alter default privileges in schema statistics grant select, insert, update, delete on tables to jiaxue_app;

-- One line a fact; the cause names the learning event or the credential, so that a fact told twice
-- is kept once. The week is the Monday of the day's week. A credential has no stage.
create table statistics.fact (
    guardian_id uuid not null,
    cause       text not null check (length(cause) <= 40),
    kind        text not null check (length(kind) <= 40),
    day         date not null,
    week        date not null check (extract(isodow from week) = 1 and day - week between 0 and 6),
    division    text collate "C" not null check (division ~ '^[0-9]{2,12}$'),
    stage       text,
    revoked     boolean not null default false,
    primary key (guardian_id, cause)
);
create index fact_by_division on statistics.fact (division, week);
