"""Lets awsleuth watch the AWS calls of this program, then makes way for the program's own sitecustomize.

Nothing is imported that a program without botocore would not import by itself. Whatever fails here is swallowed.
"""

import os
import sys


class _Looker:
    """Is asked for every module that is imported, finds none, and sees when botocore is there."""

    def __init__(self, folder):
        self.folder = folder
        self.waits = True
        self.sought = False

    def find_spec(self, name, path=None, target=None):
        if name in ("boto3", "botocore") and not self.sought:
            self.sought = True
            import atexit

            atexit.register(self.lacking)
        if self.waits and "botocore." in name:
            try:
                self.look()
            except Exception:
                self.waits = False
        return None

    def look(self):
        # Version 2 of the AWS CLI has a botocore of its own.
        for package in ("botocore", "awscli.botocore"):
            handlers = sys.modules.get(package + ".handlers")
            if handlers is None or not hasattr(handlers, "BUILTIN_HANDLERS"):
                continue
            if not getattr(handlers.__spec__, "_initializing", False):
                self.waits = False
                self.observer().watch(package, handlers)

    def lacking(self):
        """Tells where the program ended since there is no boto3: there is nothing to observe then."""
        died = getattr(sys, "last_value", None)
        name = getattr(died, "name", None)
        if isinstance(died, ImportError) and name in ("boto3", "botocore") and str(died) == "No module named %r" % name:
            text = "Traceback (most recent call last):\\nModuleNotFoundError: No module named '%s'\\n" % name
            try:
                _write('{"kind": "died", "pid": %d, "numbers": [], "text": "%s"}\n' % (os.getpid(), text))
            except Exception:
                pass

    def observer(self):
        from importlib.util import module_from_spec, spec_from_file_location

        file = os.path.join(self.folder, "awsleuth_observer.py")
        spec = spec_from_file_location("awsleuth_observer", file)
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        return module


def _write(line):
    file = os.open(os.environ["AWSLEUTH_RECORD"], os.O_WRONLY | os.O_APPEND)
    try:
        os.write(file, line.encode("ascii"))
    finally:
        os.close(file)


def _begin():
    folder = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if entry != folder]
    sys.path_importer_cache.pop(folder, None)
    record = os.environ.get("AWSLEUTH_RECORD", "")
    if record:
        version = ".".join(str(n) for n in sys.version_info[:3])
        line = '{"kind": "process", "pid": %d, "parent": %d, "python": "%s", "ends": true}\n'
        _write(line % (os.getpid(), os.getppid(), version))
        sys.meta_path.insert(0, _Looker(folder))


try:
    _begin()
except Exception:
    pass
# The program's own takes this module's place; where it has none, this one ends as one that is not there.
sys.modules.pop("sitecustomize", None)
import sitecustomize  # noqa: E402, F401
