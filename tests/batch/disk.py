"""A disk that becomes full in the middle of a batch, and a limit to the size of files.

    disk.py LYSARK LAYOUT REFERENCE FOLDER

Decks that fit are whole, the others are reported; with room, the next run makes what is missing.
Without the right to mount a file system of its own the test is made with the limit only.
"""
import os
import resource
import shutil
import subprocess
import sys

import folder as decks

lysark, layout, reference, folder = sys.argv[1:5]


def batch(limit=None):
    def lower():
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    run = subprocess.run([lysark, "batch", layout, "--no-verify", "-o", folder, "--jobs", "2"],
                         stderr=subprocess.PIPE, text=True, check=False, preexec_fn=lower)
    faults = decks.faults(folder)
    if faults:
        sys.exit("%s\n%s" % (faults[0], run.stderr))
    return run


def check(name, limit, message, wanted, make_room):
    run = batch(limit)
    counts = decks.results(folder)
    if run.returncode not in (1, 2) or message not in run.stderr:
        sys.exit("%s: status %d\n%s" % (name, run.returncode, run.stderr))
    before = counts.get("made", 0)
    if counts.get("skipped") != 1 or before not in wanted:
        sys.exit("%s: %s\n%s" % (name, counts, run.stderr))
    make_room()
    run = batch()
    if run.returncode != 0 or "%d up to date" % before not in run.stderr:
        sys.exit("%s, the next run: status %d\n%s" % (name, run.returncode, run.stderr))
    for file in os.listdir(reference):
        if file.endswith(".pdf") and decks.digest(os.path.join(folder, file)) != decks.digest(
                os.path.join(reference, file)):
            sys.exit("%s: %s is not as it should be" % (name, file))


def main():
    sizes = sorted(os.path.getsize(os.path.join(reference, name))
                   for name in os.listdir(reference) if name.endswith(".pdf"))
    if "--mounted" in sys.argv:
        room = sum(sizes) // 2 // 1024
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%dk" % room, "none", folder], check=True)
        check("full disk", None, "No space left on device", range(1, 13), lambda: subprocess.run(
            ["mount", "-o", "remount,size=100m", folder], check=True))
        return
    os.makedirs(folder)
    check("file size", sizes[0] // 2, "File too large", [0], lambda: None)
    shutil.rmtree(folder)
    os.makedirs(folder)
    inside = ["unshare", "--user", "--map-root-user", "--mount"]
    if subprocess.run(inside + ["true"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
        print("no file system of its own: the full disk was left out")
        return
    sys.exit(subprocess.run(inside + [sys.executable] + sys.argv + ["--mounted"],
                            check=False).returncode)


main()
