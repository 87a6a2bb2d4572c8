-- An event that somebody has followed is deleted by its id, and all that are kept are yet to be followed; so
-- nothing is found by these, and everything that happens wrote into both.
drop index events.event_publication_serialized_event_hash_idx;
drop index events.event_publication_by_completion_date_idx;
