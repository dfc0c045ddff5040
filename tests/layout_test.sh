#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# clang-format 14 has nothing to change.
cd "$(dirname "$0")/.." || exit 1
find src tests \( -name '*.h' -o -name '*.cc' \) -not -path '*/node_modules/*' -print0 | xargs -0 clang-format-14 --dry-run -Werror
