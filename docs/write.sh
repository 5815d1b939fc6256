#!/usr/bin/env bash
# write.sh LYSARK [FOLDER] - writes what comes from the program's own tables into FOLDER,
# by default this one: the schemas for editors, and the reference.
set -euo pipefail
here=$(dirname "$0")
lysark=$1 folder=${2:-$here}

mkdir -p "$folder/schema"
for kind in layout description theme; do
    "$lysark" schema "$kind" >"$folder/schema/$kind.json"
done
{
    "$lysark" reference
    python3 "$here/messages.py"
} >"$folder/reference.md"
