#!/usr/bin/env bash
# truth.sh - what decks say holds against the answers, counted anew: see truth.py.
set -uo pipefail
cd "$(dirname "$0")/.."
MODE=${MODE:-debug}
. tests/lib/results.sh
. tests/lib/sanitizers.sh
export LC_ALL=C.UTF-8

if said=$(timeout 600 python3 tests/truth.py "build/$MODE/lysark" 2>&1); then
    pass truth/sentences-and-figures
else
    fail truth/sentences-and-figures "$said"
fi
finish
