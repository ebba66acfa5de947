"""Where in the program something is done: its frames, without those of the observer."""

import os
import sys

MOST_FRAMES = 40
DEEPEST = 200
MOST_LINES = 2000
LONGEST_LINE = 300
OBSERVER = os.path.dirname(__file__) + os.sep


class Places:
    def __init__(self):
        self.lines = {}

    def stack(self, frame, trace=None):
        """The frames from the outermost to this one: file, line and function.

        With a traceback, the frames from the outermost to that where the exception was raised.
        """
        frames = []
        if trace is not None:
            frame = trace.tb_frame.f_back
            while trace is not None and len(frames) < DEEPEST:
                _add(frames, trace.tb_frame.f_code, trace.tb_lineno)
                trace = trace.tb_next
            frames.reverse()
        while frame is not None and len(frames) < DEEPEST:
            _add(frames, frame.f_code, frame.f_lineno)
            frame = frame.f_back
        return frames[:MOST_FRAMES][::-1]

    def with_lines(self, frames, hide):
        """The same frames, each with its line's text, of which what is secret is hidden."""
        return [[*frame, hide(self.line(frame[0], frame[1]))] for frame in frames]

    def of_program(self, stack):
        """The innermost frame of the program itself; where it has none, the innermost of all."""
        return self.in_program(stack) or (stack[-1][:3] if stack else [])

    def in_program(self, stack):
        """The innermost frame of the program itself; nothing where it has none, as in a thread of a pool."""
        for frame in reversed(stack):
            file = frame[0]
            if "site-packages" not in file and "dist-packages" not in file and not file.startswith(sys.base_prefix + os.sep):
                return frame[:3]
        return []

    def line(self, file, number):
        """The text of a line; empty where the file does not tell."""
        key = (file, number)
        text = self.lines.get(key)
        if text is None:
            if len(self.lines) > MOST_LINES:
                self.lines.clear()
            self.lines[key] = text = _read(file, number)[:LONGEST_LINE]
        return text


def _add(frames, code, line):
    file = code.co_filename
    if not file.startswith(OBSERVER) and not file.startswith("<frozen "):
        frames.append([file, line or 0, code.co_name])


def _read(file, number):
    if not file.startswith("<"):
        try:
            with open(file, "rb") as lines:
                for at, line in enumerate(lines, 1):
                    if at == number:
                        return line.decode("utf-8", "replace").strip()
        except OSError:
            pass
    return ""
