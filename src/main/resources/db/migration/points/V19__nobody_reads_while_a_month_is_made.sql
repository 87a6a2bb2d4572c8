-- As learning does it for events: a line missed is a lesson paid twice.
create or replace function points.make_months(first date, months integer) returns integer
language plpgsql security definer set search_path = '' set lock_timeout = '2s' as $$
declare
    made  integer := 0;
    month timestamp := date_trunc('month', first::timestamp);
    since timestamptz;
    until timestamptz;
    part  text;
    waits boolean;
begin
    perform pg_advisory_xact_lock(hashtext('points.make_months'));
    for i in 1..least(months, 1200) loop
        part := 'entry_' || to_char(month, 'YYYY_MM');
        since := month at time zone 'Asia/Shanghai';
        month := month + interval '1 month';
        until := month at time zone 'Asia/Shanghai';
        if to_regclass('points.' || part) is null then
            lock table only points.entry in access exclusive mode;
            lock table points.entry_other in access exclusive mode;
            perform points.new_part(part);
            waits := exists (select 1 from points.entry_other
                             where occurred_at >= since and occurred_at < until);
            if waits then
                execute
                    'create table points.moving as select * from points.entry_other '
                    'where occurred_at >= $1 and occurred_at < $2' using since, until;
                delete from points.entry_other
                where occurred_at >= since and occurred_at < until;
            end if;
            execute format(
                'alter table points.entry attach partition points.%I for values from (%L) to (%L)',
                part, since, until);
            if waits then
                execute 'insert into points.entry select * from points.moving';
                drop table points.moving;
            end if;
            made := made + 1;
        end if;
    end loop;
    return made;
end;
$$;
