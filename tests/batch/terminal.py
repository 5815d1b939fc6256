"""What a batch shows on a terminal: one line, taken back and written anew.

    terminal.py LYSARK LAYOUT FOLDER
"""
import re
import sys

import terminal_reader

lysark, layout, folder = sys.argv[1:4]
COLUMNS = 34

shown, _ = terminal_reader.read(
    [lysark, "batch", layout, "--no-verify", "-o", folder, "--jobs", "1"], COLUMNS)
lines = re.split("\r\033\\[K", shown.rstrip("\r\n"))
if lines[0] != "" or "\n" in "".join(lines[:-1]):
    sys.exit("the line is not taken back: %r" % shown)
if "made" not in lines[-1]:
    sys.exit("no sum at the end: %r" % shown)
steps = lines[1:-2]
for line in steps[1:]:
    if not re.fullmatch(r"\d+/\d+ .* \(0 failed, \d+:\d\d left\)", line):
        sys.exit("no count, unit, failures and time left: %r" % line)
    if len(line) >= COLUMNS:
        sys.exit("wider than the terminal: %r" % line)
if not re.fullmatch(r"0/\d+ \S.*", steps[0]):
    sys.exit("the first unit is not shown while it is made: %r" % steps[0])
