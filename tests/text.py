#!/usr/bin/env python3
"""Reads decks back with poppler, beside the survey itself: every statement is in one of
them, as title, chart, finding in this order; every open answer is in another; personal
data is in none. Prints a line a test: "pass NAME" or "fail NAME WHY".

    text.py --survey CSV --questions CSV --round R --unit U --statements PDF --answers PDF PDF...

What must have been removed is found here by rules of our own, not by the program's.
"""
import argparse
import csv
import re
import subprocess

PERSONAL = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"                # an e-mail address
    r"|(?<![\d/])(?:\+47 ?)?\d{3} \d{2} \d{3}(?!\d)"  # 999 99 999
    r"|(?<![\d/])\d{3} \d{3} \d{3}(?!\d)"          # 999 999 999
    r"|(?<![\d/])\d{2} \d{2} \d{2} \d{2}(?!\d)"    # 99 99 99 99
    r"|(?<![\d/])(?:\d{11}|\d{9}|\d{8})(?!\d)")
REMOVED = "[fjernet]"


def squeeze(text):
    """Without white space and soft hyphens, which depend on where lines break, and in
    small letters: answers that differ in case only are printed once."""
    return re.sub(r"[\s\u00ad]+", "", text).casefold()


def report(name, why=""):
    print(("fail %s %s" if why else "pass %s%s") % (name, why), flush=True)


def read_text(path):
    return subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True,
                          text=True, check=True).stdout


def read_structure(path):
    """The slides, each a list of (element, text below it) in reading order."""
    lines = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True,
                           text=True, check=True).stdout.splitlines()
    slides = []
    for line in lines:
        content = line.strip()
        if content.startswith('"'):
            if slides and slides[-1]:
                slides[-1][-1][1] += content.strip('"')
        elif content:
            kind = content.split()[0].rstrip(":")
            if kind == "Sect":
                slides.append([])
            elif slides and kind[0] != "/": # not an attribute of the element
                slides[-1].append([kind, ""])
    return slides


def check_statements(questions, column, deck):
    slides = read_structure(deck)
    text = squeeze(read_text(deck))
    for question in questions:
        if question["type"] != "likert" or not question[column]:
            continue
        wanted, name = squeeze(question[column]), question["id"].lower()
        report("statement/%s/text" % name, "" if wanted in text else question[column])
        kinds = [[kind for kind, _ in slide] for slide in slides
                 if any(kind == "H1" and squeeze(said) == wanted for kind, said in slide)]
        is_ordered = kinds and all(
            "Figure" in slide and slide.index("H1") < slide.index("Figure")
            and "P" in slide[slide.index("Figure"):] for slide in kinds)
        report("statement/%s/order" % name,
               "" if is_ordered else "not H1, Figure, P: %s" % kinds)


def check_answers(questions, column, rows, deck):
    text = squeeze(read_text(deck))
    for question in questions:
        if question["type"] != "åpent" or not question[column]:
            continue
        answers = [row[question[column]].strip() for row in rows]
        missing = [answer for answer in filter(None, answers)
                   if squeeze(PERSONAL.sub(REMOVED, answer)) not in text]
        report("question/%s/%d-answers" % (question["id"].lower(), sum(map(bool, answers))),
               "%d missing: %s" % (len(missing), " | ".join(missing[:3])) if missing else "")


def check_personal(rows, decks):
    secrets = {match.group() for row in rows for cell in row.values()
               for match in PERSONAL.finditer(cell or "")}
    for deck in decks:
        text = " ".join(read_text(deck).split())
        shown = sorted(secret for secret in secrets if secret in text)
        report("personal-data/%s" % re.sub(r".*/|\.pdf$", "", deck), ", ".join(shown))


def main():
    parser = argparse.ArgumentParser()
    for option in ("--survey", "--questions", "--round", "--unit", "--statements",
                   "--answers"):
        parser.add_argument(option, required=True)
    parser.add_argument("decks", nargs="+")
    options = parser.parse_args()
    with open(options.questions, encoding="utf-8-sig", newline="") as file:
        questions = list(csv.DictReader(file, delimiter=";"))
    with open(options.survey, encoding="utf-8-sig", newline="") as file:
        everyone = list(csv.DictReader(file))
    rows = [row for row in everyone if options.unit in row.values()]
    column = "utsagn_" + options.round
    check_statements(questions, column, options.statements)
    check_answers(questions, column, rows, options.answers)
    check_personal(everyone, options.decks)


if __name__ == "__main__":
    main()
