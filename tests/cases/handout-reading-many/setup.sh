# Sixty statements of eight groups, with a table behind each, and long open answers.
python3 - <<'PY'
steps = ["Helt uenig", "Uenig", "Enig", "Helt enig"]
groups = [f"Gruppe nummer {i}" for i in range(1, 9)]
names = [f"Utsagn {i} om hvordan kommunen arbeider" for i in range(1, 61)]
with open("survey.csv", "w", encoding="utf-8") as out:
    out.write("Gruppe," + ",".join(names) + ",Hva er viktigst?\n")
    for row in range(160):
        answers = [steps[(row * 7 + i * 3 + row // 5) % 4] for i in range(60)]
        text = f"Svar {row}: " + "nok plass og god tid " * (row % 23 + 1)
        out.write(",".join([groups[row % 8], *answers, text]) + "\n")
with open("survey.yaml", "w", encoding="utf-8") as out:
    out.write('survey: {name: Mange utsagn, round: "2024", region: landet, presented: 2024-11-28}\n'
              "export: {file: survey.csv, delimiter: comma}\ncolumns: {group: Gruppe}\n"
              "scale:\n  steps:\n" + "".join(f"    - answer: {s}\n" for s in steps))
    out.write("groups:\n")
    for i, group in enumerate(groups, 1):
        out.write(f"  g{i}: {{answer: {group}, name: {group}}}\n")
    out.write("statements:\n")
    for i, name in enumerate(names, 1):
        out.write(f"  u{i}: {{column: {name}, label: Utsagn {i}}}\n")
    out.write("questions:\n  viktigst: {column: Hva er viktigst?}\n")
PY
