#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes an example clinic larger for timing alone, behind the program's back: every person and all that is kept about
# them, as many times as asked.    sh tests/benchmarks/grow.sh DATA TIMES
set -eu
db="$1/alongside.db"
times=$2
tables=$(sqlite3 "$db" "SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
  WHERE t.type = 'table' AND c.name = 'person_no' AND t.name NOT IN ('history', 'users', 'answered', 'visit_invitations',
  'support_invitations', 'reserved_times', 'erased') ORDER BY t.name")
step=$(sqlite3 "$db" "SELECT max(person_no) FROM persons")
{
  echo "BEGIN;"
  for table in $tables; do
    columns=$(sqlite3 "$db" "SELECT name FROM pragma_table_info('$table')")
    names=$(echo "$columns" | tr '\n' ',' | sed 's/,$//')
    values=$(echo "$columns" | sed \
      -e "s/^person_no\$/person_no + k.n * $step/" \
      -e "s/^public_id\$/substr(public_id, 1, 24) || lower(hex(randomblob(6)))/" \
      -e "s/^source_reference\$/CASE WHEN source_reference = '' THEN '' ELSE source_reference || '-' || k.n END/" |
      tr '\n' ',' | sed 's/,$//')
    echo "INSERT INTO $table ($names) WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < $((times - 1)))
      SELECT $values FROM $table, k;"
  done
  echo "COMMIT;"
} | sqlite3 "$db"
sqlite3 "$db" "SELECT count(*) || ' people' FROM persons; SELECT count(*) || ' check-ins' FROM check_ins"
