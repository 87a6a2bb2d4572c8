-- What an event keeps besides, so that rules can ask for it and whatever is made of events again
-- reads nothing but events. What was told before has none of it.
alter table learning.event
    add column topic          text,
    add column seconds        integer check (seconds > 0),
    add column guardian_stage text,
    add column school         uuid;
