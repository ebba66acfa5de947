"""Runs a command in a session of its own, with or without a terminal, and prints what came of it.

    terminal.py {terminal|none} TYPED COMMAND...

With a terminal, TYPED and a line's end are typed as soon as a line is asked for: one that ends in
``: ``. Standard input is empty and standard output a pipe in both cases, so that only the terminal
itself can have asked. Prints JSON: the exit code, what was written to standard output and standard
error, what the terminal showed, and whether it shows what is typed in the end.
"""

import fcntl
import json
import os
import pty
import select
import subprocess
import sys
import termios
import time


def run(typed, command):
    master, slave = pty.openpty()

    def own_terminal():
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=own_terminal,
        pass_fds=(slave,),
    )
    screen = b""
    silent = True
    end = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end:
        if select.select([master], [], [], 0.05)[0]:
            screen += os.read(master, 4096)
            if screen.endswith(b": "):
                silent = silent and not termios.tcgetattr(slave)[3] & termios.ECHO
                os.write(master, typed.encode() + b"\n")
    while select.select([master], [], [], 0.05)[0]:
        screen += os.read(master, 4096)
    shows = bool(termios.tcgetattr(slave)[3] & termios.ECHO)
    return process, screen.decode(), silent, shows


def main():
    kind, typed, *command = sys.argv[1:]
    if kind == "terminal":
        process, screen, silent, shows = run(typed, command)
        out, err = process.communicate(timeout=60)
        code = process.returncode
    else:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, start_new_session=True
        )
        out, err, code, screen, silent, shows = done.stdout, done.stderr, done.returncode, "", True, True
    print(
        json.dumps(
            {
                "code": code,
                "out": out.decode(),
                "err": err.decode(),
                "screen": screen,
                "silent": silent,
                "shows": shows,
            }
        )
    )


main()
