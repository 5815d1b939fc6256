"""What a batch wrote, as its tests look at it."""
import hashlib
import json
import os
import signal
import time


def manifest(folder):
    with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
        return json.load(file)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.md5(file.read()).hexdigest()


def is_whole(path):
    with open(path, "rb") as file:
        return file.read().endswith(b"%%EOF\n")


def has_nameless_files(folder):
    """Where the file system has none, a process that is killed leaves half a file."""
    try:
        os.close(os.open(folder, os.O_TMPFILE | os.O_WRONLY))
    except OSError:
        return False
    return True


def faults(folder):
    """Whatever happened before, the manifest tells of files as they are, and none is half."""
    found = []
    if not os.path.exists(os.path.join(folder, "manifest.json")):
        return found
    for unit in manifest(folder)["units"]:
        path = os.path.join(folder, unit["file"])
        if unit["result"] == "made" and not os.path.exists(path):
            found.append("%s: made, but not there" % path)
        elif unit["result"] == "made" and digest(path) != unit["md5"]:
            found.append("%s: another digest than the manifest's" % path)
        if len(set(unit.get("warnings", []))) < len(unit.get("warnings", [])):
            found.append("%s: a warning stands twice" % path)
        handout = unit.get("handout")
        if unit["result"] == "made" and handout and (
                digest(os.path.join(folder, handout["file"])) != handout["md5"]):
            found.append("%s: another digest than the manifest's" % handout["file"])
    is_strict = has_nameless_files(folder)
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        is_deck = name.endswith(".pdf") or (is_strict and name.startswith(".lysark-"))
        # Between its having a name and having the right one a file may be left, but whole.
        if is_deck and os.path.isfile(path) and not is_whole(path):
            with open(path, "rb") as file:
                if not file.read().startswith(b"{"):
                    found.append("%s: not whole" % path)
    return found


def results(folder):
    """How many units have which result."""
    counts = {}
    for unit in manifest(folder)["units"]:
        counts[unit["result"]] = counts.get(unit["result"], 0) + 1
    return counts


def descendants(parent):
    """Process ids below one, the eldest first."""
    below, all_of = {}, []
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open("/proc/%s/stat" % name, encoding="utf-8") as file:
                stat = file.read().rpartition(")")[2].split()
        except OSError:
            continue
        if stat[0] != "Z":
            below.setdefault(int(stat[1]), []).append(int(name))
    queue = [parent]
    while queue:
        children = sorted(below.get(queue.pop(0), []))
        all_of += children
        queue += children
    return all_of


def send(process, number):
    try:
        os.kill(process, number)
    except ProcessLookupError:
        pass


def wait_gone(processes, seconds=10):
    """What a batch that was killed had started ends too."""
    end = time.monotonic() + seconds
    while any(os.path.exists("/proc/%d" % process) for process in processes):
        if time.monotonic() > end:
            for process in processes:
                send(process, signal.SIGKILL)
            return False
        time.sleep(0.01)
    return True


if __name__ == "__main__":
    import sys
    for fault in faults(sys.argv[1]):
        sys.exit(fault)
