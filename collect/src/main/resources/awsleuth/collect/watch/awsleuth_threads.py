"""Sees what threads end with, which Python tells of and goes on."""

import threading


class Threads:
    """Those of one process. `died` is told of each exception that ends one, `missed` where that fails."""

    def __init__(self, died, missed):
        self.died = died
        self.missed = missed
        self.lock = threading.Lock()
        self.local = threading.local()

    def see(self):
        """From now on; anew where the program has put a hook of its own in the place, which is called as before."""
        with self.lock:
            told = getattr(threading, "excepthook", None)
            if told is None or getattr(told, "awsleuth", None) is self:
                return

            def excepthook(args):
                if getattr(self.local, "telling", False):
                    return told(args)  # called by the program's hook, which was called by ours
                self.local.telling = True
                try:
                    self._tell(args)
                    return told(args)
                finally:
                    self.local.telling = False

            excepthook.awsleuth = self
            threading.excepthook = excepthook

    def _tell(self, args):
        try:
            if args.exc_value is not None:
                self.died(args.exc_value, "thread")
        except Exception:
            self.missed()
