-- Re-runs read the events of many guardians in this order, and of a term only the term's.
create index event_by_guardian_and_time
    on learning.event (guardian_id, occurred_at, event_id);
