# Twelve groups, eleven steps and two statements, all with names of 120 characters.
LC_ALL=C awk 'function long(start) {
    start = start " et svært langt navn på noe som finnes for å se hva som skjer når"
    return substr(start " navnet er hundre og tjue tegn langt, som dette her er, ja vel", 1, 123)
}
BEGIN {
    print "survey: {name: Lange navn, round: \"2026\", region: dalen, presented: 2026-11-28}"
    print "export: {file: export.csv}\ncolumns: {unit: U, group: G}"
    print "register: {file: register.csv, number: nr, name: navn}\nscale:\n  steps:"
    for (i = 1; i <= 11; i++)
        printf "    - {answer: \"%d\", label: \"%s\"}\n", i, long("Trinn " i)
    print "groups:"
    for (i = 1; i <= 12; i++)
        printf "  g%d: {answer: \"G%d\", name: \"%s\", among: \"i gruppe %d\"}\n", i, i, long("Gruppe " i), i
    print "statements:"
    for (i = 1; i <= 2; i++)
        printf "  s%d: {column: S%d, text: \"Utsagn %d\", label: \"%s\"}\n", i, i, i, long("Utsagn " i)
    print "recommend:\n  anbefaling: {column: R, text: \"Vil du anbefale oss?\", label: Anbefaler}"
}' >survey.yaml
LC_ALL=C awk 'BEGIN {
    print "U,G,S1,S2,R"
    for (unit = 0; unit < 2; unit++)
        for (i = 0; i < 144; i++)
            printf "%s,G%d,%d,%d,%d\n", unit ? "Ås" : "Vik", i % 12 + 1, (i * 7 + unit) % 11 + 1, (i * i + i + unit) % 11 + 1, i * 5 % 11
}' >export.csv
printf 'nr;navn\n1;Vik\n2;Ås\n' >register.csv
sed 's/name: "Gruppe \([0-9]*\) [^"]*"/name: "G\1"/' survey.yaml >short.yaml
