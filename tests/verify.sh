#!/usr/bin/env bash
# verify.sh - the decks of all sample layouts read back clean, for every unit and round;
# and what is wrong with a deck is found: planted leaks, and a fault for each check. The
# faults are put into what verify is given: another export than the deck was made of, or
# a PDF that was changed afterwards. About a minute.
set -uo pipefail
cd "$(dirname "$0")/.."
MODE=${MODE:-debug}
. tests/lib/results.sh
. tests/lib/sanitizers.sh
lysark=$PWD/build/$MODE/lysark
work=$PWD/build/$MODE/verify
leak=$PWD/tests/lib/leak.py
export LC_ALL=C.UTF-8
rm -rf "$work"
mkdir -p "$work"

verify() { # FOLDER: what it says stands in $work/said
    timeout 300 "$lysark" verify "$1" >"$work/said" 2>&1
}

says() { # PATTERN...: the last run said each
    local pattern
    for pattern; do
        grep -q -- "$pattern" "$work/said" || { echo "not said: $pattern" && head -n 20 "$work/said" && return 1; }
    done
}

# All is right with the samples. The summary must not be of nothing.
for layout in naeringsvennlig sammenlikning vedlegg kort; do
    for round in 2024 2026; do
        name=$layout-$round
        check "verify/clean/$name/made" "$lysark" batch "layouts/$layout.yaml" --quiet \
            --no-verify --survey "data/undersokelse-$round.yaml" -o "$work/$name"
        verify "$work/$name"
        check "verify/clean/$name/status" test $? = 0
        check "verify/clean/$name/says" says "^13 files, .* figures, .* answers: all is right"
    done
done

check verify/handouts/made "$lysark" batch layouts/naeringsvennlig.yaml --quiet --no-verify \
    --handout --as 3 --units 3442,3407 -o "$work/handouts"
verify "$work/handouts"
check verify/handouts/status test $? = 0
check verify/handouts/says says "^4 files, .* all is right"
cp "$work/handouts/3407-gjovik-2024-handout.pdf" "$work/handouts/3442-ostre-toten-2024-handout.pdf"
verify "$work/handouts"
check verify/handouts/replaced/status test $? = 1
check verify/handouts/replaced/says says "ostre-toten-2024-handout.pdf: error: page .*another unit is named: Gjøvik" \
    "ostre-toten-2024-handout.pdf: error: page .*does not stand in the foot"

# The head of a table that goes on is painted without a tag.
(cd tests/cases/table-sixty-rows && "$lysark" batch layout.yaml --quiet --no-verify --handout -o "$work/long")
(cd tests/cases/table-sixty-rows && verify "$work/long")
check verify/long/says says ": all is right"

# Words that are read to the left, and charts of statements that nobody answered.
for layout in tests/cases/rtl-names/layout.yaml docs/charts/charts-many.yaml; do
    name=$(basename "$(dirname "$layout")")
    "$lysark" batch "$layout" --quiet --no-verify -o "$work/$name"
    verify "$work/$name"
    check "verify/$name/says" says ": all is right"
done

# A sample of its own, so that its export can be another when the decks are made.
cp -r data layouts "$work"
cd "$work" || exit 2
units=3442,3407,3435 # Østre Toten, Gjøvik, Vågå
make_decks() { # FOLDER [OPTION...]
    "$lysark" batch layouts/kort.yaml --quiet --no-verify --units "$units" -o "$@"
}
# The decks are made of what the change leaves of the export; then it is put back.
planted() { # NAME CHANGE...
    cp data/undersokelse-2024.csv kept.csv
    python3 "$leak" "$2" data/undersokelse-2024.csv "${@:3}"
    make_decks "$1"
    mv kept.csv data/undersokelse-2024.csv
    verify "$1"
    check "verify/$1/status" test $? = 1
}

check verify/plain/made make_decks plain
verify plain
check verify/plain/status test $? = 0

planted rows swap-rows "Østre Toten" Gjøvik
check verify/rows/says says "3442-ostre-toten-2024.pdf: error: page .* is printed, .* was counted" \
    "3407-gjovik-2024.pdf: error: page .*: an answer that Østre Toten gave: \"«" \
    "page .*: \"Næringsundersøkelsen 2024 .*\" does not stand in the foot" \
    "undersokelse-2024.csv: warning: the file is another than when the batch was made"
