-- Looks at invitation codes are counted in identity's table, as every other try is. What stood here
-- counted ten minutes at most.
drop table schools.throttle;
