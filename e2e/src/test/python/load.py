"""Real botocore clients against a server that limits the rate.

usage: load.py SECONDS. One JSON object a line for each mode and load: calls, failed, requests.
"""
import http.server
import json
import os
import socketserver
import sys
import threading
import time

for name in [n for n in os.environ if n.startswith('AWS_')]:
    del os.environ[name]
os.environ.update(AWS_EC2_METADATA_DISABLED='true', AWS_CONFIG_FILE='/nonexistent/config',
                  AWS_SHARED_CREDENTIALS_FILE='/nonexistent/credentials')

import botocore.session  # noqa: E402
from botocore.config import Config  # noqa: E402

LATENCY = 0.1
LOADS = [(4, 60), (16, 40), (24, 20)]


class Bucket:
    def __init__(self, limit):
        self.limit, self.tokens, self.at, self.lock = limit, float(limit), time.monotonic(), threading.Lock()

    def take(self):
        with self.lock:
            now = time.monotonic()
            self.tokens = min(self.limit, self.tokens + (now - self.at) * self.limit)
            self.at = now
            if self.tokens < 1:
                return False
            self.tokens -= 1
            return True


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 100


class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    wbufsize = -1
    disable_nagle_algorithm = True
    bucket = Bucket(1)

    def log_message(self, *args):
        pass

    def do_POST(self):
        self.rfile.read(int(self.headers.get('Content-Length') or 0))
        time.sleep(LATENCY / 2)
        served = Answers.bucket.take()
        time.sleep(LATENCY / 2)
        body = b'{}' if served else b'{"__type": "ThrottlingException", "message": "too many"}'
        self.send_response(200 if served else 400)
        self.send_header('Content-Type', 'application/x-amz-json-1.1')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def run(mode, clients, limit, seconds):
    session = botocore.session.Session()
    ended, lock, start = [], threading.Lock(), threading.Barrier(clients + 1)
    made = [session.create_client(
        'logs', region_name='us-east-1', endpoint_url=url, aws_access_key_id='a',
        aws_secret_access_key='b', config=Config(retries={'mode': mode})) for _ in range(clients)]

    def calls(client):
        start.wait()
        while time.monotonic() < end[0]:
            try:
                metadata, failed = client.describe_log_groups()['ResponseMetadata'], 0
            except client.exceptions.ClientError as error:
                metadata, failed = error.response['ResponseMetadata'], 1
            if time.monotonic() < end[0]:
                with lock:
                    ended.append((failed, metadata['RetryAttempts'] + 1))

    end = [0.0]
    threads = [threading.Thread(target=calls, args=(client,)) for client in made]
    for thread in threads:
        thread.start()
    Answers.bucket = Bucket(limit)
    end[0] = time.monotonic() + seconds
    start.wait()
    for thread in threads:
        thread.join()
    return {'mode': mode, 'clients': clients, 'limit': limit, 'calls': len(ended),
            'failed': sum(f for f, _ in ended), 'requests': sum(n for _, n in ended)}


server = Server(('127.0.0.1', 0), Answers)
url = f'http://127.0.0.1:{server.server_port}'
threading.Thread(target=server.serve_forever, daemon=True).start()
for mode in ('legacy', 'standard', 'adaptive'):
    for clients, limit in LOADS:
        print(json.dumps(run(mode, clients, limit, float(sys.argv[1]))), flush=True)
server.shutdown()
