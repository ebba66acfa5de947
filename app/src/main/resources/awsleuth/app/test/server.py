"""@@DOC@@"""

import datetime
import http.server
import json
import os
import threading
import time
from decimal import Decimal
from xml.sax.saxutils import escape

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

SERVICE = @@SERVICE@@
METHOD = @@METHOD@@
OPERATION = @@OPERATION@@
REGION = @@REGION@@
PARAMETERS = @@PARAMETERS@@
CODE = @@CODE@@
MESSAGE = @@MESSAGE@@
# What the server does, request by request; what follows is answered well.
SCRIPT = @@SCRIPT@@


# ---- the code under test: @@STATE@@ ----
@@PLACE@@
# ---- the end of the code under test ----


@@MACHINE@@

def refusal(protocol):
    """The body of an error in the service's protocol."""
    if protocol in ("json", "rest-json"):
        return json.dumps({"__type": CODE, "code": CODE, "message": MESSAGE}).encode()
    said = escape("".join(c for c in MESSAGE if c.isprintable()))
    error = f"<Error><Code>{escape(CODE)}</Code><Message>{said}</Message></Error>"
    if protocol == "rest-xml" and SERVICE in ("s3", "s3control"):
        return error.encode()
    if protocol == "ec2":
        return f"<Response><Errors>{error}</Errors><RequestID>1</RequestID></Response>".encode()
    return f"<ErrorResponse>{error}<RequestId>1</RequestId></ErrorResponse>".encode()


def success(protocol):
    """The body of an answer in which nothing is told."""
    if protocol in ("json", "rest-json"):
        return b"{}"
    return f"<Response><{OPERATION}Result/></Response>".encode() if SERVICE != "s3" else b""


class Scripted(http.server.BaseHTTPRequestHandler):
    """Answers as the script says; `server` counts the requests."""

    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        number = self.server.requests
        self.server.requests += 1
        step = SCRIPT[number] if number < len(SCRIPT) else ("answer",)
        if step[0] == "close":
            self.close_connection = True
            return
        if step[0] == "slow":
            self.server.stopped.wait(step[1])
        if step[0] == "short":
            self.send(200, b"half of it", length=1000)
            self.close_connection = True
        elif step[0] == "refuse":
            self.send(step[1], refusal(self.server.protocol))
        else:
            self.send(200, success(self.server.protocol))

    def send(self, status, body, length=None):
        self.send_response(status)
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            pass

    def log_message(self, *_):
        pass

    do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = answer

    def do_HEAD(self):
        self.answer()


@pytest.fixture
def server():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Scripted)
    server.daemon_threads = True
    server.requests = 0
    server.stopped = threading.Event()
    model = boto3.client(SERVICE, region_name=REGION).meta.service_model
    server.protocol = getattr(model, "resolved_protocol", None) or model.metadata["protocol"]
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.stopped.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def client(server, monkeypatch):
    """A client of that server with the settings under test; it does not wait between attempts."""
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    monkeypatch.setattr("botocore.retries.bucket.TokenBucket.acquire", lambda *_, **__: True)
    url = f"http://127.0.0.1:{server.server_port}"
    return boto3.client(SERVICE, region_name=REGION, endpoint_url=url, config=CONFIG)


@@WANTED@@
