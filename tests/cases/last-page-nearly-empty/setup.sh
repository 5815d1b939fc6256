# The shared survey with a long note, nine more statements and eight more answers.
python3 - <<'PY'
note = "Svarene er laget for å prøve programmet, og sier ingenting om noen kommune. " * 14
more = [f"Utsagn {i}" for i in range(1, 10)]
survey = open("../_tiny/survey.yaml", encoding="utf-8").read()
statements = "".join(f"  u{i}: {{column: {name}, label: {name}}}\n" for i, name in enumerate(more, 1))
survey = survey.replace("questions:\n", statements + "questions:\n")
survey += f'note: "{note.strip()}"\n'
open("survey.yaml", "w", encoding="utf-8").write(survey)
rows = open("../_tiny/survey.csv", encoding="utf-8").read().splitlines()
rows += [f"Nordvik,Næringsliv,Helt enig,Helt enig,«Svar» {i} tar to linjer i sin spalte på bildet siden det er så langt"
         for i in range(1, 9)]
rows = [",".join(more) + "," + rows[0]] + ["Helt enig," * len(more) + row for row in rows[1:]]
open("survey.csv", "w", encoding="utf-8").write("\n".join(rows) + "\n")
PY
