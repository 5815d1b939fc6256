"""Makes a survey of many units with groups of all sizes, the same bytes every time:
export, description, layout. Every fourth group or so has fewer than five respondents.

  python3 gen_units.py UNITS STATEMENTS GROUPS FOLDER
"""
import os
import sys

from gen_csv import Lcg

ANSWERS = ["Helt uenig", "Delvis uenig", "Verken enig eller uenig", "Delvis enig", "Helt enig",
           "Vet ikke", ""]
SIZES = [2, 4, 6, 9, 14, 22, 35, 60]


def main():
    units, statements, groups, folder = *(int(a) for a in sys.argv[1:4]), sys.argv[4]
    os.makedirs(folder, exist_ok=True)
    rng = Lcg(357)
    headings = ["Påstand nummer %d" % i for i in range(1, statements + 1)]
    with open(os.path.join(folder, "units.csv"), "w", encoding="utf-8") as file:
        file.write("nr;navn\n" + "".join("%d;Kommune %d\n" % (i, i) for i in range(1, units + 1)))
    with open(os.path.join(folder, "large.csv"), "w", encoding="utf-8") as file:
        file.write(",".join(["Kommune", "Gruppe"] + headings) + "\n")
        for unit in range(1, units + 1):
            for group in range(1, groups + 1):
                for _ in range(1 + rng.below(SIZES[rng.below(len(SIZES))])):
                    answers = [ANSWERS[rng.below(7)] for _ in headings]
                    file.write("Kommune %d,Gruppe %d,%s\n" % (unit, group, ",".join(answers)))
    with open(os.path.join(folder, "large.yaml"), "w", encoding="utf-8") as file:
        file.write("survey: {name: Stor, round: \"2024\", region: landet}\n"
                   "export: {file: large.csv}\n"
                   "columns: {unit: Kommune, group: Gruppe}\n"
                   "register: {file: units.csv, number: nr, name: navn}\n"
                   "scale:\n  steps: [%s]\n  unsure: Vet ikke\n"
                   "groups:\n" % ", ".join("{answer: %s}" % a for a in ANSWERS[:5]))
        for i in range(1, groups + 1):
            file.write("  g%d: {answer: Gruppe %d, name: Gruppe %d}\n" % (i, i, i))
        file.write("statements:\n")
        for i, heading in enumerate(headings):
            file.write("  p%d: {column: %s}\n" % (i + 1, heading))
    with open(os.path.join(folder, "layout.yaml"), "w", encoding="utf-8") as file:
        file.write("deck: {title: Stor, unit: Kommune 1}\nsurvey: large.yaml\n"
                   "slides:\n  - slide: title\n")


if __name__ == "__main__":
    main()
