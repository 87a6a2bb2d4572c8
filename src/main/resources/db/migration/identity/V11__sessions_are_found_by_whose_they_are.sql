-- Who leaves, signs out everywhere or asks for what is kept of them has their sessions looked for by whom they
-- belong to: a guardian, one of the staff, or a platform. The last two are few, and so are their indexes' rows.
create index token_by_guardian on identity.token (guardian_id) where guardian_id is not null;
create index token_by_staff on identity.token (staff_id) where staff_id is not null;
create index token_by_client on identity.token (client_id) where client_id is not null;
