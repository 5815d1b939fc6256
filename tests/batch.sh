#!/usr/bin/env bash
# batch.sh - a deck for every unit of the sample: the same bytes as one by one, made again
# only when something changed, and whole after a batch that was killed, had a unit that
# fails, met a full disk, or whose export could be read only once. What takes more than
# shell is in tests/batch/.
set -uo pipefail
cd "$(dirname "$0")/.."
MODE=${MODE:-debug}
. tests/lib/results.sh
. tests/lib/sanitizers.sh
lysark=$PWD/build/$MODE/lysark
layout=layouts/sammenlikning.yaml
work=$PWD/build/$MODE/batch
export LC_ALL=C.UTF-8
rm -rf "$work"
mkdir -p "$work/single"

batch() { # FOLDER [OPTION...]: what it says stands in $work/said
    timeout 120 "$lysark" batch "$layout" --no-verify -o "$work/$1" "${@:2}" 2>"$work/said"
    local status=$?
    [ $status = 0 ] || tail -n 20 "$work/said"
    return $status
}

says() { # TEXT: the last batch said so
    grep -qF -- "$1" "$work/said" || { cat "$work/said" && return 1; }
}

results() { # FOLDER [MANIFEST]: number, result and file of each unit
    python3 - "$work/$1/${2:-manifest.json}" <<'END'
import json, sys
for unit in json.load(open(sys.argv[1]))["units"]:
    print(unit["number"], unit["result"], unit["file"])
END
}

manifest_is_true() { # FOLDER
    python3 tests/batch/folder.py "$work/$1"
}

same_as_single() { # FOLDER: each deck has the bytes that `render --unit` gives
    local number result file made=0
    while read -r number result file; do
        [ "$result" = made ] || continue
        made=$((made + 1))
        [ -e "$work/single/$file" ] ||
            "$lysark" render "$layout" --unit "$number" -q -o "$work/single/$file" || return 1
        cmp "$work/single/$file" "$work/$1/$file" || return 1
    done < <(results "$1")
    [ "$made" = "${2:-13}" ] || { echo "$made decks" && return 1; }
}

check batch/all batch all
check batch/all/says says "13 made, 0 up to date, 1 skipped, 0 failed"
check batch/all/same-bytes same_as_single all
check batch/all/manifest manifest_is_true all
check batch/all/skipped test "$(results all | grep -c ' skipped ')" = 1

cp -a "$work/all" "$work/before"
check batch/again batch all
check batch/again/says says "0 made, 13 up to date"
check batch/again/same diff -r "$work/before" "$work/all"

# What was taken away or spoilt is made again, and nothing else.
rm "$work/all/3435-vaga-2026.pdf"
echo spoilt >>"$work/all/3403-hamar-2026.pdf"
check batch/mended batch all
check batch/mended/says says "2 made, 11 up to date"
check batch/mended/same-bytes same_as_single all
check batch/changed batch all --set author=Andre
check batch/changed/says says "13 made, 0 up to date"

# Workers cannot open the export: it is a pipe that gave all it had to the parent.
mkfifo "$work/export.csv"
cat data/undersokelse-2026.csv >"$work/export.csv" &
check batch/pipe batch pipe --survey "$work/export.csv"
wait
check batch/pipe/same-bytes same_as_single pipe

# A unit that fails leaves the others alone.
mkdir -p "$work/failing/3403-hamar-2026.pdf"
batch failing >/dev/null
check batch/failing/status test $? = 1
check batch/failing/says says "12 made, 0 up to date, 1 skipped, 1 failed"
check batch/failing/message says "3403-hamar-2026.pdf: error: "
check batch/failing/manifest manifest_is_true failing
check batch/failing/same-bytes same_as_single failing 12
rmdir "$work/failing/3403-hamar-2026.pdf"
check batch/failing/mended batch failing
check batch/failing/mended/says says "1 made, 12 up to date"

mkdir -p "$work/fast/3442-ostre-toten-2026.pdf"
batch fast --fail-fast --jobs 1 >/dev/null
check batch/fail-fast/status test $? = 1
check batch/fail-fast/says says "0 made, 0 up to date, 1 skipped, 1 failed"

# What is known of decks that a batch leaves alone is true of them as they are.
cp -a "$work/before" "$work/left"
check batch/left batch left --units Hamar --set author=Andre
check batch/left/says says "decks that were made of older files or by another command: 12"
check batch/left/manifest manifest_is_true left
check batch/left/results test "$(results left | cut -d ' ' -f 2 | sort | uniq -c | tr -s ' \n' ' ')" = \
    " 1 made 12 outdated 1 skipped "
