"""How often themes were raised and how many answered, against those worked out independently
in data/fasit-2024.json."""
import csv
import json

FACIT = json.load(open("../../../data/fasit-2024.json"))
THEMES = FACIT["themes"]["Østre Toten"]
ANSWERS = FACIT["open_answers"]["Østre Toten"]
CODES = {"forbedring": "O1", "fungerer": "O2", "innspill": "O3", "": "Alle"}
NAMES = {row["navn"]: row["tema"] for row in
         csv.DictReader(open("../../../data/temaer.csv"), delimiter=";")}

counted = hidden = 0
for row in csv.DictReader(open("figures.csv", newline="")):
    code = CODES[row["statement"]]
    if row["statistic"].startswith("different"):
        of = ANSWERS if code == "Alle" else ANSWERS["by_question"][code]
        assert int(row["value"]) == of["unique_trim_casefold"], row
    else:
        raised = THEMES[code][NAMES[row["row"]]]
        is_hidden = row["state"] == "hidden"  # few, or for another's sake
        assert is_hidden or raised == 0 or raised >= 5, row
        if row["statistic"] == "answers with theme" and not is_hidden:
            assert int(row["value"]) == raised, row
        elif not is_hidden:
            assert abs(float(row["value"]) - raised / int(row["base"])) < 1e-9, row
    counted += 1
    hidden += row["state"] == "hidden"
print(counted, "figures are those of the key,", hidden, "hidden")
