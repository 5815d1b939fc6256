#!/usr/bin/env bash
# pdf.sh - the PDF files themselves: the sample layouts, every case that makes a deck, and
# a deck of all statements are rendered, and each file is put before qpdf, mutool, poppler
# and veraPDF. Every text of the survey must come out of them again.
set -uo pipefail
cd "$(dirname "$0")/.."
MODE=${MODE:-debug}
. tests/lib/results.sh
lysark=$PWD/build/$MODE/lysark
pdf=$PWD/build/$MODE/pdf
rm -rf "$pdf"
mkdir -p "$pdf/clean/pdf"

# Twice, from two folders, in two time zones: the same bytes.
render() { # LAYOUT NAME [COMMAND [OPTION...]]
    local layout name=$2 command=${3:-render}
    layout=$(realpath "$1")
    "$lysark" "$command" "$1" "${@:4}" --quiet -o "$pdf/$name.pdf" &&
        (cd "$pdf" &&
            TZ=Asia/Tokyo "$lysark" "$command" "$layout" "${@:4}" --quiet -o "$name.again") &&
        cmp "$pdf/$name.pdf" "$pdf/$name.again" && rm "$pdf/$name.again"
}

is_silent() { # COMMAND...: leaves with 0 and has nothing to say on standard error
    local said
    said=$(timeout 60 "$@" 2>&1 >/dev/null) && [ -z "$said" ] || { echo "$said" && return 1; }
}

every_font_is_embedded() { # FILE: and has its Unicode table
    pdffonts "$1" | awk 'NR > 2 && ($(NF-4) != "yes" || $(NF-2) != "yes") { print; bad = 1 }
        END { exit bad || NR < 3 }'
}

check "pdf/libharu-2.4" tests/haru24/check.sh
if [ -e build/pdf_test.pdf ]; then cp build/pdf_test.pdf "$pdf/hand-made.pdf"; fi

for layout in layouts/*.yaml; do
    name=$(basename "$layout" .yaml)
    check "pdf/$name/same-bytes" render "$layout" "$name"
    check "pdf/reading-$name/same-bytes" render "$layout" "reading-$name" handout
done
check "pdf/reading-grey/same-bytes" \
    render layouts/sammenlikning.yaml reading-grey handout --grey
cat >"$pdf/statements.yaml" <<END
deck: {title: Alle utsagn, unit: Østre Toten}
survey: $PWD/data/undersokelse-2024.yaml
slides: [{slide: statement, each: statements}]
END
check "pdf/statements/same-bytes" render "$pdf/statements.yaml" statements
check "pdf/grey/same-bytes" render layouts/sammenlikning.yaml grey render --grey
check "pdf/handout-grey/same-bytes" \
    render layouts/naeringsvennlig.yaml handout-grey handout --as 3 --grey
check "pdf/handout-reading-grey/same-bytes" \
    render layouts/sammenlikning.yaml handout-reading-grey handout --grey
for form in 1 2 3 4 6 9; do
    check "pdf/handout-$form/same-bytes" \
        render layouts/naeringsvennlig.yaml "handout-$form" handout --as "$form"
done
for folder in tests/cases/[!_]*/; do
    name=$(basename "$folder")
    [ -e "$folder/pages.txt" ] && [ ! -e "$folder/command" ] || continue
    [ ! -e "$folder/setup.sh" ] && [ ! -e "$folder/args" ] || continue
    check "pdf/case-$name/same-bytes" render "$folder/layout.yaml" "case-$name"
done

check "pdf/glyphs-above-256/same-bytes" \
    render tests/cases/glyphs-above-256/layout.yaml glyphs-above-256

is_grey() { # FILE: no pixel has a colour
    pdftoppm -r 20 "$1" "$pdf/grey-page" && python3 - "$pdf"/grey-page*.ppm <<'END'
import sys
for path in sys.argv[1:]:
    head, size, depth, pixels = open(path, "rb").read().split(b"\n", 3)
    assert pixels[0::3] == pixels[1::3] == pixels[2::3], path
END
}
for name in grey handout-grey handout-reading-grey; do
    check "pdf/$name/no-colour" is_grey "$pdf/$name.pdf"
    rm -f "$pdf"/grey-page*.ppm
done

for file in "$pdf"/*.pdf; do
    name=pdf/$(basename "$file" .pdf)
    check "$name/qpdf" qpdf --check "$file"
    check "$name/mutool-info" is_silent mutool info "$file"
    check "$name/mutool-clean" is_silent mutool clean "$file" "$pdf/clean/$name.pdf"
    check "$name/poppler" is_silent pdftotext "$file" /dev/null
    check "$name/fonts" every_font_is_embedded "$file"
done

tests/text.py --survey data/undersokelse-2024.csv --questions data/sporsmal.csv \
    --round 2024 --unit "Østre Toten" --statements "$pdf/statements.pdf" \
    --answers "$pdf/vedlegg.pdf" "$pdf"/*.pdf >"$pdf/text.log" 2>&1 ||
    fail "text" "$(tail -n 20 "$pdf/text.log")"
while read -r outcome name detail; do
    case $outcome in
    pass) pass "text/$name" ;;
    fail) fail "text/$name" "$detail" ;;
    esac
done <"$pdf/text.log"

# One run for all files; a line a file and profile, and below a failed one its rules.
tests/verapdf/run.sh "$pdf"/*.pdf >"$pdf/verapdf.log" 2>&1
status=$?
if [ $status = 3 ]; then
    skip conformance "$(cat "$pdf/verapdf.log")"
else
    while IFS= read -r line; do
        name=conformance/$(basename "${line%%.pdf: *}")/${line##*.pdf: }
        case $line in
        *.pdf:*": ok") pass "${name%: ok}" ;;
        *.pdf:*": FAILED")
            fail "${name%: FAILED}" "$(grep -F -A 12 "$line" "$pdf/verapdf.log" | tail -n +2)"
            ;;
        esac
    done <"$pdf/verapdf.log"
    if [ $status -gt 1 ] || ! grep -q '^pass conformance' "$RESULTS"; then
        fail conformance "$(tail -n 20 "$pdf/verapdf.log")"
    fi
fi
finish
