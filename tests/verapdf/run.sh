#!/usr/bin/env bash
# run.sh FILE.pdf... - puts files before veraPDF, once as PDF/A-2a and once as PDF/UA-1.
# Prints a line per file and profile, and below a failed one the rules it breaks.
# Status: 0 all conform, 1 some do not, 2 usage, 3 veraPDF or Java is not to be had.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || { sed -n '2,4s/^# //p' "$0" >&2 && exit 2; }
for file in "$@"; do
    [ -r "$file" ] || { echo "$file: cannot be read" >&2 && exit 2; }
done

# Nothing is downloaded when Maven has the jars already.
find_classpath() {
    command -v java >/dev/null || { echo "no java to run veraPDF with" && return 1; }
    command -v mvn >/dev/null || { echo "no mvn to fetch veraPDF with" && return 1; }
    for offline in --offline ''; do
        # shellcheck disable=SC2086 # the empty option is to vanish
        mvn $offline --quiet --file "$here/pom.xml" dependency:build-classpath \
            -Dmdep.outputFile="$work/classpath" >"$work/mvn.log" 2>&1 && return 0
    done
    echo "veraPDF cannot be fetched: $(grep -m 1 ERROR "$work/mvn.log")"
    return 1
}

# A job of veraPDF's XML report as lines: FILE, then its failed rules. The report puts a
# tag on a line.
read_report() { # PROFILE
    awk -v profile="$1" '
    function value(key,    rest) {
        if (!match($0, key "=\"[^\"]*\"")) return ""
        rest = substr($0, RSTART + length(key) + 2, RLENGTH - length(key) - 3)
        return rest
    }
    /<job>/ { file = ""; state = "unread"; rules = "" }
    /<name>/ && file == "" { file = $0; gsub(/^ *<name>|<\/name>.*$/, "", file) }
    /<validationReport / { state = value("isCompliant") }
    /<exceptionMessage>/ {
        gsub(/^ *<exceptionMessage>|<\/exceptionMessage>.*$/, "")
        rules = rules "    " $0 "\n"
    }
    /<rule / && value("status") == "failed" {
        rules = rules "    " value("specification") " " value("clause") "-" \
            value("testNumber") ", " value("failedChecks") " times: "
        in_rule = 1
    }
    in_rule && /<description>/ {
        gsub(/^ *<description>|<\/description>.*$/, "")
        rules = rules $0 "\n"
    }
    in_rule && /<context>/ && !said[profile file rules]++ {
        gsub(/^ *<context>|<\/context>.*$/, "")
        rules = rules "      at " $0 "\n"
    }
    /<\/rule>/ { in_rule = 0 }
    /<\/job>/ {
        jobs++
        if (state == "true") print file ": " profile ": ok"
        else { failed++; print file ": " profile ": FAILED"; printf "%s", rules }
    }
    END { exit failed > 0 || jobs == 0 }'
}

work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
find_classpath || exit 3
status=0
for profile in 2a ua1; do
    java -cp "$(cat "$work/classpath")" org.verapdf.apps.GreenfieldCliWrapper \
        --flavour "$profile" --format xml --maxfailuresdisplayed 1 "$@" \
        >"$work/report.xml" 2>"$work/java.log"
    read_report "$profile" <"$work/report.xml" || status=1
    if [ ! -s "$work/report.xml" ]; then cat "$work/java.log"; fi
done
exit $status