check verify/rows/others-are-right test "$(grep -c '3435-vaga-2024.pdf: error' "$work/said")" = 0
planted columns swap-columns "Østre Toten"
check verify/columns/says says "3442-ostre-toten-2024.pdf: error: page .* is printed, .* was counted"
check verify/columns/others-are-right test "$(grep -c '3407-gjovik-2024.pdf: error' "$work/said")" = 0
planted answer foreign-answer Gjøvik "Østre Toten"
check verify/answer/says says "3442-ostre-toten-2024.pdf: error: page .*: an answer that Gjøvik gave: \"«"
planted people drop-row Gjøvik
check verify/people/says says "3407-gjovik-2024.pdf: error: page .*: \".*Gjøvik, .* svar\" does not stand in the foot"

# What the plan hides, but a deck shows.
unhidden() { # NAME LAYOUT SED...: made with other limits, which are then put back
    cp data/undersokelse-2024.yaml kept.yaml
    sed -i -e '/^privacy:/a\  override: prøve' "${@:3}" data/undersokelse-2024.yaml
    "$lysark" batch "layouts/$2.yaml" --quiet --no-verify -o "$1"
    mv kept.yaml data/undersokelse-2024.yaml
    verify "$1"
    check "verify/$1/status" test $? = 1
}
unhidden few kort -e 's/min-answers: 5/min-answers: 1/'
check verify/few/says says "3435-vaga-2024.pdf: error: page .*: \".*\" is printed, \"skjerma (n < 5)\" was counted"
unhidden few-people naeringsvennlig -e 's/min-answers: 5/min-answers: 1/'
check verify/few-people/says says \
    "3435-vaga-2024.pdf: error: page 3: \"4\" is printed, \"skjerma (n < 5)\" was counted" \
    "3435-vaga-2024.pdf: error: page 3: \"67.%\" is printed, \"skjerma (n < 5)\" was counted" \
    "3435-vaga-2024.pdf: error: page 3: \"7\" is printed, \"skjerma\" was counted"
unhidden quoted vedlegg -e 's/min-respondents: 10/min-respondents: 1/'
check verify/quoted/says says "error: page .*: an answer of a group that is not to be quoted: \"«"

# What findings say: decks are made with two words exchanged, or two placeholders in one.
misspoken() { # NAME SED...
    mkdir -p "$1.data"
    cp -r ../../../layouts ../../../fonts "$1.data"
    sed -i "${@:2}" "$1.data"/layouts/words/nb.yaml
    LYSARK_DATA=$PWD/$1.data "$lysark" batch layouts/naeringsvennlig.yaml --quiet --no-verify \
        --survey data/undersokelse-2026.yaml -o "$1"
    verify "$1"
    check "verify/misspoken/$1/status" test $? = 1
    check "verify/misspoken/$1/says" says "$said"
}
exchanged() { # WORD WORD: the names of the two phrases
    echo "s/^finding-$1:/finding-kept:/;s/^finding-$2:/finding-$1:/;s/^finding-kept:/finding-$2:/"
}
said="error: page .*: what a sentence says of its figures is not so"
misspoken ends -e "$(exchanged highest lowest)" -e "$(exchanged top bottom)"
misspoken sure -e "$(exchanged steady unsure)" -e "$(exchanged like-region unsure-region)"
said="error: page .*: \".*\" is printed, \".*\" was counted"
misspoken shares -e "/^finding-gap/s/high-share/kept/;/^finding-gap/s/low-share/high-share/" \
    -e "/^finding-gap/s/{kept}/{low-share}/"

# Of a section's statements, and of a group: a kept layout is put back.
cp layouts/kort.yaml kept.yaml
sed -i 's/names(lowest(1))/names(lowest(1, tjenester, ansatte))/;s/names(highest(1))/names(highest(2, tjenester))/' layouts/kort.yaml
make_decks sections
verify sections
check verify/sections/status test $? = 0
mv kept.yaml layouts/kort.yaml

