-- What is done again and again by one node at a time (db-scheduler's table, under its own names): when it
-- is due, which node has taken it, and when that node last said that it lives. One row a job.
create schema nodes;

create table nodes.job (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

grant usage on schema nodes to jiaxue_app;
grant select, insert, update, delete on nodes.job to jiaxue_app;
