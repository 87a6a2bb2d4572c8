-- Holds many guardians' rows at once, in the order of their ids, so that two who hold some of the same
-- wait for each other and do not deadlock. One by one inside, because a cluster locks no rows of
-- several guardians in one statement; one question for whoever asks.
create function identity.hold_guardians(ids uuid[])
    returns table (guardian_id uuid, may_record boolean)
language plpgsql set search_path = '' as $$
declare
    one uuid;
begin
    for one in select distinct asked from unnest(ids) as asked order by asked loop
        return query
            select g.guardian_id, g.may_record from identity.guardian g
            where g.guardian_id = one
            for share;
    end loop;
end $$;

revoke all on function identity.hold_guardians(uuid[]) from public;
grant execute on function identity.hold_guardians(uuid[]) to jiaxue_app;