check batch/left/back batch left --units Hamar
check batch/left/back/same-bytes same_as_single left
rm "$work/left/3435-vaga-2026.pdf"
check batch/left/gone batch left --units Hamar
check batch/left/gone/results test "$(results left | grep -c ' missing 3435')" = 1
check batch/left/mended batch left
check batch/left/mended/says says "1 made, 12 up to date"
check batch/unasked batch unasked --units Hamar
check batch/unasked/results test "$(results unasked | grep -c ' unasked ')" = 12

# Files of no unit are told: under an older name, or brought there by hand.
cp -a "$work/before" "$work/strange"
cp "$work/before/3435-vaga-2026.pdf" "$work/strange/9999-ekstra.pdf"
check batch/strange batch strange --set 'file=${unit.number}.pdf' --units Gjøvik
check batch/strange/says says "9999-ekstra.pdf: warning: this file is not of the batch"
check batch/strange/renamed says "3407-gjovik-2026.pdf: warning: this file is not of the batch"
check batch/strange/manifest python3 - "$work/strange/manifest.json" <<'END'
import json, sys
assert json.load(open(sys.argv[1]))["strangers"] == ["3407-gjovik-2026.pdf", "9999-ekstra.pdf"]
END

# The deck of before, of a unit whose deck fails now; and one of a unit that nobody answered for.
cp -a "$work/before" "$work/stale"
mkdir "$work/stale/3403-hamar-2026-handout.pdf"
skipped=$(results stale | sed -n 's/.* skipped //p')
cp "$work/before/3435-vaga-2026.pdf" "$work/stale/$skipped"
batch stale --handout --as 3 >/dev/null
check batch/stale/says says "12 made, 0 up to date, 1 skipped, 1 failed"
check batch/stale/failed says "3403-hamar-2026.pdf: warning: this file is not of the batch"
check batch/stale/skipped says "$skipped: warning: this file is not of the batch"
check batch/stale/manifest manifest_is_true stale

# One batch at a time, but shares go together; a lock whose holder was killed is none.
hold() { # [OPTION...]: a batch that stands still when it has the lock
    rm -rf "$work/locked"
    "$lysark" batch "$layout" --no-verify -q -o "$work/locked" --jobs 1 "$@" 2>/dev/null &
    held=$!
    until [ -e "$work/locked/.lysark.lock" ]; do sleep 0.002; done
    kill -STOP $held
}
refused() { # [OPTION...]
    batch locked "$@" >/dev/null
    [ $? = 2 ] && says "error: another batch is at work in this folder"
}
hold
check batch/locked refused
check batch/locked/units refused --units Hamar
check batch/locked/shard refused --shard 1/3
check batch/locked/dry-run batch locked --dry-run
kill -CONT $held
wait $held
check batch/locked/first test $? = 0
check batch/locked/first/all same_as_single locked
check batch/locked/removed test ! -e "$work/locked/.lysark.lock"
hold --shard 1/3
check batch/locked/same-shard refused --shard 1/3
check batch/locked/other-shard batch locked --shard 2/3
check batch/locked/shards refused
{
    kill -KILL $held
    wait $held
} 2>/dev/null
check batch/locked/killed batch locked

# Ended at random moments, by signals that it can answer or cannot; workers that are
# killed; a disk that is full.
check batch/killed python3 tests/batch/kill.py "$lysark" "$layout" "$work/before" "$work/killed"
check batch/disk python3 tests/batch/disk.py "$lysark" "$layout" "$work/before" "$work/disk"

check batch/silent python3 tests/batch/silent.py "$lysark" "$layout" "$work/silent"

# What a worker has in its memory, and what a terminal shows.
check batch/memory python3 tests/batch/memory.py "$lysark" "$work/memory"
check batch/read-back python3 tests/batch/reading.py "$lysark" "$layout" "$work/read"
check batch/terminal python3 tests/batch/terminal.py "$lysark" "$layout" "$work/terminal"

# Ctrl-C: the deck at hand is finished, no other begun, and nothing half is left behind.
rm "$work/said"
"$lysark" batch "$layout" --no-verify -o "$work/stopped" --jobs 1 2>"$work/said" &
pid=$!
until grep -qs '^1/13 ' "$work/said"; do sleep 0.01; done
kill -INT $pid
wait $pid
check batch/stopped/status test $? = 2
check batch/stopped/says says "error: the batch was interrupted"
check batch/stopped/manifest manifest_is_true stopped
check batch/stopped/all-listed test "$(results stopped | grep -c ' made ')" = \
    "$(find "$work/stopped" -type f ! -name manifest.json | wc -l)"
check batch/stopped/some-left test "$(results stopped | grep -c ' missing ')" -gt 0

# A share each, and together all of them once.
check batch/shard/1 batch shards --shard 1/3
check batch/shard/2 batch shards --shard 2/3
check batch/shard/3 batch shards --shard 3/3
check batch/shard/all test "$(find "$work/shards" -name '*.pdf' | wc -l)" = 13
check batch/shard/once test \
    "$(cat "$work/shards"/manifest-*.json | grep -c '"result": "made"')" = 13

