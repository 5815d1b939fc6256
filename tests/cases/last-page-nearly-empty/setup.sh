# The shared survey with a long note and eight more answers.
python3 - <<'PY'
note = "Svarene er laget for å prøve programmet, og sier ingenting om noen kommune. " * 14
survey = open("../_tiny/survey.yaml", encoding="utf-8").read()
survey += f'note: "{note.strip()}"\n'
open("survey.yaml", "w", encoding="utf-8").write(survey)
answers = open("../_tiny/survey.csv", encoding="utf-8").read()
for i in range(1, 9):
    answers += f"Nordvik,Næringsliv,Helt enig,Helt enig,«Svar» {i} tar to linjer i sin spalte på bildet siden det er så langt\n"
open("survey.csv", "w", encoding="utf-8").write(answers)
PY
