#!/usr/bin/env bash
# docs.sh - what is written from the program's tables is as they are, the schemas take
# the good files and refuse the bad, and no message lacks a translation. `make docs` and
# `make messages` mend what is stale.
set -uo pipefail
cd "$(dirname "$0")/.."
MODE=${MODE:-debug}
. tests/lib/results.sh
scratch=$(mktemp -d)
if [ -n "${results_are_ours:-}" ]; then
    trap 'rm -rf "$scratch" "$RESULTS"' EXIT
else
    trap 'rm -rf "$scratch"' EXIT
fi

fresh() { # FILE: what docs/write.sh made of it now is what is there
    local detail
    if detail=$(diff -U 1 "docs/$1" "$scratch/$1"); then
        pass "docs/$1"
    else
        fail "docs/$1" "it is stale, run \`make docs\`:
$detail"
    fi
}

docs/write.sh "build/$MODE/lysark" "$scratch"
for file in schema/layout.json schema/description.json schema/theme.json reference.md; do
    fresh "$file"
done

# Each layout names its schema, so that an editor finds it.
for layout in layouts/*.yaml; do
    check "docs/modeline/$layout" test -e \
        "layouts/$(sed -n '1s/^# yaml-language-server: \$schema=//p' "$layout")"
done

# Every message stands in every language, with the same placeholders.
layouts/messages/update.sh "$scratch/messages.pot"
for language in layouts/messages/*.po; do
    name=$(basename "$language" .po)
    check "docs/messages/$name" msgcmp --use-untranslated "$language" "$scratch/messages.pot"
    check "docs/messages/$name/translated" test -z \
        "$(msgattrib --untranslated --no-wrap "$language" | sed -n 's/^msgid "\(..*\)"/\1/p')"
    check "docs/messages/$name/placeholders" msgfmt --check-format -o /dev/null "$language"
done

completed() { # WORD...: what bash offers for the last of these words after lysark
    PATH=$PWD/build/$MODE:$PATH bash -c '. docs/completion/lysark.bash
        COMP_WORDS=(lysark "$@") COMP_CWORD=$# && _lysark && echo "${COMPREPLY[*]}"' bash "$@"
}
check "docs/completion/command" test "$(completed ren)" = render
check "docs/completion/option" test "$(completed render --lang)" = --language
check "docs/completion/not its option" test -z "$(completed schema --lang)"
check "docs/completion/language" test "$(completed check --language n)" = "nb nn"
check "docs/completion/form" test "$(completed handout --as '')" = "reading 1 2 3 4 6 9"
check "docs/completion/file" test "$(completed check layouts/kor)" = layouts/kort.yaml

while read -r outcome name why; do
    if [ "$outcome" = pass ]; then pass "$name"; else fail "$name" "$why"; fi
done < <(tests/schema.py || echo "fail schema/program left with an error")
finish
