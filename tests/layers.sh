#!/usr/bin/env bash
# layers.sh [FOLDER] - checks who includes whom: a folder of src/ includes itself and
# those to its left, and a library's headers appear only where that library belongs.
set -uo pipefail
src=${1:-$(dirname "$0")/../src}
[ -d "$src" ] || exit 2
cd "$src" || exit 2

find . -name '*.[ch]' | sed 's|^\./||' | sort | xargs awk '
BEGIN {
    count = split("base yaml survey stats layout text compose render command verify", folder, " ")
    for (i = 1; i <= count; i++)
        rank[folder[i]] = i
    # header, as a pattern -> the files that may include it
    home["^hpdf"] = "^render/pdf"
    home["^csv\\.h$"] = "^survey/csv\\.c$"
    home["^zip\\.h$"] = "^survey/xlsx_part\\.c$"
    home["^expat\\.h$"] = "^(survey/xlsx_part|base/xml)\\.c$"
    home["^dlfcn\\.h$"] = "^base/library\\.c$"
    home["^iconv\\.h$"] = "^survey/encoding\\.c$"
    home["^yaml\\.h$"] = "^yaml/"
    home["^fribidi"] = "^text/bidi\\.c$"
    home["^hb"] = "^(text/|render/pdf_font\\.c$)"
    home["^(uni[a-z]*)\\.h$"] = "^base/unicode\\.c$"
    home["^md4c"] = "^layout/markdown\\.c$"
    home["^png"] = "^base/(picture|png_profile)\\.c$"
    home["^turbojpeg"] = "^base/jpeg\\.c$"
    home["^libdeflate"] = "^render/"
    home["^poppler"] = "^verify/printed\\.c$"
    home["^qpdf"] = "^verify/(tagged|beside)\\.[ch]$"
    home["^(libintl|locale)\\.h$"] = "^base/messages\\.c$"
}
function complain(what) {
    printf "src/%s:%d: error: %s\n", FILENAME, FNR, what
    faults++
}
/^[ \t]*#[ \t]*include/ {
    name = $0
    is_ours = name ~ /"/
    sub(/^[^<"]*[<"]/, "", name)
    sub(/[>"].*$/, "", name)
    if (is_ours) {
        of = FILENAME ~ /\// ? FILENAME : "command/" # main.c sees everything
        sub(/\/.*/, "", of)
        to = name
        sub(/\/.*/, "", to)
        if (!(to in rank))
            complain("\"" name "\" does not begin with a folder of src/")
        else if (!(of in rank))
            complain("folder \"" of "\" has no place in tests/layers.sh")
        else if (rank[to] > rank[of])
            complain(of "/ includes \"" name "\", which is to its right")
    } else {
        if (name == "unistd.h")
            next
        for (header in home)
            if (name ~ header && FILENAME !~ home[header])
                complain("<" name "> belongs to " home[header])
    }
}
END {
    if (!faults)
        exit 0
    print faults (faults == 1 ? " include is" : " includes are") " out of place"
    exit 1
}'
