#!/usr/bin/env bash
# unit.sh [PATTERN] - runs the cmocka programs of build/$MODE/tests/unit, and counts each
# of their tests. A program that ends before it has run all of them is a failure.
set -uo pipefail
cd "$(dirname "$0")/.."
. tests/lib/results.sh
. tests/lib/sanitizers.sh

run_program() { # NAME
    local log=build/$MODE/tests/unit/$1.log status planned=0 seen=0 line details=
    CMOCKA_MESSAGE_OUTPUT=tap timeout -k 5 120 "build/$MODE/tests/unit/$1" \
        >"$log" 2>&1 </dev/null
    status=$?
    while IFS= read -r line; do
        case $line in
        1..*) planned=$((planned + ${line#1..})) ;;
        'ok '*) seen=$((seen + 1)) && pass "unit/$1/${line#* - }" ;;
        'not ok '*'# SKIP '*)
            seen=$((seen + 1))
            skip "unit/$1/${line#*# SKIP }" "by the test itself"
            ;;
        'not ok '*)
            seen=$((seen + 1)) details=yes
            fail "unit/$1/${line#* - }" ;;
        esac
    done <"$log"
    if [ -n "$details" ]; then grep '^#' "$log" | head -n 40 | sed 's/^/    /'; fi
    if [ "$seen" -lt "$planned" ] || [ "$planned" = 0 ] || [ "$status" -ge 99 ] ||
        { [ "$status" != 0 ] && [ -z "$details" ]; }; then
        fail "unit/$1" "left with status $status after $seen of $planned tests
$(tail -n 25 "$log")"
    fi
}

for source in tests/unit/*_test.c; do
    name=$(basename "$source" .c)
    # shellcheck disable=SC2053 # a pattern on purpose
    [[ $name == ${1:-*} ]] || continue
    run_program "$name"
done
finish
