#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs a command beside a private PostgreSQL that listens on a socket in a temporary folder only, is named by
# ALONGSIDE_TEST_DATABASE, and is gone afterwards.
#   sh tests/postgres.sh COMMAND...
set -u
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "PostgreSQL is not installed (postgresql-15)"; exit 1; }
# In memory where there is room: a test makes some thousand small files.
if [ "$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print ($4 > 2000000) }')" = 1 ] && [ -w /dev/shm ]; then
  folder=$(mktemp -d -p /dev/shm)
else
  folder=$(mktemp -d)
fi
chmod 711 "$folder"
if [ "$(id -u)" -eq 0 ]; then
  chown postgres "$folder"
  as() { setpriv --reuid postgres --regid postgres --clear-groups -- "$@"; }
else
  as() { "$@"; }
fi
stop() {
  as "$bin/pg_ctl" -D "$folder/data" -m immediate stop > /dev/null 2>&1
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' INT TERM
(cd "$folder" && as "$bin/initdb" -D "$folder/data" -U alongside -A trust --locale=C.UTF-8 -E UTF8 > "$folder/log" 2>&1) ||
  { cat "$folder/log"; exit 1; }
(cd "$folder" && as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/data/log" \
  -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=${ALONGSIDE_TEST_FSYNC:-off} -c max_connections=200" \
  start > /dev/null 2>&1) || { cat "$folder/data/log"; exit 1; }
socket=$(printf %s "$folder" | sed 's,/,%2F,g')
ALONGSIDE_TEST_DATABASE="postgres://alongside@/postgres?host=$socket" "$@"
