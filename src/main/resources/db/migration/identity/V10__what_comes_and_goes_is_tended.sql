-- Sessions are put off and end; tries are counted in one row for a while and forgotten. Dead rows of
-- both are taken away after some per cent and not a fifth, so that finding one stays as short.
alter table identity.token set (
    autovacuum_vacuum_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.05
);
alter table identity.throttle set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table identity.code set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
