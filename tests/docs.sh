#!/usr/bin/env bash
# docs.sh - what is written from the program's tables is as they are, and the schemas
# take the good files and refuse the bad. `make docs` mends what is stale.
set -uo pipefail
cd "$(dirname "$0")/.."
MODE=${MODE:-debug}
. tests/lib/results.sh
scratch=$(mktemp -d)
if [ -n "${results_are_ours:-}" ]; then
    trap 'rm -rf "$scratch" "$RESULTS"' EXIT
else
    trap 'rm -rf "$scratch"' EXIT
fi

fresh() { # FILE: what docs/write.sh made of it now is what is there
    local detail
    if detail=$(diff -U 1 "docs/$1" "$scratch/$1"); then
        pass "docs/$1"
    else
        fail "docs/$1" "it is stale, run \`make docs\`:
$detail"
    fi
}

docs/write.sh "build/$MODE/lysark" "$scratch"
for file in schema/layout.json schema/description.json schema/theme.json reference.md; do
    fresh "$file"
done

# Each layout names its schema, so that an editor finds it.
for layout in layouts/*.yaml; do
    check "docs/modeline/$layout" test -e \
        "layouts/$(sed -n '1s/^# yaml-language-server: \$schema=//p' "$layout")"
done

while read -r outcome name why; do
    if [ "$outcome" = pass ]; then pass "$name"; else fail "$name" "$why"; fi
done < <(tests/schema.py || echo "fail schema/program left with an error")
finish
