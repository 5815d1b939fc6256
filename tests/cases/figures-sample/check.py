"""The statement's figures against those worked out independently: counts by step in
data/fasit-2024.json, from which share, agreement and mean follow."""
import csv
import json

FACIT = json.load(open("../../../data/fasit-2024.json"))["statements"]["S20"]["by"]["Østre Toten"]
GROUPS = {"all": "Alle", "Næringsliv": "Næringsliv", "Gründere": "Gründer",
          "Politikere": "Lokalpolitiker", "Ansatte": "Ansatt i kommuneadministrasjonen"}


def expected(row):
    facit = FACIT[GROUPS[row["group"]]]
    counts = facit["counts"]
    if row["statistic"] == "share":
        return counts[int(row["step"]) - 1] / sum(counts)
    if row["statistic"] == "mean":
        return sum((i + 1) * count for i, count in enumerate(counts)) / sum(counts)
    return facit["n" if row["statistic"] == "answered" else row["statistic"]]


rows = list(csv.DictReader(open("figures.csv", newline="")))
checked = [row for row in rows if row["statement"] and row["population"] == "unit"]
for row in checked:
    assert row["state"] == "shown", row
    assert abs(float(row["value"]) - expected(row)) < 1e-6, (row, expected(row))
    assert int(row["base"]) == FACIT[GROUPS[row["group"]]]["n"], row
print(len(checked), "of", len(rows), "figures are those of the key")
