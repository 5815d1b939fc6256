"""Measures `lysark batch` beside the floor, and how it grows. Called by run.py; alone:

    batch.py [PAIRS]
"""
import os
import shutil
import statistics
import subprocess
import sys
import threading
import time

import gen_csv

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
WORK = os.path.join(TOP, "build", "bench")
LYSARK = os.path.join(TOP, "build/release/lysark")
OUT = os.path.join(WORK, "batch-out")
SIZES = (10, 100, 357, 1000)    # units of 300 respondents and 40 statements
REGION = 357                    # as many municipalities as Norway has


def run(command):
    """CPU of the process and all that it waited for, and the time it took, in seconds."""
    shutil.rmtree(OUT, ignore_errors=True)
    os.makedirs(OUT)
    start = time.monotonic()
    quiet = [(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)]
    child = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit("%s: status %d" % (" ".join(command), os.waitstatus_to_exitcode(status)))
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start


def batch_command(layout, jobs=1):
    return [LYSARK, "batch", layout, "-o", OUT, "--quiet", "--no-verify",
            "--jobs", str(jobs)]


def rewrite(source, target, changes):
    """A copy of a text file, each change made once."""
    with open(source, encoding="utf-8") as file:
        text = file.read()
    for old, new in changes.items():
        if text.count(old) != 1:
            sys.exit("%s: \"%s\" stands there %d times" % (source, old, text.count(old)))
        text = text.replace(old, new)
    with open(target, "w", encoding="utf-8") as file:
        file.write(text)


def prepare_floor():
    """The floor's 100 municipalities, in its content on its number of pages."""
    table = os.path.join(WORK, "batch.csv")
    subprocess.run([sys.executable, os.path.join(HERE, "gen_csv.py"), "batch", table], check=True)
    with open(os.path.join(WORK, "batch-units.csv"), "w", encoding="utf-8") as file:
        file.write("kommunenummer;kommune\n")
        names = [a + b for a in gen_csv.NAME_A for b in gen_csv.NAME_B]
        file.write("".join("%d;%s\n" % (1000 + i, name) for i, name in enumerate(names)))
    rewrite(os.path.join(HERE, "one-survey.yaml"), os.path.join(WORK, "batch-survey.yaml"),
            {"../../build/bench/one.csv": "batch.csv", "one-units.csv": "batch-units.csv"})
    rewrite(os.path.join(WORK, "same.yaml"), os.path.join(WORK, "batch.yaml"),
            {"survey: %s/one-survey.yaml" % HERE: "survey: batch-survey.yaml",
             "  unit: Østre Toten\n": ""})
    return ([os.path.join(WORK, "floor"), "--batch-reload", table, OUT],
            batch_command(os.path.join(WORK, "batch.yaml")))


def measure_floor(pairs):
    floor, ours = prepare_floor()
    runs = [(run(ours)[0], run(floor)[0]) for _ in range(pairs)]
    ratios = [a / b for a, b in runs]
    print("\n100 decks: %.2f s of CPU, floor %.2f s; ratio %.2f (median of %d pairs, %.2f to %.2f)" % (
        statistics.median(a for a, _ in runs), statistics.median(b for _, b in runs),
        statistics.median(ratios), pairs, min(ratios), max(ratios)), flush=True)


def region(units):
    folder = os.path.join(WORK, "region-%d" % units)
    if not os.path.exists(os.path.join(folder, "layout.yaml")):
        subprocess.run([sys.executable, os.path.join(HERE, "gen_region.py"), str(units), "300",
                        "40", folder], check=True)
    return os.path.join(folder, "layout.yaml")


def is_worker(process):
    """Not yet before its exec: until then it has the batch's own memory."""
    try:
        with open("/proc/%d/cmdline" % process, "rb") as file:
            return file.read().split(b"\0")[1:2] == [b"worker"]
    except OSError:
        return False


def peak_of(process):
    """KiB, or 0 when it is gone."""
    try:
        with open("/proc/%d/status" % process, encoding="ascii", errors="replace") as file:
            return next((int(line.split()[1]) for line in file if line.startswith("VmHWM")), 0)
    except OSError:
        return 0


def children_of(process):
    try:
        with open("/proc/%d/task/%d/children" % (process, process), encoding="ascii") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def peaks(command):
    """Peak memory in MiB of the batch and of the largest process below it, looked at often."""
    shutil.rmtree(OUT, ignore_errors=True)
    batch = subprocess.Popen(command)
    own = below = 0
    ended = threading.Event()
    threading.Thread(target=lambda: (batch.wait(), ended.set()), daemon=True).start()
    while not ended.wait(0.0005):
        own = max(own, peak_of(batch.pid))
        queue = children_of(batch.pid)
        while queue:
            process = queue.pop()
            if is_worker(process):
                below = max(below, peak_of(process))
            queue += children_of(process)
    return own / 1024, below / 1024


def measure_region(pairs):
    layout = region(REGION)
    pairs = max(1, pairs // 3)
    times = [(run(batch_command(layout, 1))[1], run(batch_command(layout, 2))[1])
             for _ in range(pairs)]
    one, two = (statistics.median(column) for column in zip(*times))
    own, below = peaks(batch_command(layout, 2))
    print("%d decks: %.1f s with one job, %.1f s with two: %.2f times as fast (median of %d)" % (
        REGION, one, two, statistics.median(a / b for a, b in times), pairs), flush=True)
    print("peak memory: %.1f MiB the batch, %.1f MiB the largest worker" % (own, below), flush=True)


def measure_growth():
    print("\n%7s %9s %11s %12s" % ("units", "CPU s", "ms a deck", "of it, plan"))
    for units in SIZES:
        layout = region(units)
        spent, _ = run(batch_command(layout))
        planned, _ = run([LYSARK, "batch", layout, "-o", OUT, "--dry-run"])
        print("%7d %9.2f %11.2f %12.2f" % (units, spent, 1000 * spent / units,
                                          1000 * planned / units), flush=True)


def measure(pairs):
    measure_floor(pairs)
    measure_region(pairs)
    measure_growth()


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
