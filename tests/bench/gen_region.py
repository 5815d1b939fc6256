"""Makes a region, the same bytes every time: export, register, description, layout.

  python3 gen_region.py UNITS RESPONDENTS STATEMENTS FOLDER

RESPONDENTS is how many answer in each unit; one in three writes an open answer.
"""
import os
import sys

from content import GROUPS
from gen_csv import BAD, NAME_A, NAME_B, SUBJECT, TAIL, Lcg

ANSWERS = ["Helt uenig", "Delvis uenig", "Verken enig eller uenig", "Delvis enig", "Helt enig"]
IDS = ["naeringsliv", "gruendere", "politikere", "ansatte"]
SHARES = [55, 67, 77, 100]      # of a hundred respondents, the groups one after the other
OPEN = "Hva bør kommunen gjøre annerledes?"

DESCRIPTION = """survey: {name: Næringsvennlighet i fylket, round: "2026", region: fylket, presented: 2026-11-01}
export: {file: region.csv, delimiter: comma}
columns: {unit: kommune, group: gruppe}
register: {file: units.csv, number: nr, name: navn, language: form}
scale:
  steps: [%s]
  unsure: Vet ikke
groups:
%sstatements:
%squestions:
  endre: {column: "%s"}
"""
LAYOUT = """deck:
  title: Er ${unit} en næringsvennlig kommune?
survey: region.yaml
slides:
  - slide: title
  - slide: respondents
  - {slide: statement, each: statements, compare: region}
  - {slide: summary, title: Oppsummering}
  - {slide: open-answers, each: questions, pages: 3}
  - slide: method
  - {slide: closing, title: Takk for oppmerksomheten}
"""


def unit_name(index):
    name = NAME_A[index // 10 % 10] + NAME_B[index % 10]
    return name if index < 100 else "%s %d" % (name, index // 100 + 1)


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def rows_of(rng, unit, respondents, statements):
    """The unit's rows; each respondent leans to one side, and so does the unit."""
    lean = rng.below(3)
    for _ in range(respondents):
        drawn, mood = rng.below(100), lean + rng.below(3)
        group = next(i for i, share in enumerate(SHARES) if drawn < share)
        cells = []
        for _ in range(statements):
            value = rng.below(16)
            cells.append("" if value == 0 else "Vet ikke" if value == 1 else
                         ANSWERS[min(4, max(0, mood + value % 3 - 1))])
        text = ""
        if rng.below(3) == 0:
            text = '"%s %s%s i %s"' % (SUBJECT[rng.below(len(SUBJECT))], BAD[rng.below(len(BAD))],
                                       TAIL[rng.below(len(TAIL))], unit)
        yield ",".join([unit, GROUPS[group]] + cells + [text])


def main():
    units, respondents, statements, folder = [int(word) for word in sys.argv[1:4]] + [sys.argv[4]]
    os.makedirs(folder, exist_ok=True)
    rng = Lcg(2026)
    headings = ["Kommunen er god på område nummer %d" % i for i in range(1, statements + 1)]
    lines = [",".join(["kommune", "gruppe"] + headings + ['"%s"' % OPEN])]
    for index in range(units):
        lines += rows_of(rng, unit_name(index), respondents, statements)
    write(folder, "region.csv", "\n".join(lines) + "\n")
    write(folder, "units.csv", "nr;navn;form\n" + "".join(
        "%d;%s;%s\n" % (3000 + i, unit_name(i), ("bokmål", "nynorsk", "nøytral")[i % 3])
        for i in range(units)))
    write(folder, "region.yaml", DESCRIPTION % (
        ", ".join("{answer: %s}" % answer for answer in ANSWERS),
        "".join("  %s: {answer: %s, name: %s}\n" % (i, g, g) for i, g in zip(IDS, GROUPS)),
        "".join("  p%d: {column: %s}\n" % (i + 1, heading) for i, heading in enumerate(headings)),
        OPEN))
    write(folder, "layout.yaml", LAYOUT)


if __name__ == "__main__":
    main()
