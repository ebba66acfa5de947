"""An HTTP server on 127.0.0.1 that answers as it is told: rightly, wrongly, late or not at all."""

import http.client
import socket
import ssl
import struct
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Reply:
    """What the server does with one request.

    then: "go on" keeps the connection, "close" ends it, "reset" cuts it, "stall" leaves it open and silent.
    length: the Content-Length to claim, where it is not the body's.
    raw: bytes to send instead of an HTTP answer.
    """

    status: int = 200
    headers: dict = field(default_factory=dict)
    body: bytes = b""
    length: int | None = None
    then: str = "go on"
    raw: bytes | None = None


CLOSED = Reply(raw=b"", then="close")
RESET = Reply(raw=b"", then="reset")
STALLED = Reply(raw=b"", then="stall")
GARBAGE = Reply(raw=b"220 mail.example.com ESMTP ready\r\n", then="close")


class Loopback:
    """Gives its replies in turn; the last one repeats."""

    def __init__(self, tls=None):
        self.replies = [Reply()]
        self.released = threading.Event()
        self._turn = 0
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._server.handle_error = lambda request, address: None
        scheme = "http"
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
            scheme = "https"
        self.port = self._server.server_address[1]
        self.url = f"{scheme}://127.0.0.1:{self.port}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def answer(self, *replies):
        with self._lock:
            self.replies = list(replies) or [Reply()]
            self._turn = 0
        self.released.set()
        self.released = threading.Event()

    def next_reply(self):
        with self._lock:
            reply = self.replies[min(self._turn, len(self.replies) - 1)]
            self._turn += 1
            return reply

    def close(self):
        self.released.set()
        self._server.shutdown()
        self._server.server_close()

    def _handler(server):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *args):
                pass

            def handle_any(self):
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                released = server.released
                reply = server.next_reply()
                self.wfile.write(as_bytes(reply, self.command) if reply.raw is None else reply.raw)
                self.wfile.flush()
                if reply.then == "stall":
                    released.wait(20)
                if reply.then == "reset":
                    self.connection.setsockopt(
                        socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
                    )
                    self.connection.close()
                self.close_connection = reply.then != "go on"

            do_GET = do_PUT = do_POST = do_HEAD = do_DELETE = do_PATCH = do_CONNECT = handle_any

        return Handler


def as_bytes(reply, method):
    headers = {"Content-Length": len(reply.body) if reply.length is None else reply.length}
    headers.update(reply.headers)
    if "Transfer-Encoding" in headers:
        del headers["Content-Length"]
    reason = http.client.responses.get(reply.status, "Unknown")
    head = [f"HTTP/1.1 {reply.status} {reason}"] + [f"{k}: {v}" for k, v in headers.items()]
    body = b"" if method == "HEAD" else reply.body
    return "\r\n".join(head + ["", ""]).encode("latin-1") + body


class Full:
    """A port whose queue of connections is full, so that a further one waits for ever."""

    def __init__(self):
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=0)
        self.port = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._waiting = []
        for _ in range(4):
            waiting = socket.socket()
            waiting.setblocking(False)
            waiting.connect_ex(("127.0.0.1", self.port))
            self._waiting.append(waiting)

    def close(self):
        for s in [*self._waiting, self._listener]:
            s.close()


def free_port():
    """A port of 127.0.0.1 on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as s:
        return s.getsockname()[1]


def self_signed(folder):
    """Writes a certificate that nobody trusts; returns the paths of certificate and key."""
    import datetime

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "intercepting.example.com")])
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(pem))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return folder / "certificate.pem", folder / "key.pem"
