#!/usr/bin/env bash
# A replica copies the primary once and follows it from then on.
set -euo pipefail
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    export PGPASSWORD=$REPLICA_PASSWORD
    until pg_basebackup --host "$PRIMARY" --username replica --pgdata "$PGDATA" --wal-method stream \
        --slot replica --write-recovery-conf --checkpoint fast; do
        echo "the primary cannot be copied yet; tried again in 5 s" >&2
        rm -rf "${PGDATA:?}"/*
        sleep 5
    done
    chmod 0700 "$PGDATA"
fi
exec postgres -c config_file=/etc/jiaxue/postgresql.conf -c hba_file=/etc/jiaxue/pg_hba.conf -D "$PGDATA"
