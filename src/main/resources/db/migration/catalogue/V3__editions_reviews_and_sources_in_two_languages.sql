-- A lesson counts its editions, so that a review says which of them was read.
alter table catalogue.lesson
    add column edition int not null default 1 check (edition >= 1);

comment on column catalogue.lesson.edition is
    'rises by one whenever the lesson changes';
comment on column catalogue.lesson.moments is
    'key moments at which the lesson helps, each with its place there (primary:2), a comma between';

-- Until its file is read anew a source is cited in the one language it was written down in.
alter table catalogue.source rename column title to title_zh;
alter table catalogue.source rename column part to part_zh;
alter table catalogue.source
    add column title_en text,
    add column part_en  text,
    add column by_zh    text,
    add column by_en    text;
update catalogue.source set title_en = title_zh, part_en = part_zh;
alter table catalogue.source
    alter column title_en set not null,
    add check ((part_zh is null) = (part_en is null)),
    add check ((by_zh is null) = (by_en is null));

-- What reviewers said of an edition. Lines are only added; the last of an edition stands.
create table catalogue.review (
    review_id   uuid primary key,
    lesson_id   uuid not null references catalogue.lesson,
    edition     int not null check (edition >= 1),
    staff_id    uuid not null,
    outcome     text not null check (outcome in ('FINE', 'CHANGES')),
    note        text check (char_length(note) between 1 and 1000),
    reviewed_on date not null,
    reviewed_at timestamptz not null,
    check ((outcome = 'CHANGES') = (note is not null))
);
create index review_last_of_an_edition
    on catalogue.review (lesson_id, edition desc, reviewed_at desc, review_id desc);
revoke update, delete on catalogue.review from jiaxue_app;
