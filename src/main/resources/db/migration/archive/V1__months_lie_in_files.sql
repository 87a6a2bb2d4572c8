-- Months whose rows were put away into compressed files. A row is written in the transaction that
-- drops the month's part and goes in the one after which all is back; so it says whether there must
-- be files, whatever the directory holds.
create schema archive;

-- By what a directory of files is known to be this database's.
create table archive.house (
    house_id uuid primary key
);
insert into archive.house values (gen_random_uuid());

create table archive.month (
    name       text        not null,
    month      date        not null,
    rows       bigint      not null,
    made_at    timestamptz not null,
    written_at timestamptz not null,
    primary key (name, month)
);

grant usage on schema archive to jiaxue_app;
grant select on archive.house to jiaxue_app;
grant select, update (written_at), delete on archive.month to jiaxue_app;
