-- An erasure is recorded when the guardian's own rows go, and done when every room has followed. It
-- is kept as long as the lines of the log that name the id, and goes with them.
create table identity.erasure (
    guardian_id uuid primary key,
    asked_at    timestamptz not null,
    done_at     timestamptz
);
create index erasure_undone on identity.erasure (asked_at) where done_at is null;

create index audit_by_actor on identity.audit (actor, at);

-- A child's id leads to nothing but the child, so the log names the guardian alone.
update identity.audit set subject = substr(actor, length('guardian:') + 1)
where deed like 'child.%' and actor like 'guardian:%';

-- Consents are only added, and lines of the log only kept; the application may remove them in
-- these two ways and no other.
create function identity.erase_consents(erased uuid) returns void
language sql security definer set search_path = ''
begin atomic
    delete from identity.consent where guardian_id = erased;
end;

create function identity.forget_erased(before timestamptz) returns void
language sql security definer set search_path = ''
begin atomic
    delete from identity.audit a
    using identity.erasure e
    where e.done_at < before
      and (a.actor = 'guardian:' || e.guardian_id or a.subject = e.guardian_id::text);
    delete from identity.erasure where done_at < before;
end;

revoke all on function identity.erase_consents(uuid), identity.forget_erased(timestamptz)
    from public;
grant execute on function identity.erase_consents(uuid), identity.forget_erased(timestamptz)
    to jiaxue_app;
