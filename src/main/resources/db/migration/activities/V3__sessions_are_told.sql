-- Whether those who follow sessions were told of this one. One that was announced before anybody was
-- told is told at the next start.
alter table activities.session add column told boolean not null default false;
create index session_untold on activities.session (id) where not told;
