-- Of a guardian who is in a class no more it is not kept in which one they were counted, only until
-- when. That goes too once another term began and they are in no class. Where a class is named, the
-- guardian is a member of it.
alter table schools.counted alter column class_id drop not null;
update schools.counted c set class_id = null
where not exists (
    select from schools.member m
    where m.guardian_id = c.guardian_id and m.class_id = c.class_id);
create index counted_by_class on schools.counted (class_id);
create index counted_of_none on schools.counted (last_on) where class_id is null;