# Another unit's name: the author's own is a note, any other a fault.
cp layouts/kort.yaml kept.yaml
sed -i 's/^  - slide: method/&\n    note: {nb: "som i Hamar", nn: "som i Hamar", en: x}/' layouts/kort.yaml
make_decks names
verify names
check verify/named-by-hand/status test $? = 0
check verify/named-by-hand/says says "note: page .*: the layout names Hamar by hand"
mv kept.yaml layouts/kort.yaml
verify names
check verify/named/status test $? = 1
check verify/named/says says "3442-ostre-toten-2024.pdf: error: page .*: another unit is named"

# In the genitive too, but not in another word; and an answer among the author's words.
cp layouts/kort.yaml kept.yaml
sed -i 's/^  - slide: method/&\n    note: {nb: "som i Hamars og Gjøvikregionens", nn: "som i Hamars", en: x}/' layouts/kort.yaml
make_decks genitive
verify genitive
check verify/genitive/status test $? = 0
check verify/genitive/says says "note: page .*: the layout names Hamar by hand"
check verify/genitive/no-compound test "$(grep -c "names Gjøvik" "$work/said")" = 0
cp kept.yaml layouts/kort.yaml
verify genitive
check verify/genitive/fault/status test $? = 1
check verify/genitive/fault/says says "3442-ostre-toten-2024.pdf: error: page .*: another unit is named: Hamar"
answer=$(python3 "$leak" answer data/undersokelse-2024.csv Gjøvik "Østre Toten")
sed -i "s/er enige i at/(«${answer%.}») &/" layouts/kort.yaml
make_decks pasted
verify pasted
check verify/pasted/status test $? = 1
check verify/pasted/says says "3442-ostre-toten-2024.pdf: error: page .*: an answer that Gjøvik gave: \"$answer\""
check verify/pasted/own test "$(grep -c "3407-gjovik-2024.pdf: error" "$work/said")" = 0
mv kept.yaml layouts/kort.yaml

# PDFs that were changed afterwards.
changed() { # NAME FILE
    rm -rf "$1"
    cp -r plain "$1"
    cat >"$1/$2"
    verify "$1"
    check "verify/$1/status" test $? = 1
    check "verify/$1/others-are-right" test "$(grep -c 'error: ' "$work/said")" = \
        "$(grep -c "^$2: error: " "$work/said")"
}
deck=3442-ostre-toten-2024.pdf
qpdf --qdf --object-streams=disable plain/$deck open.pdf
cp open.pdf cells.pdf
python3 "$leak" swap-cells cells.pdf
changed cells $deck <cells.pdf
check verify/cells/says says "$deck: error: this is not the file that the batch wrote" \
    "$deck: error: page .*: \".*\" is printed, \".*\" was counted"
check verify/cells/two test "$(grep -c 'was counted' "$work/said")" = 2
cp open.pdf words.pdf
python3 "$leak" swap-words words.pdf
changed words $deck <words.pdf
check verify/words/says says "$deck: error: page .*: \".*%\" is printed, \".*%\" was counted"
check verify/words/two test "$(grep -c 'was counted' "$work/said")" = 2
cp open.pdf labels.pdf
python3 "$leak" paint-label labels.pdf
changed labels $deck <labels.pdf
check verify/labels/says says "$deck: error: page .*: \".*\" is painted in a chart, whose alternative text"
check verify/labels/all test "$(grep -c 'is painted in a chart' "$work/said")" -ge 4
cp open.pdf blank.pdf
python3 "$leak" paint-nothing blank.pdf
changed blank $deck <blank.pdf
check verify/blank/says says "$deck: error: page .*: nothing can be read where a chart belongs"
# What no tag holds: painted text, and what stands beside the pages.
inserted() { # NAME BEHIND TEXT MESSAGE...
    cp open.pdf insert.pdf
    python3 "$leak" insert insert.pdf "$2" "$3"
    changed "$1" $deck < <(fix-qdf insert.pdf)
    check "verify/$1/says" says "${@:4}"
}
inserted untagged '+/Artifact/L BDC' " EMC BT 60 200 Td (/.)Tj ET /Artifact/L BDC" \
    "$deck: error: page .*: text without a tag: \""
