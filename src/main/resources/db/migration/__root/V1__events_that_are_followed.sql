-- Events that were published and not yet followed by every listener (Spring Modulith's registry,
-- its second structure). At-least-once delivery to credentials, messages and statistics rests on it.
create schema events;

create table events.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event_hash_idx
    on events.event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx
    on events.event_publication (completion_date);

grant usage on schema events to jiaxue_app;
grant select, insert, update, delete on all tables in schema events to jiaxue_app;
