#!/usr/bin/env python3
"""Reads the sample decks back with poppler, beside the survey itself: every statement is
in the deck, every open answer in the appendix, personal data in neither, and a statement
is read as title, chart, finding. Prints a line a test: "pass NAME" or "fail NAME WHY".

What must be removed is found here by rules of our own, not by the program's.
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
    """Without white space and soft hyphens, which depend on where lines break."""
    return re.sub(r"[\s\u00ad]+", "", text)


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
            kind = content.split()[0]
            if kind == "Sect":
                slides.append([])
            elif slides:
                slides[-1].append([kind, ""])
    return slides


def check_statements(questions, column, deck):
    slides = read_structure(deck)
    text = squeeze(read_text(deck))
    for question in questions:
        if question["type"] != "likert" or not question[column]:
            continue
        wanted, name = squeeze(question[column]), question["id"].lower()
        report("deck/%s/text" % name, "" if wanted in text else question[column])
        kinds = [[kind for kind, _ in slide] for slide in slides
                 if any(kind == "H1" and squeeze(said) == wanted for kind, said in slide)]
        is_ordered = kinds and all(
            "Figure" in slide and slide.index("H1") < slide.index("Figure")
            and "P" in slide[slide.index("Figure"):] for slide in kinds)
        report("deck/%s/order" % name,
               "" if is_ordered else "not H1, Figure, P: %s" % kinds)


def check_answers(questions, column, rows, appendix):
    text = squeeze(read_text(appendix))
    for question in questions:
        if question["type"] != "åpent" or not question[column]:
            continue
        answers = [row[question[column]].strip() for row in rows]
        missing = [answer for answer in filter(None, answers)
                   if squeeze(PERSONAL.sub(REMOVED, answer)) not in text]
        report("appendix/%s/%d-answers" % (question["id"].lower(), sum(map(bool, answers))),
               "%d missing: %s" % (len(missing), " | ".join(missing[:3])) if missing else "")


def check_personal(rows, decks):
    secrets = {match.group() for row in rows for cell in row.values()
               for match in PERSONAL.finditer(cell or "")}
    secrets = {squeeze(secret) for secret in secrets}
    for deck in decks:
        text = squeeze(read_text(deck))
        shown = [secret for secret in secrets if secret in text]
        report("%s/no-personal-data" % re.sub(r".*/|\.pdf$", "", deck), " ".join(shown))


def main():
    parser = argparse.ArgumentParser()
    for option in ("--survey", "--questions", "--round", "--unit", "--deck", "--appendix"):
        parser.add_argument(option, required=True)
    options = parser.parse_args()
    with open(options.questions, encoding="utf-8-sig", newline="") as file:
        questions = list(csv.DictReader(file, delimiter=";"))
    with open(options.survey, encoding="utf-8-sig", newline="") as file:
        everyone = list(csv.DictReader(file))
    rows = [row for row in everyone if options.unit in row.values()]
    column = "utsagn_" + options.round
    check_statements(questions, column, options.deck)
    check_answers(questions, column, rows, options.appendix)
    check_personal(everyone, [options.deck, options.appendix])


if __name__ == "__main__":
    main()
