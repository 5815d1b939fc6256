"""Kills a batch, or one of its workers, at random points, and lets the next run go on.

    kill.py LYSARK LAYOUT REFERENCE FOLDER [SEED]

Each round is a batch into the same folder, as the last one left it, by one of two authors: it
makes what is missing, failed or by the other one. After each killing the manifest tells the
truth, no file is half and the exit status says what happened; in the end, after a run that
nobody disturbs, all decks are those of the folder REFERENCE.
"""
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import folder as decks

SECONDS = 12    # in which as many are killed as can be
ROUNDS = 10     # at least
KINDS = ["INT", "TERM", "HUP", "KILL", "KILL", "worker", "worker", "twice"]
lysark, layout, reference, folder = sys.argv[1:5]
seed = int(sys.argv[5]) if len(sys.argv) > 5 else 1
chance = random.Random(seed)
number = 0


def start(*options):
    return subprocess.Popen([lysark, "batch", layout, "--no-verify", "-o", folder, "--jobs", "2", *options],
                            stderr=subprocess.PIPE, text=True)


def fail(what, said=""):
    sys.exit("seed %d, round %d: %s\n%s" % (seed, number, what, said))


def kill(run, kind):
    """What the batch had started by then."""
    below = decks.descendants(run.pid)
    if kind == "worker":
        if below:
            decks.send(chance.choice(below), signal.SIGKILL)
        return below
    name = "SIGINT" if kind == "twice" else "SIG" + kind
    decks.send(run.pid, getattr(signal, name))
    if kind == "twice":
        time.sleep(chance.random() * 0.05)
        decks.send(run.pid, signal.SIGINT)
    return below


def check_status(kind, status, said):
    """A batch that was not reached before its end is as one that nobody disturbed."""
    if status == 0:
        return " 0 failed" in said
    if kind == "worker":
        return status == 1 and "was not made: its worker was ended by signal 9" in said
    if status == 2:
        return "the batch was interrupted" in said
    return status == -getattr(signal, "SIGINT" if kind == "twice" else "SIG" + kind)


def play(span):
    options = ["--set", "author=Andre"] if number % 2 == (chance.random() < 0.8) else []
    kind = chance.choice(KINDS)
    run = start(*options)
    time.sleep(chance.random() * span)
    below = kill(run, kind)
    _, said = run.communicate(timeout=60)
    if not decks.wait_gone(below):
        fail("%s: a worker is left" % kind, said)
    if not check_status(kind, run.returncode, said):
        fail("%s: status %d" % (kind, run.returncode), said)
    faults = decks.faults(folder)
    if faults:
        fail("%s: %s" % (kind, faults[0]), said)
    return kind if run.returncode else "late"


def main():
    global number
    begin = time.monotonic()
    shutil.rmtree(folder, ignore_errors=True)
    start().communicate(timeout=60)
    span = time.monotonic() - begin
    seen = {}
    while number < ROUNDS or time.monotonic() - begin < SECONDS - 2 * span:
        number += 1
        kind = play(span)
        seen[kind] = seen.get(kind, 0) + 1
    last = start()
    _, said = last.communicate(timeout=60)
    if last.returncode != 0 or decks.faults(folder):
        fail("the last run: status %d, %s" % (last.returncode, decks.faults(folder)), said)
    for name in os.listdir(reference):
        if name.endswith(".pdf") and decks.digest(os.path.join(folder, name)) != decks.digest(
                os.path.join(reference, name)):
            fail("%s is not as it should be" % name, said)
    print("%d rounds: %s" % (number, seen))


main()
