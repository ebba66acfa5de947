"""Sees what threads end with, which Python tells of and goes on."""

import os
import sys
import threading

MAKING = "_make_invoke_excepthook"
INVOKING = "_invoke_excepthook"


class Threads:
    """Those of one process. `died` is told of each exception that ends one, `missed` where that fails."""

    def __init__(self, died, missed):
        self.died = died
        self.missed = missed
        self.process = os.getpid()
        self.lock = threading.Lock()
        self.seeing = False

    def see(self):
        """From now on. The hook stays the program's: where that raises, each frame of ours would be in its traceback, so
        what calls it is called by ours, outside of what is caught there.
        """
        with self.lock:
            make = getattr(threading, MAKING, None)
            if self.seeing or make is None:
                return
            self.seeing = True
            setattr(threading, MAKING, lambda: self._telling(make()))
            for thread in threading.enumerate():
                invoke = getattr(thread, INVOKING, None)
                if invoke is not None:
                    setattr(thread, INVOKING, self._telling(invoke))

    def _telling(self, invoke):
        def telling(*args):
            # In a process that was forked the locks of the one before may be held forever.
            if os.getpid() == self.process:
                self._tell(sys.exc_info()[1])
            return invoke(*args)

        return telling

    def _tell(self, exception):
        try:
            if exception is not None:
                self.died(exception, "thread")
        except Exception:
            self.missed()
