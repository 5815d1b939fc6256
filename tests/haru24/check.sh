#!/usr/bin/env bash
# check.sh - shows that src/render builds with libharu 2.4 as with Debian's 2.3.0: no name
# is used that changed in between, or whose PDF/A output is faulty in any of them, and it
# compiles against the headers of 2.4 in include/ (2.4.0, from the crate libharu-sys
# 0.0.1; licence beside them).
set -uo pipefail
cd "$(dirname "$0")/../.."

# Renamed or with another signature in 2.4; then what overwrites or misspells our objects.
changed='HPDF_Page_SetDash|HPDF_DashMode|HPDF_Page_Create3DAnnot|HPDF_3DView_AddNode
|HPDF_PROJECTING_[A-Z]*_END|HPDF_BYTE_TYPE_TR[A-Z]*|[A-Za-z_]*Gryph[A-Za-z_]*
|HPDF_FAILD_TO_ALLOC_MEM|HPDF_GetDocMMgr|HPDF_Direct|HPDF_Shading_[A-Za-z]*
|HPDF_LoadTTFontFromMemory|HPDF_VER_20|HPDF_Real_[A-Za-z]*|HPDF_Dict_AddReal'
faulty='HPDF_PDFA_[A-Za-z_]*|HPDF_SetPDFAConformance|HPDF_OutputIntent_[A-Za-z]*
|HPDF_AttachFile|HPDF_LoadPng[A-Za-z0-9]*|HPDF_CCITT_[A-Za-z]*'

status=0
if grep -nEw "$(tr -d '\n' <<<"$changed|$faulty")" src/render/*.[ch]; then
    echo "these names of libharu are not the same, or not sound, in 2.3.0 and 2.4"
    status=1
fi
for source in src/render/pdf_object.c src/render/pdf_save.c; do
    # shellcheck disable=SC2046 # one word an option
    "${CC:-cc}" -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -fsyntax-only \
        -I tests/haru24/include -Isrc $(pkg-config --cflags libdeflate) "$source" || status=1
done
exit $status
