-- Which months of which guardians lie in files; what a guardian's row says is in a file counts as
-- if it were here, and nothing else that is in a file does.
create table learning.archived (
    guardian_id uuid not null,
    month       date not null,
    primary key (guardian_id, month)
) with (
    autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02
);
revoke insert, update on learning.archived from jiaxue_app;
-- Asks whether anybody's rows of a month are left; whole months were written one after the other.
create index archived_by_month on learning.archived using brin (month) with (autosummarize = on);

-- Puts a month away whose rows were written to files: notes whose they are, moves what stays to
-- where rows without a part lie, and drops the part, all or nothing. Answers false, and has done
-- nothing, where the month holds other than so many rows beside those that stay. The part is
-- locked, against who writes to that month, while it is counted; the whole only at the end and for
-- moments, and not before those who use it have gone. For the owner alone.
create function learning.put_away(month date, staying uuid[], expected bigint) returns boolean
language plpgsql set search_path = '' as $$
declare
    part  text := 'event_' || to_char(month, 'YYYY_MM');
    there bigint;
begin
    -- A cluster does the parts of what follows one after the other; elsewhere this means nothing.
    perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
    execute format('lock table learning.%I in share mode', part);
    execute format('select count(*) from learning.%I where guardian_id <> all ($1)', part)
    into there using staying;
    if there <> expected then
        return false;
    end if;
    execute format(
        'insert into learning.archived (guardian_id, month) '
        'select guardian_id, $1 from learning.%I where guardian_id <> all ($2) '
        'group by guardian_id', part) using month, staying;
    perform learning.lock_whole();
    execute format('alter table learning.event detach partition learning.%I', part);
    execute format(
        'insert into learning.event select * from learning.%I where guardian_id = any ($1)',
        part) using staying;
    execute format('drop table learning.%I', part);
    return true;
end;
$$;
revoke all on function learning.put_away(date, uuid[], bigint) from public;

-- Waits for the moment in which nobody reads files of any month and nobody uses the whole, half a
-- second at a time, so that those who come meanwhile do not stand behind it for longer; what it got
-- of that it lets go before it asks again, also for those who have the one and wait for the other.
create function learning.lock_whole() returns void
language plpgsql set search_path = '' set lock_timeout = '500ms' as $$
begin
    for i in 1..20 loop
        begin
            perform pg_advisory_xact_lock(hashtext('jiaxue archive'));
            lock table only learning.event in access exclusive mode;
            lock table learning.event_other in access exclusive mode;
            return;
        exception when lock_not_available then
            perform pg_sleep(0.2);
        end;
    end loop;
    raise lock_not_available using message = 'learning.event is in use';
end;
$$;
revoke all on function learning.lock_whole() from public;

-- Adds rows as they were written to a file, an array of them that all have the same names. Columns that
-- came later get what they have by themselves, and a name that is no column any more is refused: so
-- a migration that takes one away or calls it otherwise says here what becomes of it.
create function learning.put_back(lines jsonb) returns void
language plpgsql set search_path = '' as $$
declare
    named text := (
        select string_agg(quote_ident(name), ', ') from jsonb_object_keys(lines -> 0) as it (name));
begin
    execute format(
        'insert into learning.event (%1$s) select %1$s '
        'from jsonb_populate_recordset(cast(null as learning.event), $1) on conflict do nothing',
        named) using lines;
end;
$$;
