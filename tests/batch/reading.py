"""Ends a batch while its decks are read back, and looks at what a terminal shows then.

    reading.py LYSARK LAYOUT FOLDER

Whether the batch alone is told to end or all that Ctrl-C reaches: it ends soon, says so, and
nothing that it had started lives on. The next run reads back what was not.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import folder as decks
import terminal_reader

lysark, layout, folder = sys.argv[1:4]
COMMAND = [lysark, "batch", layout, "-o", folder, "--jobs", "2"]
SECONDS = 5  # in which it must have ended; reading all back takes longer than a blink


def is_reading(process):
    for pid in decks.descendants(process):
        try:
            with open("/proc/%d/comm" % pid, encoding="utf-8") as file:
                if file.read().startswith("lysark-verify"):
                    return True
        except OSError:
            pass
    return False


def all_gone(processes):
    end = time.monotonic() + SECONDS
    while any(os.path.exists("/proc/%d" % process) for process in processes):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def end(number, reaches_all):
    name = "%s to %s" % (number.name, "all" if reaches_all else "the batch")
    shutil.rmtree(folder, ignore_errors=True)
    run = subprocess.Popen(COMMAND, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not is_reading(run.pid):
        if run.poll() is not None:
            sys.exit("%s: it has ended: %s" % (name, run.stderr.read()))
        time.sleep(0.01)
    time.sleep(0.2)
    below = decks.descendants(run.pid)
    (os.killpg if reaches_all else os.kill)(run.pid, number)
    try:
        _, said = run.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        run.kill()
        sys.exit("%s: it did not end" % name)
    if not all_gone(below):
        sys.exit("%s: something is left" % name)
    if number == signal.SIGKILL:
        return
    if run.returncode != 2 or "the batch was interrupted" not in said or "same command again" not in said:
        sys.exit("%s: status %d\n%s" % (name, run.returncode, said))
    if decks.faults(folder) or "verified" in str(decks.manifest(folder)):
        sys.exit("%s: the manifest is not true" % name)


def show():
    """What the terminal shows of the next run, which has nothing to make."""
    shown, status = terminal_reader.read(COMMAND)
    if status != 0:
        sys.exit("the next run: %r" % shown)
    return shown


for number in signal.SIGINT, signal.SIGTERM:
    end(number, False)
end(signal.SIGKILL, False)
end(signal.SIGINT, True)
shown = show()
if "0 made, 13 up to date" not in shown or "all is right" not in shown:
    sys.exit("what was not read back is not: %r" % shown)
for count in 0, 12:
    if not re.search(r"\r\033\[Kreading back %d/13 " % count, shown):
        sys.exit("%d/13 is not shown: %r" % (count, shown))
if not re.search(r"\r\033\[K13 files, .* all is right, [\d.]+ s", shown):
    sys.exit("the line is not taken back: %r" % shown)
