#!/usr/bin/env bash
# scale.sh - runs the recipes of docs/scale.md as they stand there: GNU parallel, Slurm on this
# machine, the merge; and checks the Kubernetes Job by its schema. Tests build/$MODE.
set -uo pipefail
cd "$(dirname "$0")/.."
MODE=${MODE:-debug}
. tests/lib/results.sh
work=$PWD/build/$MODE/scale
export LC_ALL=C.UTF-8 LAYOUT=$PWD/layouts/sammenlikning.yaml PATH=$PWD/build/$MODE:$PATH
rm -rf "$work"
mkdir -p "$work/home"
export HOME=$work/home # GNU parallel remembers there

recipe() { # HEADING: the first block of commands below it, or below the title
    sed -n "/^## $1\$/,\$p" docs/scale.md | sed -n '/^```sh$/,/^```$/{/^```/!p;/^```$/q}'
}
merge=$(sed -n '/^```sh$/,/^```$/{/^```/!p;/^```$/q}' docs/scale.md)

all_made() { # FOLDER: what the merge says, and that the decks are those of one batch
    (OUT=$1 && export OUT && bash -ec "$merge") 2>"$work/said" || { cat "$work/said" && return 1; }
    grep -qF '13 made, 0 missing, 1 skipped, 0 failed' "$work/said" || return 1
    for deck in "$work/one"/*.pdf; do cmp "$deck" "$1/${deck##*/}" || return 1; done
}

on_slurm() { # FOLDER
    local output=$work/slurm/%a.log
    mkdir -p "$1"
    OUT=$1 SBATCH_OUTPUT=$output timeout -k 10 100 tests/scale/slurm.sh "$work/slurm" \
        bash -ec "$(recipe Slurm)" || { tail -n 20 "$work/slurm"/*.log && return 1; }
}

check scale/one lysark batch "$LAYOUT" -o "$work/one" --quiet
export OUT=$work/parallel
check scale/parallel timeout 100 bash -ec "$(recipe 'GNU parallel')"
check scale/parallel/all all_made "$work/parallel"
check scale/slurm on_slurm "$work/on-slurm"
check scale/slurm/shares test "$(find "$work/on-slurm" -name 'manifest-?-of-3.json' | wc -l)" = 3
check scale/slurm/all all_made "$work/on-slurm"
check scale/slurm/stopped bash -c "! pgrep -f '$work/[s]lurm' >/dev/null"
check scale/kubernetes python3 tests/scale/job.py docs/scale/job.yaml tests/scale/job.schema.json
finish
