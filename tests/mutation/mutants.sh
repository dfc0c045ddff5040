# SPDX-License-Identifier: Apache-2.0
# Read by the scripts beside it: a copy of the tree, and a way to change one line of it and see whether a test falls.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git -C "$here" ls-files -z | (cd "$here" && xargs -0 cp --parents -t "$copy")
cd "$copy" || exit 1
cmake --preset release -DALONGSIDE_TESTS=ON > /dev/null || exit 1
caught=0
missed=0
only=${1:-}

# mutant FILE OLD NEW: OLD must stand there once.
mutant() {
  case "$1 $2 $3" in *"$only"*) ;; *) return ;; esac
  if [ "$(grep -cF -- "$2" "$1")" -ne 1 ]; then
    echo "not found once in $1: $2"
    missed=$((missed + 1))
    return
  fi
  cp "$1" "$1.whole"
  OLD=$2 NEW=$3 perl -0pi -e 's/\Q$ENV{OLD}\E/$ENV{NEW}/' "$1"
  if cmake --build build/release --target alongside_unit_tests > "$copy/log" 2>&1 &&
     build/release/tests/alongside_unit_tests --gtest_brief=1 > "$copy/log" 2>&1; then
    echo "MISSED  $1: $2 -> $3"
    missed=$((missed + 1))
  elif grep -q 'error:' "$copy/log"; then
    echo "does not compile, so it cannot be: $1: $2 -> $3"
    grep -m 2 'error:' "$copy/log"
    missed=$((missed + 1))
  else
    echo "caught  $1: $2 -> $3"
    caught=$((caught + 1))
  fi
  mv "$1.whole" "$1"
  touch "$1"
}

sum_up() {
  echo "$caught passed, $missed failed"
  [ "$missed" -eq 0 ]
}