inserted artifact '/Artifact/N BDC' " /Span<</ActualText {Snitt 4,9 blant 77 svar}>>BDC EMC" \
    "$deck: error: page .*: text without a tag: \"Snitt 4,9 blant 77 svar"
inserted painted-answer '/Artifact/N BDC' " /Span<</ActualText {$answer}>>BDC EMC" \
    "$deck: error: page .*: text without a tag: \"" "$deck: error: page .*: an answer that Gjøvik gave: \"$answer\""
inserted described '/S /Figure' " /ActualText {$answer} /T {som i Gjøviks}" \
    "$deck: error: page .*: another unit is named: Gjøvik" "$deck: error: page .*: an answer that Gjøvik gave: \"$answer\""
inserted alternative '/Alt <feff' "$(printf %s "$answer Som Gjøviks " | iconv -t UTF-16BE | xxd -p -c 0)" \
    "$deck: error: page .*: an answer that Gjøvik gave: \"$answer\"" "$deck: error: page .*: another unit is named: Gjøvik"
inserted outline '+/Title ' "{Gjøviks} /A " "$deck: error: another unit is named: Gjøvik"
inserted target '/Type /Catalog' ' /OpenAction << /S /URI /URI (https://www.gjovik.kommune.no/x) >>' \
    "$deck: error: another unit is named: Gjøvik"
inserted property $'/Type /Page\n' " /PieceInfo << /L << /Private {$answer} >> >>" \
    "$deck: error: page 1: an answer that Gjøvik gave: \"$answer\""
inserted attached '/Type /Catalog' ' /AF [ << /Type /Filespec /F (a.csv) /EF << >> >> ]' \
    "$deck: error: another file is attached to it"
qpdf --encrypt "" owner 256 -- plain/$deck locked.pdf
changed locked $deck <locked.pdf
check verify/locked/says says "$deck: error: it is locked with a password"
changed replaced $deck <plain/3407-gjovik-2024.pdf
check verify/replaced/says says "$deck: error: page .*another unit is named: Gjøvik" \
    "does not stand in the foot"
changed cut $deck < <(head -c 9000 plain/$deck)
check verify/cut/says says "$deck: error: "
changed empty $deck </dev/null
check verify/empty/says says "$deck: error: this is no whole PDF"
changed text $deck <layouts/kort.yaml
check verify/text/says says "$deck: error: this is no whole PDF"
qpdf plain/$deck --pages . 1-3,5-z -- pages.pdf
changed pages $deck <pages.pdf
check verify/pages/says says "$deck: error: it has .* pages, and .* were written"
rm -rf gone && cp -r plain gone && rm gone/$deck
verify gone
check verify/gone/status test $? = 1
check verify/gone/says says "$deck: error: the file is not there"

# A batch that is not whole, and what lies beside its decks: units that it was not asked
# for are no fault.
verify plain
check verify/unasked says "manifest.json: note: units that the batch was not asked for" \
    "^3 files, .* all is right"
spoil() { # NAME PYTHON: the manifest's units, in `units`, are changed in a copy of plain
    rm -rf "$1"
    cp -r plain "$1"
    python3 - "$1/manifest.json" "$2" <<'END'
import json, sys
manifest = json.load(open(sys.argv[1]))
units = {unit["number"]: unit for unit in manifest["units"]}
exec(sys.argv[2])
json.dump(manifest, open(sys.argv[1], "w"))
END
    verify "$1"
    check "verify/$1/status" test $? = 1
}
spoil stopped 'units["3407"]["result"] = "missing"'
check verify/stopped/says says "3407-gjovik-2024.pdf: error: there is no deck of Gjøvik" \
    "3407-gjovik-2024.pdf: error: this file is not of the batch" "^2 files, .* 2 things are wrong"
spoil failing 'units["3407"].update(result="failed", errors=["a.yaml:1: error"])'
check verify/failing/says says "3407-gjovik-2024.pdf: error: the deck of Gjøvik was not made: a.yaml:1: error" \
    "3407-gjovik-2024.pdf: error: this file is not of the batch"
