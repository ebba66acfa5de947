"""The place in which a call fails: own home folder, own environment, own server, no network."""

import atexit
import functools
import io
import logging
import os
import pathlib
import shutil
import socket
import tempfile
import time
from contextlib import redirect_stderr
from typing import NamedTuple

# Example values of AWS's documentation; they open nothing.
KEYS = {
    "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
    "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
}
REGION = "eu-central-1"

_getaddrinfo = socket.getaddrinfo


def only_loopback(host, *args, **kwargs):
    """Name resolution of a machine without a network."""
    if host in ("127.0.0.1", "localhost"):
        return _getaddrinfo(host, *args, **kwargs)
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def seal():
    """Cuts this process from the caller's settings, from the network and from waiting."""
    for name in list(os.environ):
        if name.upper().startswith(("AWS_", "BOTO")) or name.lower().endswith("_proxy"):
            del os.environ[name]
    home = tempfile.mkdtemp(prefix="failing-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ["HOME"] = home  # before botocore is imported, which looks at it then
    socket.getaddrinfo = only_loopback
    time.sleep = lambda seconds: None


def remember_models():
    """Reads each of botocore's files once for all sessions; they are never changed once loaded."""
    import botocore.loaders

    loader = botocore.loaders.JSONFileLoader
    from_disk = loader.load_file
    once = functools.cache(lambda path: from_disk(loader(), path))
    loader.load_file = lambda self, path: once(path)


class Request(NamedTuple):
    """A request that botocore was about to make."""

    operation: str
    url: str
    region: str


class Requests(logging.Handler):
    """Keeps the requests that botocore logs, as the values that it logs them from."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.made = []

    def emit(self, record):
        if record.name == "botocore.endpoint" and record.msg.startswith("Making request for"):
            operation, request = record.args
            region = request["context"].get("client_region")
            self.made.append(Request(operation.name, request["url"], region))


class World:
    """One failing program's surroundings. Used as a context manager."""

    def __init__(self, server):
        self.server = server
        self.log = ""

    def __enter__(self):
        import boto3

        self._environment = dict(os.environ)
        self.home = pathlib.Path(os.environ["HOME"])
        os.environ.update(KEYS)
        self.set(
            AWS_DEFAULT_REGION=REGION,
            AWS_EC2_METADATA_DISABLED="true",
            AWS_ENDPOINT_URL=self.server.url,
        )
        self.server.answer()
        boto3.DEFAULT_SESSION = None
        return self

    def __exit__(self, *error):
        os.environ.clear()
        os.environ.update(self._environment)
        self.server.answer()
        for left in self.home.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()

    def set(self, **variables):
        """Sets environment variables; None removes one."""
        for name, value in variables.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value

    def without_credentials(self):
        self.set(**dict.fromkeys(KEYS))

    def at_aws(self):
        """Lets calls go to the endpoints of AWS, which no name service of this process knows."""
        self.set(AWS_ENDPOINT_URL=None)

    def file(self, path, text):
        target = self.home / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        return str(target)

    def config(self, text):
        self.file(".aws/config", text)

    def failure(self, program):
        """Runs the program with debug logging on; returns what it raised, and keeps the log."""
        import boto3

        root = logging.getLogger()
        before = list(root.handlers), root.level
        written = io.StringIO()
        requests = Requests()
        with redirect_stderr(written):
            boto3.set_stream_logger("")
            root.addHandler(requests)
            try:
                program(self)
            except Exception as error:  # a failure is what is wanted here, of any class
                return error
            finally:
                root.handlers[:], level = before
                root.setLevel(level)
                self.log = written.getvalue()
                self.requests = requests.made
        return None
