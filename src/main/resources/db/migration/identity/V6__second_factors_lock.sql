-- How many codes in a row were wrong since one was right.
alter table identity.second_factor
    add column failed int not null default 0 check (failed >= 0);
