"""Looks into the memory of the workers of a batch: a worker has its own unit's rows, and no
other's; the maker that workers come of has nobody's.

    memory.py LYSARK FOLDER

Each unit's answers hold a word of its own. Where its deck should go there is a pipe that nobody
reads: a worker that has composed its deck waits there, with all that it ever read, and so does
whatever process stands between it and the batch; the next worker comes to wait at its own pipe.
All of their memory is searched for the words and names of the units: of more than one, no process
may hold any. The batch itself has read them all: there they must be found.
"""
import os
import re
import subprocess
import sys
import time

import folder as decks

UNITS = ["Alvdal", "Bykle", "Dovre", "Etne", "Fauske", "Grue"]
ANSWERS = ["Helt uenig", "Delvis uenig", "Verken enig eller uenig", "Delvis enig", "Helt enig"]
DESCRIPTION = """survey: {name: Prøve, round: "2026", region: regionen}
export: {file: answers.csv}
columns: {unit: Kommune, group: Gruppe}
register: {file: units.csv, number: nr, name: navn}
scale:
  steps: [%s]
groups:
  alle: {answer: Alle, name: Alle}
statements:
  p1: {column: Dette er bra}
questions:
  q1: {column: Hvorfor?}
""" % ", ".join("{answer: %s}" % answer for answer in ANSWERS)
LAYOUT = """deck: {title: "Om ${unit}"}
survey: answers.yaml
slides:
  - slide: title
  - {slide: statement, each: statements, compare: region}
  - {slide: comparison, statement: p1}
  - {slide: open-answers, each: questions}
"""
lysark, folder = sys.argv[1:3]


def word(unit, row):
    """Not a word of any language, nor of any file that a worker reads."""
    return "%sqzx%dqzx" % (unit[::-1].lower(), row)


def write(name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def write_survey():
    os.makedirs(os.path.join(folder, "decks"))
    rows = ["%s,Alle,%s,Fordi %s er det" % (unit, ANSWERS[(row + len(unit)) % 5], word(unit, row))
            for row in range(30) for unit in UNITS]
    write("answers.csv", "\n".join(["Kommune,Gruppe,Dette er bra,Hvorfor?"] + rows) + "\n")
    write("units.csv", "nr;navn\n" + "".join("%d;%s\n" % (i + 1, u) for i, u in enumerate(UNITS)))
    write("answers.yaml", DESCRIPTION)
    write("layout.yaml", LAYOUT)


def pipe_of(index):
    return os.path.join(folder, "decks", "%d-%s-2026.pdf" % (index + 1, UNITS[index].lower()))


def found_in(process):
    """How often each unit's words stand in the memory of a process, and whose names do."""
    words = {unit: re.compile((unit[::-1].lower() + r"qzx\d+qzx").encode()) for unit in UNITS}
    counts, names = dict.fromkeys(UNITS, 0), set()
    with open("/proc/%d/maps" % process, encoding="utf-8") as maps, \
            open("/proc/%d/mem" % process, "rb", buffering=0) as memory:
        for line in maps:
            span, mode = line.split()[:2]
            if "r" not in mode or line.rstrip().endswith(("[vvar]", "[vsyscall]", "[vdso]")):
                continue
            first, last = (int(end, 16) for end in span.split("-"))
            memory.seek(first)
            try:
                block = memory.read(last - first)
            except OSError:
                continue    # mapped beyond the end of its file
            for unit in UNITS:
                counts[unit] += len(words[unit].findall(block))
                if unit.encode() in block:
                    names.add(unit)
    return counts, names


def is_executed(process):
    """Until its exec a process that the batch starts has the batch's own memory."""
    with open("/proc/%d/cmdline" % process, "rb") as file:
        return file.read().split(b"\0")[1:2] == [b"worker"]


def wait_for_writer(unit, batch):
    """The process of the batch that waits to write the unit's deck into its pipe."""
    end = time.monotonic() + 30
    while time.monotonic() < end and batch.poll() is None:
        for process in filter(is_executed, decks.descendants(batch.pid)):
            counts, _ = found_in(process)
            with open("/proc/%d/stat" % process, encoding="utf-8") as file:
                is_asleep = file.read().rpartition(")")[2].split()[0] == "S"
            if counts[unit] and is_asleep:
                return process
        time.sleep(0.02)
    batch.kill()
    sys.exit("nobody waits to write the deck of %s: %s" % (unit, batch.stderr.read()))


def main():
    write_survey()
    for index in range(len(UNITS)):
        os.mkfifo(pipe_of(index))
    batch = subprocess.Popen([lysark, "batch", os.path.join(folder, "layout.yaml"), "--no-verify", "-o",
                              os.path.join(folder, "decks"), "--jobs", "2"],
                             stderr=subprocess.PIPE, text=True)
    together = 0
    for index, unit in enumerate(UNITS):
        writer = wait_for_writer(unit, batch)
        time.sleep(0.1)
        for process in decks.descendants(batch.pid):
            counts, names = found_in(process)
            own = {other for other, n in counts.items() if n}
            if process == writer and counts[unit] < 30:
                sys.exit("%s: its own words were found only %d times" % (unit, counts[unit]))
            if process != writer and counts[unit]:
                sys.exit("%s: process %d has its words too" % (unit, process))
            if len(own) > 1 or names - own:
                sys.exit("%s: process %d has of others: %s %s" % (unit, process, counts, names))
            together += process != writer and len(own) == 1
        counts, names = found_in(batch.pid)
        if min(counts.values()) < 30 or names != set(UNITS):
            sys.exit("the search does not find what the batch has: %s %s" % (counts, names))
        with open(pipe_of(index), "rb") as pipe:
            if not pipe.read().endswith(b"%%EOF\n"):
                sys.exit("%s: no whole deck" % unit)
        while decks.descendants(batch.pid) and os.path.exists("/proc/%d" % writer):
            time.sleep(0.01)
    _, said = batch.communicate(timeout=30)
    if "%d made" % len(UNITS) not in said:
        sys.exit(said)
    if together == 0:
        sys.exit("no worker composed while another one wrote")
    print("%d workers hold their own unit's words only" % len(UNITS))


main()