spoil skipped 'units["3407"]["result"] = "skipped"'
check verify/skipped/says says "3407-gjovik-2024.pdf: error: there is no deck of Gjøvik" \
    "3407-gjovik-2024.pdf: error: this file is not of the batch"
spoil forgotten 'manifest["units"].remove(units["3407"])'
check verify/forgotten/says says "error: there is no deck of Gjøvik"
for name in 9999-ekstra.pdf 3403-hamar-2024.pdf EKSTRA.PDF; do
    rm -rf strange && cp -r plain strange && cp plain/$deck strange/$name
    verify strange
    check verify/strange/$name/status test $? = 1
    check verify/strange/$name/says says "^$name: error: this file is not of the batch" \
        "^3 files, .* 1 things are wrong, in 1 files"
done
"$lysark" verify strange --units 3442 --json >result.json 2>/dev/null
check verify/strange/json python3 -c 'import json
assert json.load(open("result.json"))["strangers"] == ["EKSTRA.PDF"]'
"$lysark" verify plain --units Hamar >"$work/said" 2>&1
check verify/asked-for/status test $? = 1
check verify/asked-for/says says "3403-hamar-2024.pdf: error: there is no deck of Hamar"
cp -r plain aged
"$lysark" batch layouts/kort.yaml -q --no-verify --units 3407 --set author=Andre -o aged 2>/dev/null
verify aged
check verify/outdated/status test $? = 1
check verify/outdated/says says "3442-ostre-toten-2024.pdf: error: the deck of Østre Toten was made of older files" \
    "^1 files, .* 2 things are wrong"
for k in 1 3; do
    "$lysark" batch layouts/kort.yaml -q --no-verify --shard $k/3 -o divided
done
"$lysark" verify divided --shard 1/3 >"$work/said" 2>&1
check verify/shard/status test $? = 0
"$lysark" batch --merge divided -q 2>/dev/null
verify divided
check verify/merged/status test $? = 1
check verify/merged/says says "error: there is no deck of Hamar" "^9 files, .* 4 things are wrong"

# Whether it can be run at all.
verify layouts
check verify/no-manifest/status test $? = 1
check verify/no-manifest/says says "layouts/manifest.json: error: there is no manifest of a batch"
python3 - <<'END'
import json
manifest = json.load(open("plain/manifest.json"))
manifest["units"] = [dict(unit, number="9999") for unit in manifest["units"]]
import os
os.makedirs("strangers", exist_ok=True)
json.dump(manifest, open("strangers/manifest.json", "w"))
END
verify strangers
check verify/strangers/status test $? = 1
check verify/strangers/says says "error: there is no unit \"Gjøvik\" in the register"

# A batch reads back what it made, once, and says so in its manifest.
batch() { # FOLDER [OPTION...]
    "$lysark" batch layouts/kort.yaml --units "$units" -o "$@" >"$work/said" 2>&1
}
check verify/batch batch whole
check verify/batch/says says "^3 files, .* figures, .* answers: all is right"
check verify/batch/manifest test "$(grep -c '"result": "good"' whole/manifest.json)" = 3
check verify/batch/again batch whole
check verify/batch/again/says says "0 made, 3 up to date"
check verify/batch/again/not-twice test "$(grep -c ' figures, ' "$work/said")" = 0
cp whole/3407-gjovik-2024.pdf whole/9999-ekstra.pdf
batch whole
check verify/batch/strange/status test $? = 1
check verify/batch/strange/says says "0 made, 3 up to date" "9999-ekstra.pdf: error: this file is not of the batch"
batch whole --set author=Andre
check verify/batch/strange/read-back/status test $? = 1
check verify/batch/strange/read-back test "$(grep -c "9999-ekstra.pdf: error: " "$work/said")" = 1
mkdir -p alone/bin alone/share
cp "$lysark" alone/bin
LYSARK_DATA="$PWD/../../.." alone/bin/lysark batch layouts/kort.yaml --units "$units" -q \
    -o lonely >"$work/said" 2>&1
check verify/batch/alone/status test $? = 2
check verify/batch/alone/says says "error: the files cannot be read back: " "--no-verify"
finish
