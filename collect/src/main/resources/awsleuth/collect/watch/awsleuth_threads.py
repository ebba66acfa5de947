"""Sees what threads end with, which Python tells of and goes on."""

import os
import threading


class Threads:
    """Those of one process. `died` is told of each exception that ends one, `missed` where that fails."""

    def __init__(self, died, missed):
        self.died = died
        self.missed = missed
        self.process = os.getpid()
        self.lock = threading.Lock()
        self.local = threading.local()

    def see(self):
        """From now on; anew where the program has put a hook of its own in the place, which is called as before."""
        with self.lock:
            told = getattr(threading, "excepthook", None)
            if told is None or getattr(told, "awsleuth", None) is self:
                return
            if getattr(told, "awsleuth", None) is not None:
                told = told.told  # of the process that this one was forked from

            def excepthook(args):
                # Called by the program's hook, which was called by ours; or in a process that was forked, where
                # the locks of the one before may be held forever.
                if getattr(self.local, "telling", False) or os.getpid() != self.process:
                    return told(args)
                self.local.telling = True
                try:
                    self._tell(args)
                    return told(args)
                finally:
                    self.local.telling = False

            excepthook.awsleuth = self
            excepthook.told = told
            threading.excepthook = excepthook

    def _tell(self, args):
        try:
            if args.exc_value is not None:
                self.died(args.exc_value, "thread")
        except Exception:
            self.missed()
