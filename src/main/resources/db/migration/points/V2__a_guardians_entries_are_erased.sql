-- Entries are only added; the application may remove all of one guardian's, and none alone.
create function points.erase(erased uuid) returns void
language sql security definer set search_path = ''
begin atomic
    delete from points.entry where guardian_id = erased;
    delete from points.account where guardian_id = erased;
end;

revoke all on function points.erase(uuid) from public;
grant execute on function points.erase(uuid) to jiaxue_app;
