-- A re-run reads the lines of many guardians one after the other; in the index, with what is needed
-- of them, they lie together. What the caps have seen is read from it as well.
drop index points.entry_by_time_idx;
create index entry_by_time_idx
    on points.entry (guardian_id, occurred_at desc, entry_id desc)
    include (
        corrects_entry_id, event_id, kind, day, rule_owner, rule_version, category, points, state);
