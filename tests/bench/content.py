"""The fixed words of the bench's deck. `python3 content.py FILE` writes them as a C header
for floor.c; one.yaml and one-survey.yaml have them too.
"""
import sys

GROUPS = ["Næringsliv", "Gründer", "Politiker", "Kommuneansatt"]
SCALE = ["1 Helt uenig", "2", "3", "4", "5", "6 Helt enig"]
COLORS = ["B2182B", "EF8A62", "FDDBC7", "D1E5F0", "67A9CF", "2166AC"]
LABELS = ["FFFFFF", "222222", "222222", "222222", "222222", "FFFFFF"]

STATEMENTS = [
    "Kommunen er et godt sted å drive næringsvirksomhet",
    "Kommunen har en tydelig næringspolitikk",
    "Det er lett å komme i kontakt med rett person i kommunen",
    "Kommunen svarer raskt på henvendelser fra bedrifter",
    "Saksbehandlingen i byggesaker er forutsigbar",
    "Reguleringsplaner behandles innen rimelig tid",
    "Kommunen har nok ferdig regulert næringsareal",
    "Gebyrene er på et rimelig nivå, sett opp mot tjenesten",
    "Kommunen bruker lokale leverandører der regelverket tillater det",
    "Anbudene er utformet slik at små bedrifter kan delta",
    "Politikerne forstår næringslivets behov",
    "Administrasjonen forstår næringslivets behov",
    "Kommunen og næringslivet har gode møteplasser",
    "Gründere får god veiledning i oppstartsfasen",
    "Kommunen bidrar til å skaffe bedriftene riktig kompetanse",
    "Skolen samarbeider godt med lokalt arbeidsliv",
    "Veier og annen infrastruktur dekker bedriftenes behov",
    "Bredbånd og mobildekning er god nok for bedriftene",
    "Kommunen markedsfører seg godt overfor nye etablerere",
    "Jeg vil anbefale andre å etablere bedrift i kommunen",
]

OPEN = [
    "Hva fungerer godt i kommunen i dag?",
    "Hva bør kommunen gjøre annerledes?",
]

TEXT = {
    "deck": "Næringsvennlighet",
    "subtitle": "Resultater fra spørreundersøkelsen",
    "respondents": "Hvem har svart?",
    "mean": "Snitt",
    "summary": "Oppsummering: gjennomsnitt per gruppe",
    "statement": "Utsagn",
    "closing": "Takk for oppmerksomheten",
    "closing_line": "Spørsmål om undersøkelsen?",
    "link": "https://example.org/naringsvennlig",
}

ABOUT = [
    ("Om undersøkelsen", [
        "Undersøkelsen kartlegger hvordan kommunen oppleves som vertskap for næringslivet.",
        "Fire grupper har svart på de samme utsagnene: næringsliv, gründere, politikere og ansatte i kommunen.",
        "Alle utsagn er vurdert på en skala fra 1 (helt uenig) til 6 (helt enig). Den som ikke visste, kunne la svaret stå tomt.",
        "Svarene ble samlet inn på nett gjennom tre uker, med én påminnelse.",
        "Resultatene vises samlet per gruppe. Ingen enkeltperson kan kjennes igjen i tallene.",
    ]),
    ("Slik leser du figurene", [
        "Hver stolpe er én gruppe, og stolpen er alltid 100 prosent av dem som svarte på utsagnet.",
        "Røde felt er uenige svar, blå felt er enige svar. Jo mer blått, desto bedre opplever gruppen at det går.",
        "Tallene i feltene er prosent. Felt som er mindre enn fire prosent, vises uten tall.",
        "Til høyre står gjennomsnittet for gruppen, regnet av svarene fra 1 til 6.",
        "Der få har svart, bør tallene leses med forsiktighet. Antall svar står under gruppens navn.",
    ]),
]

FINDINGS = [
    ("Hovedfunn", [
        "Gruppene er mest samstemte om infrastruktur og dekning, og minst samstemte om saksbehandling.",
        "Politikerne vurderer kommunen høyere enn næringslivet gjør, på nesten alle utsagn.",
        "Gründerne er godt fornøyde med veiledningen, men savner lokaler og ferdig regulert areal.",
        "De ansatte i kommunen kjenner godt til næringspolitikken. Bedriftene gjør det i mindre grad.",
        "Mange av de åpne svarene handler om svartid og om å vite hvem en skal ringe.",
    ]),
    ("Anbefalinger på kort sikt", [
        "Opprett ett felles kontaktpunkt for bedrifter, med navn, telefonnummer og avtalt svartid.",
        "Publiser forventet saksbehandlingstid for byggesaker, og oppdater tallene hver måned.",
        "Inviter til et fast møte mellom næringsliv, politikere og administrasjon fire ganger i året.",
        "Del opp større anbud der det er mulig, og varsle kommende anskaffelser tidligere.",
        "Vis fram gode eksempler: hvem fikk hjelp, hva ble gjort, og hvor lang tid tok det?",
    ]),
    ("Anbefalinger på lengre sikt", [
        "Lag en samlet oversikt over ledige næringsarealer, og regulér neste område før det trengs.",
        "Bygg videre på samarbeidet mellom skole og arbeidsliv med faste utplasseringer hvert semester.",
        "Gjenta målingen hvert annet år med de samme utsagnene, slik at utviklingen kan følges.",
        "Sammenlign med nabokommunene, og lær av dem som har kommet lengst på hvert område.",
        "Gjør næringspolitikken kjent: kort versjon, klart språk og et tydelig ansvar.",
    ]),
]

PER_COLUMN = 26          # open answers in one column


def c_string(s):
    return '"' + s.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_c(path):
    with open(path, "w", encoding="utf-8") as f:
        def array(name, values):
            f.write("static const char *const %s[] = {\n" % name)
            for v in values:
                f.write("    %s,\n" % c_string(v))
            f.write("};\n")
        array("GROUPS", GROUPS)
        array("SCALE", SCALE)
        array("OPEN", OPEN)
        for k, v in TEXT.items():
            f.write("#define T_%s %s\n" % (k.upper(), c_string(v)))
        for name, pages in (("ABOUT", ABOUT), ("FINDINGS", FINDINGS)):
            array(name + "_TITLE", [t for t, _ in pages])
            array(name + "_BULLET", [b for _, bs in pages for b in bs])
        f.write("#define BULLETS 5\n#define PER_COLUMN %d\n" % PER_COLUMN)
        f.write("static const unsigned COLORS[] = {%s};\n" % ", ".join("0x" + c for c in COLORS))
        f.write("static const unsigned LABELS[] = {%s};\n" % ", ".join("0x" + c for c in LABELS))


if __name__ == "__main__":
    write_c(sys.argv[1])
