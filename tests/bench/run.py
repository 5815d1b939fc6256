#!/usr/bin/env python3
"""Measures lysark beside the floor (README.md says how). Run by `make bench`.

    run.py [PAIRS]    as many runs of both in turn, 31 unless told
"""
import collections
import os
import re
import statistics
import subprocess
import sys

import batch

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
WORK = os.path.join(TOP, "build", "bench")
FONTS = os.environ.get("OPENSANS_DIR", "/usr/share/fonts/truetype/open-sans")
CSV = os.path.join(WORK, "one.csv")
THEME = os.path.join(TOP, "layouts/themes/landsbyen.yaml")
# The same survey in three decks: `same` has the floor's answers on as many pages as the floor,
# `full` has them in type to be read from afar, `short` has that type on the floor's pages.
NAMES = ("same", "full", "short", "floor")
DECKS = {name: os.path.join(WORK, name + ".pdf") for name in NAMES}
LAYOUTS = {"same": os.path.join(WORK, "same.yaml"),
           "full": os.path.join(HERE, "one.yaml"),
           "short": os.path.join(WORK, "short.yaml")}
SMALL_TYPE = {"width: 960": "width: 1800", "height: 540": "height: 1600", "lead: 22": "lead: 14",
              "body: 18": "body: 12", "label: 15": "label: 12", "note: 13": "note: 11"}


COMMANDS = {name: [os.path.join(TOP, "build/release/lysark"), "render", "--quiet", layout,
                   "-o", DECKS[name]] for name, layout in LAYOUTS.items()}
COMMANDS["floor"] = [os.path.join(WORK, "floor"), CSV, DECKS["floor"]]


def prepare():
    os.makedirs(WORK, exist_ok=True)
    os.environ["OPENSANS_DIR"] = FONTS
    for arguments in (
            [sys.executable, os.path.join(HERE, "gen_csv.py"), "one", CSV],
            [sys.executable, os.path.join(HERE, "content.py"), os.path.join(WORK, "content.h")],
            ["cc", "-O2", "-I" + WORK, "-o", COMMANDS["floor"][0],
             os.path.join(HERE, "floor.c"), "-lhpdf", "-lcsv", "-lm"]):
        subprocess.run(arguments, check=True)
    moved = {"survey: ": "survey: %s/" % HERE}
    batch.rewrite(LAYOUTS["full"], LAYOUTS["short"],
            {**moved, "each: questions": "each: questions\n    pages: 3"})
    batch.rewrite(LAYOUTS["full"], LAYOUTS["same"], {**moved, "deck:\n": "deck:\n  theme: ./small.yaml\n"})
    batch.rewrite(THEME, os.path.join(WORK, "small.yaml"), SMALL_TYPE)


def run(command):
    """CPU seconds of one run."""
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit("%s: status %d" % (" ".join(command), os.waitstatus_to_exitcode(status)))
    return usage.ru_utime + usage.ru_stime


def peak_memory(command):
    """KiB of one run. What starts it must be small: a child inherits its parent's peak."""
    report = os.path.join(WORK, "peak")
    subprocess.run(["/usr/bin/time", "-f", "%M", "-o", report] + command, check=True)
    with open(report, encoding="ascii") as file:
        return int(file.read())


LARGE = {"25 columns": (1000000, 23), "45 columns": (107000, 43)}   # rows, statements


