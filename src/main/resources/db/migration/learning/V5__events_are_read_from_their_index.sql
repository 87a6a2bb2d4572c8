-- Whoever reads whole terms reads many guardians one after the other. A guardian's events lie all
-- over the table, a page for each; in the index, with what is needed of them, they lie together.
drop index learning.event_by_guardian_and_time;
create index event_by_guardian_and_time
    on learning.event (guardian_id, occurred_at, event_id)
    include (kind, cause, division, stage, age_from, age_to, topic, seconds, guardian_stage, school);
