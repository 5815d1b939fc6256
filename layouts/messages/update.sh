#!/usr/bin/env bash
# update.sh [CATALOGUE] - brings the languages beside this file up to what the source
# says: what is new stands there with an empty translation, to be filled in. With a name,
# writes the list of all messages there, and changes nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
list=${1:-$(mktemp)}

find src -name '*.c' | LC_ALL=C sort |
    xgettext --files-from=- --output="$list" --from-code=UTF-8 --language=C \
        --sort-output --no-location --no-wrap --keyword \
        --keyword=diag_error:3 --keyword=diag_warning:3 --keyword=diag_note:3 \
        --keyword=diag_hint:2 --keyword=wrong:1 --keyword=MESSAGE \
        --keyword=message_text --keyword=checker_fail:4 2>/dev/null
[ $# = 0 ] || exit 0
for language in layouts/messages/*.po; do
    msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-wrap \
        --sort-output "$language" "$list"
    msgattrib --no-obsolete --no-wrap --sort-output --output-file="$language" "$language"
    sed -i '/^"POT-Creation-Date\|^"Report-Msgid-Bugs-To/d' "$language"
done
rm "$list"
