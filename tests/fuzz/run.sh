#!/usr/bin/env bash
# run.sh SECONDS [TARGET]... - runs the fuzz targets one after the other, each from its
# seeds and what earlier runs found (build/fuzz/corpus). Fails at the first crash, leak,
# hang or what a sanitizer finds; the input stays in build/fuzz/found.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=$1
shift
targets=("$@")
if [ $# = 0 ]; then targets=(csv xlsx layout description markdown expression); fi
for target in "${targets[@]}"; do
    mkdir -p "build/fuzz/corpus/$target" build/fuzz/found
    log=build/fuzz/$target.log
    if ! "build/fuzz/tests/fuzz/$target" -max_total_time="$seconds" -timeout=10 \
        -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 -close_fd_mask=1 \
        -artifact_prefix="build/fuzz/found/$target-" "build/fuzz/corpus/$target" \
        "tests/fuzz/seeds/$target" >"$log" 2>&1; then
        tail -n 40 "$log"
        echo "FAIL fuzz/$target" >&2
        exit 1
    fi
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    echo "fuzz/$target: $seconds s, $runs inputs, nothing found"
done