# Their manifests become one: in the folder they share, and from folders of each.
merge() { # [FOLDER...] [OPTION...]
    (cd "$work" && "$lysark" batch --merge "$@" 2>"$work/said") || { cat "$work/said" && false; }
}
check batch/merge/same-folder merge shards
check batch/merge/same-folder/manifest manifest_is_true shards
check batch/merge/same-folder/current batch shards
check batch/merge/same-folder/current/says says "0 made, 13 up to date, 1 skipped, 0 failed"
for k in 1 2 3; do
    mkdir -p "$work/machines/$k"
    cp -a "$work/shards/manifest-$k-of-3.json" "$work/machines/$k"
    results "machines/$k" "manifest-$k-of-3.json" | while read -r _ result file; do
        if [ "$result" = made ]; then cp -a "$work/shards/$file" "$work/machines/$k"; fi
    done
done
check batch/merge/machines merge machines/1 machines/2 machines/3 -o joined
check batch/merge/machines/says says "13 made, 0 missing, 1 skipped, 0 failed"
check batch/merge/machines/manifest manifest_is_true joined
check batch/merge/machines/all test "$(results joined | grep -c ' made \.\./machines/')" = 13
merge machines/1 machines/3 -o joined >/dev/null
check batch/merge/missing/status test $? = 1
check batch/merge/missing/says says "3403-hamar-2026.pdf: error: there is no deck of Hamar"
check batch/merge/missing/some test "$(results joined | grep -c ' missing ')" -gt 0
gone=$(results machines/1 manifest-1-of-3.json | sed -n 's/.* made //p' | head -n 1)
mv "$work/machines/1/$gone" "$work/machines/gone.pdf"
merge machines/1 machines/2 machines/3 -o joined >/dev/null
check batch/merge/gone/status test $? = 1
check batch/merge/gone/says says "is not there"
echo spoilt >"$work/machines/1/$gone"
merge machines/1 machines/2 machines/3 -o joined >/dev/null
check batch/merge/spoilt says "is another than the manifest says"
mv "$work/machines/gone.pdf" "$work/machines/1/$gone"
cp -a "$work/machines/2" "$work/machines/again"
check batch/merge/twice merge machines/1 machines/2 machines/3 machines/again -o joined
check batch/merge/twice/says says "was made twice"
for file in "$work/machines/again"/*.pdf; do echo >>"$file"; done
python3 - "$work/machines/again" <<'END'
import glob, hashlib, json, sys
path, = glob.glob(sys.argv[1] + "/*.json")
manifest = json.load(open(path))
for unit in manifest["units"]:
    if unit["result"] == "made":
        deck = open(sys.argv[1] + "/" + unit["file"], "rb").read()
        unit["md5"] = hashlib.md5(deck).hexdigest()
json.dump(manifest, open(path, "w"))
END
merge machines/1 machines/2 machines/3 machines/again -o joined >/dev/null
check batch/merge/differently/status test $? = 1
check batch/merge/differently/says says "was made twice, differently"
check batch/merge/other-options batch other --shard 2/3 --set author=Andre
merge machines/1 other -o joined >/dev/null
check batch/merge/other-options/says says "the command line is another than in machines/1/"
sed "s/Hamar;Innlandet/Hamar; Innlandet/" data/kommuner.csv >"$work/other.csv"
sed -i "s/$(md5sum <data/kommuner.csv | cut -c 1-32)/$(md5sum <"$work/other.csv" | cut -c 1-32)/
/\"options\"/,/\]/d" "$work/other/manifest-2-of-3.json"
merge machines/1 other -o joined >/dev/null
check batch/merge/other-input says '"kommuner.csv" is another than in machines/1/'
sed 's/"program": "[0-9a-f]*"/"program": "deadbeef"/' "$work/shards/manifest-2-of-3.json" \
    >"$work/other/manifest-2-of-3.json"
merge machines/1 other -o joined >/dev/null
check batch/merge/other-program says "the build of the program is another than in machines/1/"
merge machines -o joined >/dev/null
check batch/merge/no-manifest says "there is no manifest of a batch in the folder"
merge nowhere -o joined >/dev/null
check batch/merge/no-folder says "cannot read the folder: No such file or directory"

check batch/units batch units --units "Gjøvik, 3435"
check batch/units/two same_as_single units 2
printf 'Hamar\n\n3405\n' >"$work/list"
check batch/units/file batch units --units "$work/list"
check batch/units/file/others-stay same_as_single units 4
printf 'Va\xcc\x8aga\xcc\x8a\n' >"$work/apart" # as a Mac writes it
check batch/units/marks-apart batch units --units "$work/apart"
check batch/units/marks-apart/says says "0 made, 1 up to date"
batch units --units Gjovik >/dev/null
check batch/units/unknown says 'did you mean "Gjøvik"?'

# A handout beside each deck, made of the same slice.
handouts_as_single() { # FOLDER OPTION...: the bytes that `handout --unit` gives
    local file made=0
    for file in "$work/$1"/*-handout.pdf; do
        made=$((made + 1))
        "$lysark" handout "$layout" --unit "$(basename "$file" | cut -d - -f 1)" "${@:2}" -q \
            -o "$work/single.pdf" && cmp "$work/single.pdf" "$file" || return 1
    done
    [ "$made" = 3 ] || { echo "$made handouts" && return 1; }
}

three="Hamar, Vågå, Gjøvik"
check batch/handout batch handouts --handout --as 3 --units "$three"
check batch/handout/decks same_as_single handouts 3
check batch/handout/same-bytes handouts_as_single handouts --as 3
check batch/handout/manifest manifest_is_true handouts
check batch/handout/pages python3 - "$work/handouts/manifest.json" <<'END'
import json, sys
made = [unit for unit in json.load(open(sys.argv[1]))["units"] if unit["result"] == "made"]
assert [unit["handout"]["pages"] for unit in made] == [-(-unit["pages"] // 3) for unit in made]
END
batch handouts --handout --as 3 --units "$three"
check batch/handout/again says "0 made, 3 up to date"
echo spoilt >>"$work/handouts/3403-hamar-2026-handout.pdf"
batch handouts --handout --as 3 --units "$three"
check batch/handout/mended says "1 made, 2 up to date"
batch handouts --units "$three"
check batch/handout/not-asked says "0 made, 3 up to date"
rm "$work/handouts/3403-hamar-2026-handout.pdf"
batch handouts --units "$three"
check batch/handout/not-asked-gone says "0 made, 3 up to date"
check batch/handout/not-asked-gone/manifest manifest_is_true handouts
batch handouts --handout --as 3 --grey --units "$three"
check batch/handout/grey says "3 made, 0 up to date"
check batch/handout/grey/decks same_as_single handouts 3
check batch/handout/grey/same-bytes handouts_as_single handouts --as 3 --grey
# A deck that is made anew without one: the old handout goes, unless it is somebody's own.
cp -a "$work/handouts" "$work/outdated"
cp "$work/outdated/3435-vaga-2026-handout.pdf" "$work/outdated/3403-hamar-2026-handout.pdf"
batch outdated --units "$three" --set author=Andre
check batch/handout/outdated says "3 made, 0 up to date"
check batch/handout/outdated/removed says \
    "3435-vaga-2026-handout.pdf: note: this handout of the deck before was removed"
check batch/handout/outdated/gone test ! -e "$work/outdated/3435-vaga-2026-handout.pdf"
check batch/handout/outdated/changed says \
    "3403-hamar-2026-handout.pdf: warning: this file is not of the batch"
check batch/handout/outdated/stays test -e "$work/outdated/3403-hamar-2026-handout.pdf"
check batch/handout/outdated/manifest manifest_is_true outdated
check batch/handout/outdated/no-claim test "$(grep -c '"handout"' "$work/outdated/manifest.json")" = 0

check batch/handout/default-form batch reading --handout --units "Hamar, Gjøvik, 3442"
check batch/handout/default-form/same-bytes handouts_as_single reading
mkdir -p "$work/blocked/3403-hamar-2026-handout.pdf"
batch blocked --handout --as 3 --units Hamar >/dev/null
check batch/handout/failed says "0 made, 0 up to date, 0 skipped, 1 failed"
check batch/handout/failed/no-deck test ! -e "$work/blocked/3403-hamar-2026.pdf"
merge handouts -o joined >/dev/null
check batch/handout/merge/path grep -q '"file": "../handouts/.*-handout.pdf"' \
    "$work/joined/manifest.json"
echo spoilt >>"$work/handouts/3435-vaga-2026-handout.pdf"
merge handouts -o joined >/dev/null
check batch/handout/merge/spoilt says "is another than the manifest says"

check batch/handout/small batch small --handout --as 9 --units "$three"
check batch/handout/small/says says "(decks: 3, the first of Gjøvik)"
batch small --handout --as 9 --units Vågå
check batch/handout/small/one says "hard to read (Vågå)"
check batch/handout/small/manifest test "$(grep -c '"notes"' "$work/small/manifest.json")" = 3

for command in "batch $layout" "batch --merge $work/shards"; do
    # shellcheck disable=SC2086 # words
    "$lysark" $command -o "$layout" 2>"$work/said"
    check "batch/no-folder/${command%% -*}/status" test $? = 2
    check "batch/no-folder/${command%% -*}" says "error: this is no folder to write the decks into"
done
check batch/dry-run batch dry --dry-run
check batch/dry-run/writes-nothing test ! -e "$work/dry"
finish
