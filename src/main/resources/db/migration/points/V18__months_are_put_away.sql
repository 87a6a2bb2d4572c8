-- Which months of which guardians lie in files, and what of the balance their lines are. What a
-- guardian's rows say is in a file counts as if it were here, and nothing else that is in a file
-- does.
create table points.archived (
    guardian_id uuid   not null,
    month       date   not null,
    category    text   not null,
    points      bigint not null,
    primary key (guardian_id, month, category)
) with (
    autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02
);
revoke insert, update on points.archived from jiaxue_app;
-- Asks whether anybody's rows of a month are left; whole months were written one after the other.
create index archived_by_month on points.archived using brin (month) with (autosummarize = on);

-- As learning.put_away does it for events; the points must be the same too.
create function points.put_away(month date, staying uuid[], expected bigint, worth bigint)
returns boolean
language plpgsql set search_path = '' as $$
declare
    part   text := 'entry_' || to_char(month, 'YYYY_MM');
    there  bigint;
    paying bigint;
begin
    perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
    execute format('lock table points.%I in share mode', part);
    execute format(
        'select count(*), '
        'coalesce(sum(points) filter (where state in (''counted'', ''kept'')), 0) '
        'from points.%I where guardian_id <> all ($1)', part)
    into there, paying using staying;
    if there <> expected or paying <> worth then
        return false;
    end if;
    execute format(
        'insert into points.archived (guardian_id, month, category, points) '
        'select guardian_id, $1, category, '
        'coalesce(sum(points) filter (where state in (''counted'', ''kept'')), 0) '
        'from points.%I where guardian_id <> all ($2) group by guardian_id, category',
        part) using month, staying;
    perform points.lock_whole();
    execute format('alter table points.entry detach partition points.%I', part);
    execute format(
        'insert into points.entry select * from points.%I where guardian_id = any ($1)', part)
    using staying;
    execute format('drop table points.%I', part);
    return true;
end;
$$;
revoke all on function points.put_away(date, uuid[], bigint, bigint) from public;

-- As learning.lock_whole does it.
create function points.lock_whole() returns void
language plpgsql set search_path = '' set lock_timeout = '500ms' as $$
begin
    for i in 1..20 loop
        begin
            perform pg_advisory_xact_lock(hashtext('jiaxue archive'));
            lock table only points.entry in access exclusive mode;
            lock table points.entry_other in access exclusive mode;
            return;
        exception when lock_not_available then
            perform pg_sleep(0.2);
        end;
    end loop;
    raise lock_not_available using message = 'points.entry is in use';
end;
$$;
revoke all on function points.lock_whole() from public;

-- As learning.put_back does it.
create function points.put_back(lines jsonb) returns void
language plpgsql set search_path = '' as $$
declare
    named text := (
        select string_agg(quote_ident(name), ', ') from jsonb_object_keys(lines -> 0) as it (name));
begin
    execute format(
        'insert into points.entry (%1$s) select %1$s '
        'from jsonb_populate_recordset(cast(null as points.entry), $1) on conflict do nothing',
        named) using lines;
end;
$$;

-- What is put away is erased after what is here: whoever puts a month away meanwhile has done so by
-- then, or finds nothing.
create or replace function points.erase(erased uuid) returns void
language sql security definer set search_path = ''
begin atomic
    delete from points.hold_decision where guardian_id = erased and step = 'appeal';
    delete from points.hold_decision where guardian_id = erased;
    delete from points.hold_word where guardian_id = erased;
    delete from points.hold where guardian_id = erased;
    delete from points.circumstance where guardian_id = erased;
    delete from points.visit where guardian_id = erased;
    delete from points.entry where guardian_id = erased;
    delete from points.archived where guardian_id = erased;
    delete from points.account where guardian_id = erased;
end;
