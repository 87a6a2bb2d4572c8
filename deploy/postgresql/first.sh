#!/usr/bin/env bash
# At the primary's very first start: the roles that the others sign in with, and a database that the house owns.
# jiaxue_app, which serves, is made by the first node, with a password derived from JIAXUE_SECRET.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v owner_password="$JIAXUE_DATABASE_PASSWORD" \
    -v replica_password="$REPLICA_PASSWORD" \
    -v pooler_password="$PGBOUNCER_PASSWORD" <<'SQL'
create role jiaxue login createrole password :'owner_password';
create role replica login replication password :'replica_password';
create role pgbouncer login password :'pooler_password';
create database jiaxue owner jiaxue encoding 'UTF8' template template0;
select pg_create_physical_replication_slot('replica');
\connect jiaxue
create schema pgbouncer authorization postgres;
-- Only the two roles that come through the pooler, and never a superuser's.
create function pgbouncer.found(name text, out usename name, out passwd text) returns record
    language sql security definer set search_path = pg_catalog
as $$
    select s.usename, s.passwd from pg_shadow s
    where s.usename = name and s.usename in ('jiaxue', 'jiaxue_app') and not s.usesuper
$$;
revoke all on function pgbouncer.found(text) from public;
grant usage on schema pgbouncer to pgbouncer;
grant execute on function pgbouncer.found(text) to pgbouncer;
SQL
