#!/usr/bin/env python3
"""leak.py - plants a fault for verify.sh to find.

  leak.py swap-rows EXPORT A B        the rows of unit A become B's, and the other way
  leak.py swap-columns EXPORT UNIT    in the unit's rows two statements change places
  leak.py foreign-answer EXPORT FROM TO  TO's first answer becomes one that only FROM gave
  leak.py drop-row EXPORT UNIT        one respondent fewer
  leak.py swap-cells PDF              two figures in a table change places
  leak.py swap-words PDF              two figures in an alternative text do
  leak.py paint-label PDF             in a chart one label is painted for all as long
  leak.py paint-nothing PDF           a chart's labels are gone
  leak.py insert PDF BEHIND TEXT      the text behind the first such bytes; {…} in it is
                                      a text string; a + before BEHIND: behind the last
  leak.py answer EXPORT FROM TO       prints the answer of foreign-answer

An export is changed in place; a PDF is one that qpdf --qdf wrote, and keeps its length,
or is to go through fix-qdf: after insert.
"""
import csv
import re
import sys

UNIT = "Hvilken kommune svarer du for?"
QUESTION = "Hva er det viktigste kommunen kan gjøre for å bli mer næringsvennlig?"
STATEMENTS = ("Kommunen har god kapasitet i arbeidet med næringsutvikling",
              "Alt i alt yter kommunen  god service overfor næringslivet")


def change_export(path, change):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    head, body = rows[0], rows[1:]
    body = change(head, body)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\r\n").writerows([head] + body)


def swap_rows(path, first, second):
    other = {first: second, second: first}

    def change(head, body):
        at = head.index(UNIT)
        for row in body:
            row[at] = other.get(row[at], row[at])
        return body
    change_export(path, change)


def swap_columns(path, unit):
    def change(head, body):
        at, (a, b) = head.index(UNIT), (head.index(text) for text in STATEMENTS)
        for row in body:
            if row[at] == unit:
                row[a], row[b] = row[b], row[a]
        return body
    change_export(path, change)


def find_answer(head, body, giver, taker):
    """That only the giver gave."""
    unit, answer = head.index(UNIT), head.index(QUESTION)
    own = {row[answer].strip().lower() for row in body if row[unit] == taker}
    return next(row[answer] for row in body if row[unit] == giver
                and 60 < len(row[answer]) < 160
                and row[answer].strip().lower() not in own
                and not re.search(r"\d", row[answer]))


def foreign_answer(path, giver, taker):
    def change(head, body):
        unit, answer = head.index(UNIT), head.index(QUESTION)
        foreign = find_answer(head, body, giver, taker)
        for row in body:
            if row[unit] == taker and row[answer].strip():
                row[answer] = foreign
        return body
    change_export(path, change)


def print_answer(path, giver, taker):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    print(find_answer(rows[0], rows[1:], giver, taker))


def drop_row(path, unit):
    def change(head, body):
        at = head.index(UNIT)
        gone = next(row for row in body if row[at] == unit)
        return [row for row in body if row is not gone]
    change_export(path, change)


def swap_first_two(data, spans):
    """Exchanges the first stretch and the first that differs from it."""
    first = spans[0]
    second = next(span for span in spans
                  if data[slice(*span)] != data[slice(*first)]
                  and span[1] - span[0] == first[1] - first[0])
    a, b = data[slice(*first)], data[slice(*second)]
    data = data[:first[0]] + b + data[first[1]:]
    return data[:second[0]] + a + data[second[1]:]


def change_pdf(path, spans_of):
    with open(path, "rb") as file:
        data = file.read()
    data = swap_first_two(data, spans_of(data))
    with open(path, "wb") as file:
        file.write(data)


def cells(data):
    """Table cells of three glyphs: «4,1»."""
    pattern = rb"/TD<</MCID \d+>>BDC\nBT [^\n]* Td\n(\((?:\\.|[^\\()\n]){3}\))Tj"
    return [match.span(1) for match in re.finditer(pattern, data)]


def paint(path, instead):
    """Of a chart with labels of two glyphs: «14», «31» and their like."""
    with open(path, "rb") as file:
        data = file.read()
    charts = re.finditer(rb"/Figure<</MCID \d+>>BDC\n.*?\nEMC", data, re.DOTALL)
    for chart in charts:
        labels = re.findall(rb"\n(\((?:\\.|[^\\()\n]){2}\))Tj", chart.group())
        labels = [label for label in labels if len(label) == len(labels[0])]
        if len(set(labels)) > 4:
            break
    painted = instead(chart.group(), labels)
    with open(path, "wb") as file:
        file.write(data[:chart.start()] + painted + data[chart.end():])


def one_label(chart, labels):
    for label in labels:
        chart = chart.replace(b"\n" + label + b"Tj", b"\n" + labels[0] + b"Tj")
    return chart


def no_label(chart, _):
    shown = rb"(\[[^\n]*\]TJ|<\w+>Tj|\((?:\\.|[^\\()\n])*\)Tj)"
    return re.sub(shown, lambda text: b" " * len(text.group()), chart)


def words(data):
    """Shares of two digits in the alternative texts."""
    spans = []
    for alt in re.finditer(rb"/Alt <feff([0-9a-f]*)>", data):
        pattern = rb"0020(003[0-9]003[0-9])00a00025"
        spans += [(alt.start(1) + found.start(1), alt.start(1) + found.end(1))
                  for found in re.finditer(pattern, alt.group(1))]
    return spans


def insert(path, behind, text):
    def text_string(found):
        return "<feff" + found.group(1).encode("utf-16-be").hex() + ">"
    text = re.sub(r"\{(.*?)\}", text_string, text)
    with open(path, "rb") as file:
        data = file.read()
    mark = behind.lstrip("+").encode()
    at = data.rindex(mark) if behind[0] == "+" else data.index(mark)
    at += len(mark)
    with open(path, "wb") as file:
        file.write(data[:at] + text.encode() + data[at:])


COMMANDS = {"swap-rows": swap_rows, "swap-columns": swap_columns,
            "foreign-answer": foreign_answer, "answer": print_answer,
            "insert": insert, "drop-row": drop_row,
            "swap-cells": lambda path: change_pdf(path, cells),
            "paint-label": lambda path: paint(path, one_label),
            "paint-nothing": lambda path: paint(path, no_label),
            "swap-words": lambda path: change_pdf(path, words)}
COMMANDS[sys.argv[1]](*sys.argv[2:])
