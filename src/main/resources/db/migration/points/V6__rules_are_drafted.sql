-- What is to become a rule set: written by one or several, looked at, and approved by somebody who
-- has not written in it. Of the text only the last edition is kept; what was approved stands in
-- points.rule_set for good.
create table points.draft (
    draft_id          uuid primary key,
    owner             text not null,
    body              text not null check (char_length(body) <= 200000),
    drafted_by        uuid not null,
    drafted_at        timestamptz not null default clock_timestamp(),
    edited_by         uuid not null,
    edited_at         timestamptz not null default clock_timestamp(),
    written_by        uuid[] not null,
    edition           int not null default 1 check (edition > 0),
    previewed_edition int,
    state             text not null default 'open'
        check (state in ('open', 'approved', 'refused', 'withdrawn')),
    decided_by        uuid,
    decided_at        timestamptz,
    note              text not null default '' check (char_length(note) <= 1000),
    version           int,
    constraint draft_two_people check (state <> 'approved' or not decided_by = any (written_by)),
    constraint draft_decided check ((state = 'open') or decided_by is not null),
    constraint draft_approved check ((state = 'approved') = (version is not null)),
    constraint draft_looked_at check (state <> 'approved' or previewed_edition = edition)
);
revoke delete on points.draft from jiaxue_app;

create index draft_owner_idx on points.draft (owner, edited_at desc);
