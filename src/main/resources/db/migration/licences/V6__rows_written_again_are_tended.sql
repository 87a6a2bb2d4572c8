-- Sums are written again with everything that is earned: their pages keep room for the next version,
-- and dead ones are taken away after some per cent and not a fifth. What was counted and what is
-- reached is only added to.
alter table licences.sum set (
    fillfactor = 80,
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.05
);
alter table licences.counted set (
    autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02
);
