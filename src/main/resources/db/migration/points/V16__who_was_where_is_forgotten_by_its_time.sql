-- Who was seen at a device or network of a day is forgotten every ten minutes. What is old enough is found by
-- its time, and not by going through all of a day.
create index place_age_idx on points.place (seen_at);
create index visit_age_idx on points.visit (seen_at);

-- Desks ask for several divisions at once, which no statement finds by this.
drop index points.hold_by_division_idx;
