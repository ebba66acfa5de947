"""Says each signal that it gets, `count`, until its standard input ends; `die`: has them do what they do; `ignored`: says which it
ignores. For `awsleuth run`."""

import os
import signal
import sys

NAMES = "QUIT WINCH CONT ALRM USR1 USR2 HUP INT TERM PROF".split()


def said(number, _frame):
    os.write(1, signal.Signals(number).name.encode() + b"\n")


def main():
    if sys.argv[1] == "ignored":
        names = [s.name for s in sorted(signal.Signals, key=lambda s: s.name) if signal.getsignal(s) is signal.SIG_IGN]
        print(*(name for name in names if name not in ("SIGPIPE", "SIGXFSZ")))
        return
    if sys.argv[1] == "count":
        for name in NAMES:
            signal.signal(getattr(signal, "SIG" + name), said)
    os.write(1, b"ready\n")
    sys.stdin.buffer.read()
    os.write(1, b"end\n")
    sys.exit(7)


if __name__ == "__main__":
    main()
