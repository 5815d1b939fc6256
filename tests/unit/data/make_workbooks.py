#!/usr/bin/env python3
"""Makes the workbooks of this folder, the same bytes every time.

forms.xlsx is what Microsoft Forms writes: a table in one sheet, days as numbers with a
style. The others hold one thing each that a reader may stumble over.
"""
import os
import zipfile
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

STYLES = HEAD + f'''<styleSheet xmlns="{MAIN}"><numFmts count="2">\
<numFmt numFmtId="164" formatCode="m/d/yy h:mm:ss"/>\
<numFmt numFmtId="165" formatCode="0.0&quot; dager&quot;"/></numFmts>\
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>\
<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/>\
<xf numFmtId="165"/></cellXfs></styleSheet>'''


def workbook(names, properties="", hidden=()):
    sheets = "".join('<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>'
                     % (escape(name), i, ' state="hidden"' if name in hidden else "", i)
                     for i, name in enumerate(names, 1))
    return HEAD + (f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}'
                   f'<sheets>{sheets}</sheets></workbook>')


def relations(count):
    rows = "".join('<Relationship Id="rId%d" Type="%s/worksheet" '
                   'Target="worksheets/sheet%d.xml"/>' % (i, RELATIONS, i)
                   for i in range(1, count + 1))
    return HEAD + f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def sheet(rows):
    """Rows as XML of their cells, by number."""
    body = "".join('<row r="%d">%s</row>' % row for row in rows)
    return HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def text(place, value):
    return (f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">'
            f'{escape(value)}</t></is></c>')


def number(place, value, style=0):
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def shared(place, index):
    return f'<c r="{place}" t="s"><v>{index}</v></c>'


def texts(row, *values):
    return row, "".join(text("%s%d" % (chr(65 + i), row), v) for i, v in enumerate(values))


def write(name, sheets, parts=(), names=None, properties="", hidden=()):
    names = names or ["Sheet%d" % i for i in range(1, len(sheets) + 1)]
    members = [("xl/workbook.xml", workbook(names, properties, hidden)),
               ("xl/_rels/workbook.xml.rels", relations(len(sheets))),
               ("xl/styles.xml", STYLES)]
    members += [("xl/worksheets/sheet%d.xml" % i, s) for i, s in enumerate(sheets, 1)]
    with zipfile.ZipFile(os.path.join(HERE, name), "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in members + list(parts):
            archive.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)


FORMS = ["ID", "Starttidspunkt", "Fullføringstidspunkt", "E-postadresse", "Navn",
         "Hvilken kommune?", "Hva er du?", "Kommunen yter god service"]


def forms_row(row, number_, start, end, *answers):
    cells = number(f"A{row}", number_) + number(f"B{row}", start, 1) + number(f"C{row}", end, 1)
    cells += text(f"D{row}", "anonymous")
    cells += "".join(text(chr(70 + i) + str(row), a) for i, a in enumerate(answers))
    return row, cells

COMPOUND = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
ARCHIVES = [("calc.ods", ["mimetype", "content.xml"]),
            ("unpacked.zip", ["readme", "dataset.csv", "labels.csv"]),
            ("letter.docx", ["[Content_Types].xml", "word/document.xml"]),
            ("other.zip", ["a"])]


