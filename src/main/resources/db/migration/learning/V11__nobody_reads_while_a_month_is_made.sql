-- Nobody reads either while a month gets its part. Who had planned a question before, and waited at
-- the rows without a part, found those gone and the part not in the plan: for that one answer they
-- were in neither.
create or replace function learning.make_months(first date, months integer) returns integer
language plpgsql security definer set search_path = '' set lock_timeout = '2s' as $$
declare
    made  integer := 0;
    month timestamp := date_trunc('month', first::timestamp);
    since timestamptz;
    until timestamptz;
    part  text;
    waits boolean;
begin
    perform pg_advisory_xact_lock(hashtext('learning.make_months'));
    for i in 1..least(months, 1200) loop
        part := 'event_' || to_char(month, 'YYYY_MM');
        since := month at time zone 'Asia/Shanghai';
        month := month + interval '1 month';
        until := month at time zone 'Asia/Shanghai';
        if to_regclass('learning.' || part) is null then
            lock table only learning.event in access exclusive mode;
            lock table learning.event_other in access exclusive mode;
            perform learning.new_part(part);
            waits := exists (select 1 from learning.event_other
                             where occurred_at >= since and occurred_at < until);
            if waits then
                execute
                    'create table learning.moving as select * from learning.event_other '
                    'where occurred_at >= $1 and occurred_at < $2' using since, until;
                delete from learning.event_other
                where occurred_at >= since and occurred_at < until;
            end if;
            execute format(
                'alter table learning.event attach partition learning.%I for values from (%L) to (%L)',
                part, since, until);
            if waits then
                execute 'insert into learning.event select * from learning.moving';
                drop table learning.moving;
            end if;
            made := made + 1;
        end if;
    end loop;
    return made;
end;
$$;
