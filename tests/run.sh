#!/usr/bin/env bash
# run.sh [--accept] [PART...] [PATTERN] - runs the tests and ends with their sum.
# Parts: unit, cases, batch, verify, truth, pdf, docs; all of them when none is named. PATTERN (a shell pattern)
# picks cases and unit programs by name. --accept rewrites what cases expect.
# Tests what is in build/$MODE; says nothing about tests that pass.
set -uo pipefail
cd "$(dirname "$0")/.."
export MODE=${MODE:-debug}
export LC_ALL=C.UTF-8
. tests/lib/results.sh

accept=
parts=()
pattern='*'
for argument in "$@"; do
    case $argument in
    --accept) accept=--accept ;;
    unit | cases | batch | verify | truth | pdf | docs) parts+=("$argument") ;;
    *) pattern=$argument ;;
    esac
done
if [ ${#parts[@]} = 0 ]; then
    parts=(unit cases batch verify truth pdf docs)
    if [ "$pattern" != '*' ] || [ -n "$accept" ]; then parts=(cases); fi
fi

for part in "${parts[@]}"; do
    echo "== $part ($MODE)"
    before=$(wc -l <"$RESULTS")
    case $part in
    unit) tests/unit.sh "$pattern" ;;
    cases) tests/cases.sh $accept "$pattern" ;;
    batch) tests/batch.sh ;;
    verify) tests/verify.sh ;;
    truth) tests/truth.sh ;;
    pdf) tests/pdf.sh ;;
    docs) tests/docs.sh ;;
    esac
    if [ "$(wc -l <"$RESULTS")" = "$before" ]; then fail "$part" "ran no test"; fi
done
finish
