#!/usr/bin/env bash
# cases.sh [--accept] [PATTERN] - runs the cases; tests/cases/README.md says what is in
# one. They run in a copy of the tree, so that nothing is written into the real one.
set -uo pipefail
cd "$(dirname "$0")/.."
MODE=${MODE:-debug}
. tests/lib/results.sh
. tests/lib/sanitizers.sh
top=$PWD
work=$top/build/$MODE/cases
export PATH=$top/build/$MODE:$PATH
accept=
if [ "${1:-}" = --accept ]; then accept=yes && shift; fi
pattern=${1:-*}

rm -rf "$work"
mkdir -p "$work/tests"
cp -R tests/cases "$work/tests/"
ln -s "$top/data" "$top/layouts" "$top/fonts" "$top/docs" "$work/"

# Runs one case in its folder; leaves stdout, stderr, status and the names of the files
# that are new beside the folder.
run_case() { # NAME
    local command="lysark dump layout.yaml"
    if [ -e command ]; then command=$(cat command); fi
    if [ -e args ]; then command="$command $(cat args)"; fi
    if [ -e setup.sh ]; then bash setup.sh || return 1; fi
    find . | sort >"../$1.before"
    timeout -k 2 20 bash -c "$command" >"../$1.stdout" 2>"../$1.stderr" </dev/null
    echo $? >"../$1.status"
    find . | sort | comm -13 "../$1.before" - >"../$1.files"
}

# What is wrong with the outcome whatever the case expects, or nothing.
disaster() { # STATUS
    if [ "$1" = 124 ] || [ "$1" = 137 ]; then echo "took more than 20 seconds"; fi
    if [ "$1" = 99 ]; then echo "a sanitizer found something"; fi
    if [ "$1" -ge 126 ] && [ "$1" != 137 ]; then echo "crashed, status $1"; fi
}

difference() { # EXPECTED ACTUAL; an absent expectation is an empty one
    local expected=$1
    [ -e "$expected" ] || expected=/dev/null
    diff -U 2 --label expected --label got "$expected" "$2"
}

judge() { # NAME
    local name=$1 got=$work/tests/cases/$1 want=$top/tests/cases/$1 status expected=0 wrong
    status=$(cat "$got.status")
    if [ -e "$want/status" ]; then expected=$(cat "$want/status"); fi
    wrong=$(
        disaster "$status"
        if [ "$status" != "$expected" ]; then echo "status $status, not $expected"; fi
        if [ "$status" != 0 ] && [ -s "$got.files" ]; then
            echo "failed, and yet wrote $(tr '\n' ' ' <"$got.files")"
        fi
        difference "$want/messages.txt" "$got.stderr"
        difference "$want/pages.txt" "$got.stdout"
    )
    if [ -z "$wrong" ]; then pass "cases/$name"; else fail "cases/$name" "$wrong"; fi
}

accept_file() { # GOT WANT: an empty expectation has no file
    if [ -s "$1" ]; then cp "$1" "$2"; else rm -f "$2"; fi
}

accept_case() { # NAME
    local got=$work/tests/cases/$1 want=$top/tests/cases/$1 status wrong
    status=$(cat "$got.status")
    wrong=$(disaster "$status")
    if [ -n "$wrong" ]; then
        fail "cases/$1" "$wrong
$(tail -n 20 "$got.stderr")"
        return
    fi
    accept_file "$got.stdout" "$want/pages.txt"
    accept_file "$got.stderr" "$want/messages.txt"
    rm -f "$want/status"
    if [ "$status" != 0 ]; then echo "$status" >"$want/status"; fi
    pass "cases/$1"
}

for folder in "$work"/tests/cases/*/; do
    name=$(basename "$folder")
    # shellcheck disable=SC2053 # a pattern on purpose
    [[ $name == _* || $name != $pattern ]] && continue
    if ! (cd "$folder" && run_case "$name"); then
        fail "cases/$name" "its setup.sh failed"
    elif [ -n "$accept" ]; then
        accept_case "$name"
    else
        judge "$name"
    fi
done
finish
