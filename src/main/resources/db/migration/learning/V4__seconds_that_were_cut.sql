-- How many claimed new seconds of the lesson were more than time allows, over all its playbacks: a
-- new playback does not begin at nothing again. Looked at when the lesson is completed.
alter table learning.coverage
    add column cut_seconds integer not null default 0 check (cut_seconds >= 0);