def measure_large():
    """Reading and counting a large export beside libcsv alone with empty callbacks."""
    floor = os.path.join(WORK, "read_csv")
    subprocess.run(["cc", "-O2", "-o", floor, os.path.join(HERE, "read_csv.c"), "-lcsv"],
                   check=True)
    print("\n%-12s %9s %9s %9s %8s %9s" % ("", "rows", "CPU ms", "libcsv ms", "ratio",
                                          "bytes/row"))
    for name, (rows, statements) in LARGE.items():
        peaks = {}
        for count in (1000, rows):
            folder = os.path.join(WORK, "large-%d-%d" % (count, statements))
            if not os.path.exists(os.path.join(folder, "layout.yaml")):
                subprocess.run([sys.executable, os.path.join(HERE, "gen_large.py"),
                                str(count), str(statements), folder], check=True)
            command = [os.path.join(TOP, "build/release/lysark"), "check", "--quiet",
                       os.path.join(folder, "layout.yaml")]
            runs = [(run(command), run([floor, os.path.join(folder, "large.csv")]))
                    for _ in range(5)]
            peaks[count] = peak_memory(command)
        ours = statistics.median(spent for spent, _ in runs)
        theirs = statistics.median(spent for _, spent in runs)
        print("%-12s %9d %9.0f %9.0f %8.2f %9.1f" % (
            name, rows, 1000 * ours, 1000 * theirs,
            statistics.median(a / b for a, b in runs),
            1024 * (peaks[rows] - peaks[1000]) / (rows - 1000)))


def page_count(path):
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True)
    return int(re.search(r"^Pages: +(\d+)", info.stdout, re.M).group(1))


def instructions(command):
    """Instructions by folder of src/ or by library, and the costliest functions."""
    out = os.path.join(WORK, "callgrind.out")
    subprocess.run(["valgrind", "--quiet", "--tool=callgrind", "--callgrind-out-file=" + out]
                   + command, check=True, stdout=subprocess.DEVNULL)
    text = subprocess.run(["callgrind_annotate", "--threshold=100", "--show-percs=no",
                           "--auto=no", out], capture_output=True, text=True, check=True).stdout
    places, functions = collections.Counter(), collections.Counter()
    row = re.compile(r"^\s*([\d,]+)\s+(\S*?):([^\[]*?)(?:\s+\[(.*)\])?$")
    for line in text.splitlines():
        match = row.match(line)
        if not match:
            continue
        count = int(match.group(1).replace(",", ""))
        source, function, library = match.group(2), match.group(3), match.group(4) or ""
        ours = re.search(r"\bsrc/(\w+)(/|\.c)", source)
        if ours and "lysark" in library or ours and not library:
            place = "src/" + ours.group(1)
        else:
            place = re.sub(r"[-.](\d.*|so.*)$", "", os.path.basename(library)) or "other"
        places[place] += count
        functions["%s: %s" % (place, function.strip())] += count
    return places, functions


def print_counts(title, counter, total, limit=None):
    print("\n%s" % title)
    for name, count in counter.most_common(limit):
        if count * 1000 >= total:
            print("  %-42s %9.2f M  %5.1f %%" % (name[:42], count / 1e6, 100 * count / total))


def main():
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 31
    prepare()
    seconds = collections.defaultdict(list)
    peaks = {name: peak_memory(COMMANDS[name]) for name in NAMES}   # and warms the caches
    for _ in range(pairs):
        for name in NAMES:
            seconds[name].append(run(COMMANDS[name]))

    print("%-8s %9s %9s %9s %7s %9s" % ("", "CPU ms", "peak KiB", "bytes", "pages", "pages/s"))
    for name in NAMES:
        spent, pages = statistics.median(seconds[name]), page_count(DECKS[name])
        print("%-8s %9.1f %9d %9d %7d %9.0f" % (name, 1000 * spent, peaks[name],
                                              os.path.getsize(DECKS[name]), pages, pages / spent))
    for name in LAYOUTS:
        ratios = [a / b for a, b in zip(seconds[name], seconds["floor"])]
        print("CPU, %s : floor = %.2f (median of %d pairs; half of them %.2f to %.2f)" % (
            name, statistics.median(ratios), pairs, *statistics.quantiles(ratios, n=4)[::2]))

    measure_large()
    batch.measure(min(pairs, 7))
    places, functions = instructions(COMMANDS["same"])
    total = sum(places.values())
    print_counts("Instructions by folder and library: %.2f M" % (total / 1e6), places, total)
    print_counts("The costliest functions", functions, total, 20)


if __name__ == "__main__":
    main()
