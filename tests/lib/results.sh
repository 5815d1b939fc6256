# results.sh - for test scripts to source: one line a test in the file $RESULTS, and the
# sum at the end. A script that finds RESULTS set adds to it and leaves the sum to the
# script that set it.
if [ -z "${RESULTS:-}" ]; then
    RESULTS=$(mktemp)
    export RESULTS
    results_are_ours=yes
    trap 'rm -f "$RESULTS"' EXIT
fi

pass() { # NAME
    echo "pass $1" >>"$RESULTS"
}

fail() { # NAME [DETAIL], the detail in as many lines as need be
    echo "fail $1" >>"$RESULTS"
    echo "FAIL $1"
    if [ -n "${2:-}" ]; then printf '%s\n' "$2" | head -n 30 | sed 's/^/    /'; fi
}

skip() { # NAME WHY
    echo "skip $1" >>"$RESULTS"
    echo "skip $1: $2"
}

check() { # NAME COMMAND...: passes when the command leaves with 0
    local name=$1 output
    shift
    if output=$("$@" 2>&1); then pass "$name"; else fail "$name" "$output"; fi
}

count() { # pass|fail|skip
    grep -c "^$1 " "$RESULTS" || true
}
failed_before=$(count fail) passed_before=$(count pass)

# Prints the sum, if it is ours to print; the exit status says whether what we added is
# well: something passed and nothing failed.
finish() {
    local passed failed skipped
    passed=$(count pass) failed=$(count fail) skipped=$(count skip)
    if [ -n "${results_are_ours:-}" ]; then
        if [ "$skipped" = 0 ]; then
            echo "$passed passed, $failed failed"
        else
            echo "$passed passed, $failed failed, $skipped skipped"
        fi
    fi
    [ "$failed" = "$failed_before" ] && [ "$passed" != "$passed_before" ]
}
