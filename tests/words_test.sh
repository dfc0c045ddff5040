#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every PO file is well formed by gettext's own check, and what patients read is plain: no sentence over
# 20 words, none of the words that blame.
set -u
cd "$(dirname "$0")/.." || exit 1
passed=0
failed=0
for file in words/*/*.po; do
  if msgfmt -c -o /dev/null "$file" 2>&1 | grep -v "header field" | grep .; then
    failed=$((failed + 1))
  else
    passed=$((passed + 1))
  fi
done
blame=$(grep -niwE 'compliant|adherent|failed|missed|score|breach|user|users|normal' words/en/*.po | grep -v '^[^:]*:[0-9]*:msgid' || true)
if [ -n "$blame" ]; then
  echo "$blame"
  failed=$((failed + 1))
else
  passed=$((passed + 1))
fi
long=$(grep -h '^msgstr' words/en/aim.po words/en/my_page.po words/en/check_in.po words/en/life.po words/en/plan.po words/en/history.po \
  | sed 's/^msgstr[^"]*"//; s/"$//' | tr '.?!:' '\n\n\n\n' | awk 'NF > 20')
if [ -n "$long" ]; then
  echo "over 20 words: $long"
  failed=$((failed + 1))
else
  passed=$((passed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
