#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Each program here must be refused by the compiler for the reason in its first line, and must compile
# when built with -DRIGHT: so a typing mistake does not pass for a refusal.
set -u
cd "$(dirname "$0")" || exit 1
passed=0
failed=0
for program in *.cc; do
  flags="-std=c++20 -fsyntax-only -Wall -Wextra -Werror -I../../src"
  # shellcheck disable=SC2086
  if ! g++ $flags -DRIGHT "$program"; then
    echo "$program does not compile even when it is right"
    failed=$((failed + 1))
  elif g++ $flags "$program" 2>/dev/null; then
    echo "$program compiles, and must not"
    failed=$((failed + 1))
  else
    passed=$((passed + 1))
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
