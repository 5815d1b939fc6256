"""What a command shows on a terminal."""
import fcntl
import os
import pty
import struct
import termios


def read(command, columns=80):
    """All of it, and the exit status."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    shown = b""
    while True:
        try:
            block = os.read(terminal, 4096)
        except OSError:
            break
        if not block:
            break
        shown += block
    return shown.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
