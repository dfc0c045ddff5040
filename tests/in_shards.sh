#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs a program of GoogleTest in as many processes as there are cores, each with its share of the tests.
#   sh tests/in_shards.sh PROGRAM [OPTIONS]
# The last line adds them up: "N passed, 0 failed". Not 0 when one of them failed.
set -u
shards=$(nproc)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
index=0
running=""
while [ "$index" -lt "$shards" ]; do
  GTEST_TOTAL_SHARDS=$shards GTEST_SHARD_INDEX=$index "$@" --gtest_brief=1 > "$folder/$index" 2>&1 &
  running="$running $!"
  index=$((index + 1))
done
code=0
for process in $running; do wait "$process" || code=1; done
cat "$folder"/*
[ "$code" -eq 0 ] || exit 1
sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$folder"/* | awk '{ sum += $1 } END { print sum " passed, 0 failed" }'