def main():
    write("forms.xlsx", [sheet([
        texts(1, *FORMS),
        forms_row(2, 1, 45593.384097222224, 45593.387499999997, "Østre Toten",
                  "Næringsliv;Gründer;", "Helt enig"),
        forms_row(3, 2, 45594.5, 45594.75, "Vågå", "Ansatt;"),
    ])])
    strings = (f'<sst xmlns="{MAIN}"><si><t>Spørsmål</t></si>'
               '<si><r><rPr><b/></rPr><t>Helt </t></r><r><t xml:space="preserve">enig</t></r>'
               '<rPh sb="0" eb="1"><t>skjult</t></rPh></si>'
               '<si><t>to_x000D_\nlinjer &amp; «tegn» 😀</t></si></sst>')
    write("shared.xlsx", [sheet([
        (1, shared("A1", 0) + text("B1", "Tall") + text("C1", "Dag") + text("D1", "Ja")),
        (2, shared("A2", 1) + number("B2", "0.10000000000000001")
         + number("C2", 45593, 2) + '<c r="D2" t="b"><v>1</v></c>'),
        (3, shared("A3", 2) + number("B3", "3.5", 3) + number("C3", "0.25", 1)
         + '<c r="D3" t="b"><f>1=2</f><v>0</v></c>'),
        (4, '<c r="A4" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B4" t="e"><v>#N/A</v></c>'
         + text("C4", "=1+1")),
    ])], [("xl/sharedStrings.xml", HEAD + strings)])
    write("sheets.xlsx", [sheet([texts(1, "a", "b"), texts(2, "1", "2")]),
                          sheet([texts(1, "c"), (2, number("A2", 1, 2))])],
          names=["Om", "Svar & tall"], properties='<workbookPr date1904="1"/>')
    write("two-tables.xlsx", [sheet([texts(1, "a", "b"), texts(2, "1", "2"),
                                     texts(5, "c", "d"), texts(6, "3", "4")])])
    write("side-by-side.xlsx", [sheet([texts(1, "a", "", "c"), texts(2, "1", "", "3")])])
    prefixed = sheet([texts(1, "a"), texts(2, "1")])
    for name in ("worksheet", "sheetData", "row", "c", "is", "t"):
        prefixed = prefixed.replace(f"<{name}", f"<x:{name}").replace(f"</{name}", f"</x:{name}")
    write("prefixed.xlsx", [prefixed.replace("xmlns=", "xmlns:x=").replace("x:t=", "t=")])
    entities = HEAD + ('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
                       f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" '
                       't="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>')
    write("entities.xlsx", [entities])
    bomb = sheet([texts(1, "a"), texts(2, " " * (20 << 20))])
    write("bomb.xlsx", [bomb])
    write("empty.xlsx", [sheet([])])
    write("no-text.xlsx", [sheet([(1, shared("A1", 7))])])
    write("out-of-order.xlsx", [sheet([texts(1, "a"), texts(2, "1"), texts(2, "2")])])
    with open(os.path.join(HERE, "forms.xlsx"), "rb") as file:
        whole = file.read()
    with open(os.path.join(HERE, "cut.xlsx"), "wb") as file:
        file.write(whole[:len(whole) // 2])
    with open(os.path.join(HERE, "locked.xlsx"), "wb") as file:
        file.write(COMPOUND + bytes(504) + "EncryptedPackage".encode("utf-16-le"))
    with open(os.path.join(HERE, "old.xls"), "wb") as file:
        file.write(COMPOUND + bytes(504) + "Workbook".encode("utf-16-le"))
    table = [texts(1, "a", "b", "c"), texts(2, "1", "2", "3"), texts(3, "4", "5", "6")]
    write("cover.xlsx", [sheet([texts(1, "Rapport"), texts(3, "Laget av", "Kari")]),
                         sheet(table), sheet(table)],
          names=["Forside", "Skjult", "Svar"], hidden=("Skjult",))
    write("title.xlsx", [sheet([texts(1, "Undersøkelsen 2025"), texts(2, "Dato", "1.2."),
                                texts(4, "a", "b", "c"), texts(5, "1", "2"),
                                texts(6, "4", "5", "6")])])
    write("rows-in-rows.xlsx", [sheet([(1, text("A1", "a") + '<row r="2">'
                                        + text("A2", "b") + "</row>")])])
    phonetic = ('<c r="A1" t="inlineStr"><is><r><t>Kom</t></r><r><t>mune</t></r>'
                '<rPh sb="0" eb="1"><t>skjult</t></rPh></is></c>')
    write("phonetic.xlsx", [sheet([(1, phonetic)])])
    with open(os.path.join(HERE, "personal.csv"), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split(";") for line in file]
    known = sorted({cell for line in lines for cell in line})
    rows = [(i, "".join(shared("%s%d" % (chr(65 + k), i), known.index(cell))
                        for k, cell in enumerate(line)))
            for i, line in enumerate(lines, 1)]
    table = "".join("<si><t>%s</t></si>" % escape(cell) for cell in known)
    write("personal.xlsx", [sheet(rows)],
          [("xl/sharedStrings.xml", HEAD + f'<sst xmlns="{MAIN}">{table}</sst>')])
    for name, members in ARCHIVES:
        with zipfile.ZipFile(os.path.join(HERE, name), "w") as archive:
            for member in members:
                archive.writestr(zipfile.ZipInfo(member), "x")


if __name__ == "__main__":
    main()
