#!/usr/bin/env python3
"""Writes no.txt and en.txt beside this file, from TeX's hyph-no.tex and hyph-en-gb.tex:

    layouts/hyphenation/convert.py FOLDER_WITH_THE_TEX_FILES

The notice at the head is kept. Patterns are sorted by their letters (as bytes), so that
the program finds them without reading all; exceptions become patterns of whole words.
"""
import pathlib
import re
import sys

SOURCES = {"no.txt": "hyph-no.tex", "en.txt": "hyph-en-gb.tex"}


def group(name, text):
    """What stands between the braces of a command, without comments."""
    found = re.search(r"\\%s\s*\{(.*?)\}" % name, text, re.S)
    return re.sub(r"%.*", "", found.group(1)).split() if found else []


def exception(word):
    """at-ten-de as a pattern that outdoes all others: .8a8t9t8e8n9d8e8."""
    return "." + re.sub(r"(-?)(\w)", lambda m: ("9" if m[1] else "8") + m[2], word) + "8."


def merged(patterns):
    """Of patterns with the same letters the higher figures."""
    kept = {}
    for pattern in patterns:
        letters = re.sub(r"\d", "", pattern)
        values, place = kept.setdefault(letters, {}), 0
        for sign in pattern:
            if sign.isdigit():
                values[place] = max(sign, values.get(place, "0"))
            else:
                place += 1
    for letters in sorted(kept, key=str.encode):
        values = kept[letters]
        yield "".join(
            values.get(i, "") + letters[i : i + 1] for i in range(len(letters) + 1)
        )


def convert(source, target):
    text = source.read_text(encoding="utf-8")
    notice = text[: text.index("\\patterns")].split("\n")
    notice = [line for line in notice if line.startswith("%")]
    notice.append("% Sorted and with its exceptions as patterns: changed by convert.py.")
    patterns = group("patterns", text)
    patterns += [exception(word) for word in group("hyphenation", text.lower())]
    lines = notice + list(merged(patterns))
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for target, source in SOURCES.items():
        convert(
            pathlib.Path(sys.argv[1]) / source, pathlib.Path(__file__).parent / target
        )


main()
