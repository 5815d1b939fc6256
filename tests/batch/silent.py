"""Ends a batch whose makers say nothing, because somebody stopped them: at once.

    silent.py LYSARK LAYOUT FOLDER
"""
import os
import shutil
import signal
import subprocess
import sys
import time

import folder as decks

lysark, layout, folder = sys.argv[1:4]


def is_maker(process):
    """Not yet before its exec: a batch waits for that."""
    with open("/proc/%d/cmdline" % process, "rb") as file:
        return file.read().split(b"\0")[1:2] == [b"worker"]


shutil.rmtree(folder, ignore_errors=True)
batch = subprocess.Popen([lysark, "batch", layout, "--no-verify", "-o", folder, "--jobs", "2"],
                         stderr=subprocess.PIPE, text=True)
makers = []
while len(makers) < 2 and batch.poll() is None:
    makers = [process for process in decks.descendants(batch.pid) if is_maker(process)][:2]
for maker in makers:
    decks.send(maker, signal.SIGSTOP)
while not os.path.exists(os.path.join(folder, "manifest.json")) and batch.poll() is None:
    time.sleep(0.01)
time.sleep(0.2)
start = time.monotonic()
decks.send(batch.pid, signal.SIGINT)
_, said = batch.communicate(timeout=30)
took = time.monotonic() - start
if batch.returncode != 2 or "the batch was interrupted" not in said:
    sys.exit("status %d: %s" % (batch.returncode, said))
if took > 1:
    sys.exit("it took %.1f s to end" % took)
if decks.faults(folder) or not decks.wait_gone(makers):
    sys.exit("%s; makers %s" % (decks.faults(folder), makers))
print("%.0f ms" % (took * 1000))
