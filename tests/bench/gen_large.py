"""Makes a large survey, the same bytes every time: export, description, layout.

  python3 gen_large.py ROWS STATEMENTS FOLDER

Beside the statements there are a unit and a group, so that 25 columns are 23 statements.
"""
import os
import sys

from gen_csv import Lcg

ANSWERS = ["Helt uenig", "Delvis uenig", "Verken enig eller uenig", "Delvis enig", "Helt enig",
           "Vet ikke", ""]
UNITS = ["Nordvik", "Sørvik", "Østvik", "Vestvik"]
GROUPS = ["Næringsliv", "Ansatt"]


def main():
    rows, statements, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(folder, exist_ok=True)
    rng = Lcg(2024)
    headings = ["Påstand nummer %d" % i for i in range(1, statements + 1)]
    # Rows are drawn from a few thousand different ones: quick to make, as slow to read.
    tails = [",".join(ANSWERS[rng.below(7)] for _ in headings) for _ in range(4096)]
    with open(os.path.join(folder, "large.csv"), "w", encoding="utf-8") as file:
        file.write(",".join(["Kommune", "Gruppe"] + headings) + "\n")
        for _ in range(rows):
            file.write("%s,%s,%s\n" % (UNITS[rng.below(4)], GROUPS[rng.below(2)],
                                       tails[rng.below(4096)]))
    with open(os.path.join(folder, "units.csv"), "w", encoding="utf-8") as file:
        file.write("nr;navn\n" + "".join("%d;%s\n" % (i + 1, u) for i, u in enumerate(UNITS)))
    with open(os.path.join(folder, "large.yaml"), "w", encoding="utf-8") as file:
        file.write("survey: {name: Stor, round: \"2024\", region: fylket}\n"
                   "export: {file: large.csv}\n"
                   "columns: {unit: Kommune, group: Gruppe}\n"
                   "register: {file: units.csv, number: nr, name: navn}\n"
                   "scale:\n  steps: [%s]\n  unsure: Vet ikke\n"
                   "groups:\n"
                   "  naeringsliv: {answer: Næringsliv, name: Næringsliv}\n"
                   "  ansatte: {answer: Ansatt, name: Ansatte}\n"
                   "statements:\n" % ", ".join("{answer: %s}" % a for a in ANSWERS[:5]))
        for i, heading in enumerate(headings):
            file.write("  p%d: {column: %s}\n" % (i + 1, heading))
    with open(os.path.join(folder, "layout.yaml"), "w", encoding="utf-8") as file:
        file.write("deck: {title: Stor, unit: Nordvik}\nsurvey: large.yaml\n"
                   "slides:\n  - slide: title\n")


if __name__ == "__main__":
    main()
