-- A level is never taken down; the application may remove all of one guardian's, and none alone.
create function licences.erase(erased uuid) returns void
language sql security definer set search_path = ''
begin atomic
    delete from licences.counted where guardian_id = erased;
    delete from licences.standing where guardian_id = erased;
    delete from licences.licence where guardian_id = erased;
end;

revoke all on function licences.erase(uuid) from public;
grant execute on function licences.erase(uuid) to jiaxue_app;
