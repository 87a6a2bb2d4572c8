-- Lessons, the courses they form, what belongs to each, and when any of it last changed.
create schema catalogue;
grant usage on schema catalogue to jiaxue_app;
alter default privileges in schema catalogue
    grant select, insert, update, delete on tables to jiaxue_app;

create table catalogue.lesson (
    id           uuid primary key,
    slug         text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    kind         text not null check (kind in ('VIDEO', 'ARTICLE', 'AUDIO')),
    stage        text not null
        check (stage in ('MARRIAGE', 'INFANT', 'KINDERGARTEN', 'PRIMARY', 'JUNIOR', 'SENIOR')),
    months_from  int check (months_from >= 0),
    months_to    int,
    seconds      int not null check (seconds between 1 and 86400),
    topics       text not null,
    title_zh     text not null,
    title_en     text not null,
    summary_zh   text not null,
    summary_en   text not null,
    author_zh    text not null,
    author_en    text not null,
    rights       text not null,
    reviewed_on  date,
    question_zh  text not null,
    question_en  text not null,
    content_hash text not null,
    changed_at   timestamptz not null default clock_timestamp(),
    check ((months_from is null) = (months_to is null)),
    check (months_from < months_to)
);
comment on column catalogue.lesson.topics is 'slugs, a comma between them';

-- The questions parents ask that the lesson answers, in their own words.
create table catalogue.ask (
    lesson_id uuid not null references catalogue.lesson on delete cascade,
    language  text not null check (language in ('zh', 'en')),
    place     int not null,
    words     text not null,
    primary key (lesson_id, language, place)
);

-- A sentence and the second at which it begins; it lasts until the next.
create table catalogue.sentence (
    lesson_id uuid not null references catalogue.lesson on delete cascade,
    at        int not null check (at >= 0),
    words_zh  text not null,
    words_en  text not null,
    primary key (lesson_id, at)
);

create table catalogue.choice (
    lesson_id uuid not null references catalogue.lesson on delete cascade,
    letter    text not null check (letter ~ '^[a-f]$'),
    words_zh  text not null,
    words_en  text not null,
    reply_zh  text not null,
    reply_en  text not null,
    is_right  boolean not null,
    primary key (lesson_id, letter)
);
create unique index choice_only_one_is_right on catalogue.choice (lesson_id) where is_right;

create table catalogue.source (
    lesson_id uuid not null references catalogue.lesson on delete cascade,
    place     int not null,
    title     text not null,
    part      text,
    year      int not null,
    primary key (lesson_id, place)
);

-- The file itself lies in the media storage under its hash and name.
create table catalogue.media (
    lesson_id uuid not null references catalogue.lesson on delete cascade,
    part      text not null
        check (part in ('VIDEO', 'AUDIO', 'POSTER', 'CAPTIONS_ZH', 'CAPTIONS_EN')),
    sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name      text not null,
    primary key (lesson_id, part)
);

create table catalogue.course (
    id           uuid primary key,
    slug         text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    stage        text not null
        check (stage in ('MARRIAGE', 'INFANT', 'KINDERGARTEN', 'PRIMARY', 'JUNIOR', 'SENIOR')),
    months_from  int check (months_from >= 0),
    months_to    int,
    title_zh     text not null,
    title_en     text not null,
    summary_zh   text not null,
    summary_en   text not null,
    content_hash text not null,
    changed_at   timestamptz not null default clock_timestamp(),
    check ((months_from is null) = (months_to is null)),
    check (months_from < months_to)
);

-- A lesson belongs to one course at most.
create table catalogue.course_lesson (
    course_id uuid not null references catalogue.course on delete cascade,
    place     int not null,
    lesson_id uuid not null unique references catalogue.lesson,
    primary key (course_id, place)
);

-- One row; its number rises with every change, and every process reads the catalogue anew then.
create table catalogue.edition (
    only_one boolean primary key default true check (only_one),
    number   bigint not null
);
insert into catalogue.edition (number) values (1);
