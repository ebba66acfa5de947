"""Uses all that `awsleuth run` has to leave as it is: standard input, bytes of any kind, both outputs, threads,
processes of each kind, signals, debug logs, the program's own sitecustomize and the exit code."""

import hashlib
import http.server
import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_):
        pass


def client(url):
    import boto3

    keys = {"aws_access_key_id": "AKIAIOSFODNN7EXAMPLE", "aws_secret_access_key": "s"}
    return boto3.client("sqs", region_name="eu-west-1", endpoint_url=url, **keys)


def calls(url, number):
    sqs = client(url)
    for _ in range(number):
        sqs.list_queues()


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = "http://127.0.0.1:%d" % server.server_address[1]
    sys.stdout.buffer.write(bytes(range(256)))
    sys.stdout.flush()
    sys.stderr.buffer.write(b"\xff\x00err\r\n\x1b[31m")
    sys.stderr.flush()
    data = sys.stdin.buffer.read()
    mark = getattr(sys.modules.get("sitecustomize"), "MARK", None)
    print(len(data), hashlib.sha256(data).hexdigest(), mark, len(sys.path), sys.argv[1:], flush=True)
    threads = [threading.Thread(target=calls, args=(url, 5)) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    for how in ("fork", "spawn"):
        process = multiprocessing.get_context(how).Process(target=calls, args=(url, 3))
        process.start()
        process.join()
        print(how, process.exitcode, flush=True)
    code = "import run_program; run_program.calls(%r, 2)" % url
    folder = os.path.dirname(os.path.abspath(__file__))
    print(subprocess.call([sys.executable, "-B", "-c", code], cwd=folder), flush=True)
    got = []
    for s in (signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1):
        signal.signal(s, lambda number, _: got.append(number))
        os.kill(os.getpid(), s)
        time.sleep(0.05)
    print(got, signal.getsignal(signal.SIGINT) is signal.default_int_handler, flush=True)
    print(signal.getsignal(signal.SIGPIPE), signal.pthread_sigmask(0, []), flush=True)
    child = os.fork()
    if child == 0:
        calls(url, 1)
        os._exit(7)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    logging.basicConfig(level=logging.DEBUG, format="%(name)s %(levelname)s %(funcName)s", stream=sys.stdout)
    logging.getLogger("urllib3").setLevel(logging.WARNING)
    calls(url, 1)
    sys.stdout.flush()
    if sys.argv[1] == "signal":
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTERM)
    sys.exit(int(sys.argv[1]))


if __name__ == "__main__":
    main()
