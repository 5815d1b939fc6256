#!/usr/bin/env python3
"""Prints the messages of the program as a part of docs/reference.md: what stands in the
calls of diag_error, diag_warning, diag_note and diag_hint, by folder of src/."""
import glob
import os
import re

CALL = re.compile(r"\bdiag_(error|warning|note|hint)\(")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
PLACEHOLDER = re.compile(r"%[0#+-]*\d*(?:\.(?:\*|\d+))?[lz]*[a-zA-Z]")
CHOICE = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|[^:\"])*")
FOLDERS = {
    "base": "Files", "yaml": "YAML", "survey": "The description, the export and the "
    "register", "layout": "The layout, the theme and the words", "text": "Fonts and text",
    "compose": "Composing slides", "render": "Writing the PDF",
    "command": "The command line",
}


def arguments(text, start):
    """The arguments of the call whose bracket opens before `start`."""
    depth, parts, part, at = 0, [], "", start
    while at < len(text):
        literal = LITERAL.match(text, at)
        if literal:
            part += literal.group()
            at = literal.end()
            continue
        c = text[at]
        if c == ")" and depth == 0:
            break
        depth += (c in "([{") - (c in ")]}")
        if c == "," and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += c
        at += 1
    return parts + [part]


def texts_of(argument):
    """The format of a call, or the formats that it chooses from by `?` and `:`."""
    for choice in CHOICE.findall(argument):
        text = "".join(LITERAL.findall(choice))
        text = text.replace('\\"', '"').replace("\\\\", "\\")
        text = PLACEHOLDER.sub("…", text).replace("%%", "%")
        if text.strip("… "):
            yield text


def messages(path):
    """Each message of a file once, in order, with its remedies."""
    text, found, last = open(path, encoding="utf-8").read(), {}, []
    for call in CALL.finditer(text):
        kind, parts = call.group(1), arguments(text, call.end())
        texts = list(texts_of(parts[1 if kind == "hint" else 2] if len(parts) > 1 else ""))
        if kind != "hint":
            last = [found.setdefault((message, kind), []) for message in texts]
        else:
            for hints in last:
                hints += [hint for hint in texts if hint not in hints]
    return found


def code(text):
    mark = "``" if "`" in text else "`"
    return mark + text + mark


def main():
    os.chdir(os.path.join(os.path.dirname(__file__), ".."))
    print("\n## Messages\nErrors unless it says otherwise: with an error no file is "
          "written, with a warning or a note it is.\n`…` stands for what is quoted from "
          "the input; behind the arrow stands the remedy.")
    for folder, heading in FOLDERS.items():
        print("\n### %s" % heading)
        seen = {}
        for path in sorted(glob.glob("src/%s/*.c" % folder)):
            for message, hints in messages(path).items():
                known = seen.setdefault(message, [])
                known += [hint for hint in hints if hint not in known]
        for (message, kind), hints in sorted(seen.items()):
            kind = "" if kind == "error" else " (%s)" % kind
            hints = "".join("\n  → %s" % code(hint) for hint in hints)
            print("- %s%s%s" % (code(message), kind, hints))


main()
