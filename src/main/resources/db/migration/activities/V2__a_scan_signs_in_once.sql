-- Which guardian used which scan; kept until the scan could no longer be confirmed.
create table activities.ticket_used (
    session_id  uuid not null,
    nonce       uuid not null,
    guardian_id uuid not null,
    used_at     timestamptz not null,
    primary key (session_id, nonce)
);
create index ticket_used_by_time on activities.ticket_used (used_at);
revoke update on activities.ticket_used from jiaxue_app;
