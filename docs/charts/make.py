#!/usr/bin/env python3
"""make.py - writes the made-up answers of the decks beside it: `few` has two groups and
three steps, `many` twelve groups, eleven steps and
sixty units, `long` names of 120 characters and sixty statements. Nobody answered these.
Where 0 % or 100 % agree, one gives another answer: of one answer nothing would be shown.
The same numbers each time; run it again only to change what it writes."""
import csv
import os
import random

here = os.path.dirname(os.path.abspath(__file__))
LONG = ('Foretak med virksomhet i flere av dalens kommuner, også de som bare har et '
        'lager eller et avdelingskontor i kommunen her')
GROUPS = ['Ås', 'Bønder', 'Reiseliv', 'Handel', 'Bygg og anlegg', 'Industri', 'Kultur og idrett',
          'Utdanning', 'Helse', 'Frivillige', 'Én', 'Ingen']


def write(name, rows):
    with open(os.path.join(here, name), 'w', encoding='utf-8', newline='') as file:
        csv.writer(file, lineterminator='\n').writerows(rows)


def units(name, names):
    with open(os.path.join(here, name), 'w', encoding='utf-8', newline='') as file:
        csv.writer(file, delimiter=';', lineterminator='\n').writerows(
            [['kommunenummer', 'kommune', 'malform']] +
            [[9000 + i, unit, 'bokmål'] for i, unit in enumerate(names)])


def few(dice, shift):
    rows = [['Kommune', 'Gruppe', 'Delt', 'Enig', 'Ubesvart']]
    steps = ['Uenig', 'Verken–eller', 'Enig']
    for unit, group, count in (('Vik', 'Ås', 9), ('Vik', LONG, 14), ('Nes', 'Ås', 11)):
        for i in range(count):
            end = 2 if group == LONG or unit == 'Nes' else 0
            rows.append([unit, group, dice.choice(steps[shift:] + steps), steps[1 if i == 0 else end], ''])
    return rows


def many(dice, names, is_before):
    rows = [['Kommune', 'Gruppe', 'Spredt', 'Ytterpunkter', 'Ubesvart']]
    for place, unit in enumerate(names):
        for index, group in enumerate(GROUPS):
            if is_before and place:
                continue
            count = {'Én': 1, 'Ingen': 0}.get(group, 12) if place == 0 else index == place % 10 and 8
            for i in range(count):
                middle = 2 + index * 0.7 if place == 0 else 2 + place * 0.13
                step = min(11, max(1, round(dice.gauss(middle + 1.5 * (not is_before), 2))))
                end = (10 if i == 0 else 11) if index % 2 else (2 if i == 0 else 1)
                rows.append([unit, group, step, end if index < 4 else step, ''])
    return rows


STEPS = ['Nei', 'Verken det ene eller det andre, fordi foretaket ikke har hatt noe med kommunen å gjøre i de siste '
         'to årene, eller er helt nytt', 'Til dels', 'Ja']
SHORT, WORDY = 'Vei', ('Kommunen svarer foretakene innen fristen, også når saken hører til flere avdelinger '
                       'eller må avgjøres av folkevalgte')


def long(dice):
    """60 statements, every other with a name of 3 letters; one person in the last group."""
    rows = [['Kommune', 'Gruppe'] + [f'U{i}' for i in range(1, 61)]]
    for group, count in (('Ås', 12), (LONG, 11), ('Én', 1)):
        for _ in range(count):
            rows.append(['Vik', group] + [dice.choice(STEPS[:1 + i % 4] + STEPS) for i in range(60)])
    return rows


towns = ['Vik', 'Nord-Sør-Aust-Vestfjorddalen herred'] + [f'Kommune {i}' for i in range(3, 61)]
write('few.csv', few(random.Random(1), 0))
write('few-before.csv', few(random.Random(2), 1))
units('few-units.csv', ['Vik', 'Nes'])
write('many.csv', many(random.Random(3), towns, False))
write('many-before.csv', many(random.Random(4), towns, True))
units('many-units.csv', towns)
write('long.csv', long(random.Random(5)))
units('long-units.csv', ['Vik'])


def description(name, title, round_name, groups, steps, statements, previous):
    with open(os.path.join(here, name + '.yaml'), 'w', encoding='utf-8') as file:
        file.write(f'''# Made up by make.py: nobody answered this.
survey:
  name: {title}
  round: "{round_name}"
  region: dalen
  from: {round_name}-09-02
  to: {round_name}-09-20
  presented: {round_name}-11-28
export: {{file: {name}.csv, delimiter: comma}}
columns: {{unit: Kommune, group: Gruppe}}
register: {{file: {name.split('-')[0]}-units.csv, number: kommunenummer, name: kommune, language: malform}}
scale:
  steps: [{', '.join('{answer: "%s"}' % step for step in steps)}]
groups:
''')
        for index, group in enumerate(groups):
            file.write(f'  gruppe-{index + 1}: {{answer: "{group}", name: "{group}", among: "i {group}"}}\n')
        file.write('statements:\n')
        for index, statement in enumerate(statements):
            label = statement if len(statements) < 10 else \
                f'{WORDY if index % 2 else SHORT} {index + 1}'[:120]
            label = f'"{label}"' if ',' in label else label
            file.write(f'  {statement.lower()}: {{column: {statement}, label: {label}}}\n')
        file.write('privacy: {other-units: named}\n')
        if previous:
            file.write(f'previous: {previous}\n')


FEW = ('Få svar (oppdiktet)', ['Ås', LONG], ['Uenig', 'Verken–eller', 'Enig'], ['Delt', 'Enig', 'Ubesvart'])
MANY = ('Mange svar (oppdiktet)', GROUPS, range(1, 12), ['Spredt', 'Ytterpunkter', 'Ubesvart'])
for name, (title, groups, steps, statements) in (('few', FEW), ('many', MANY)):
    description(name, title, 2026, groups, steps, statements, f'{name}-before.yaml')
    description(f'{name}-before', title, 2024, groups, steps, statements, None)
description('long', 'Lange navn (oppdiktet)', 2026, ['Ås', LONG, 'Én'], STEPS, [f'U{i}' for i in range(1, 61)], None)
