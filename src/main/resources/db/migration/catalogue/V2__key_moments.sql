alter table catalogue.lesson
    add column moments text not null default '';

comment on column catalogue.lesson.moments is
    'key moments at which the lesson helps, a comma between them; empty for most';
