"""Real botocore clients that share a limit of calls a second.

usage: load.py SECONDS clock|server. One JSON object a line for each mode and load: calls, failed,
requests. With "server" the clients call one on the loopback and time passes; with "clock" they
get the same answers at once and time is counted: the client's sleeps and the server's latency
move the clock, one client at a time, so that no machine is too slow.
"""
import heapq
import http.server
import io
import itertools
import json
import os
import random
import socketserver
import sys
import threading
import time

for name in [n for n in os.environ if n.startswith('AWS_')]:
    del os.environ[name]
os.environ.update(AWS_EC2_METADATA_DISABLED='true', AWS_CONFIG_FILE='/nonexistent/config',
                  AWS_SHARED_CREDENTIALS_FILE='/nonexistent/credentials')

import botocore.awsrequest  # noqa: E402
import botocore.retries.bucket  # noqa: E402
import botocore.session  # noqa: E402
from botocore.config import Config  # noqa: E402

LATENCY = 0.1
LOADS = [(4, 60), (16, 40), (24, 20)]
SERVED = 200, b'{}'
THROTTLED = 400, b'{"__type": "ThrottlingException", "message": "too many"}'


class Bucket:
    def __init__(self, limit, now):
        self.limit, self.tokens, self.now, self.at = limit, float(limit), now, now()
        self.lock = threading.Lock()

    def take(self):
        with self.lock:
            now = self.now()
            self.tokens = min(self.limit, self.tokens + (now - self.at) * self.limit)
            self.at = now
            if self.tokens < 1:
                return THROTTLED
            self.tokens -= 1
            return SERVED


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 100


class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    wbufsize = -1
    disable_nagle_algorithm = True
    bucket = None

    def log_message(self, *args):
        pass

    def do_POST(self):
        self.rfile.read(int(self.headers.get('Content-Length') or 0))
        time.sleep(LATENCY / 2)
        status, body = Answers.bucket.take()
        time.sleep(LATENCY / 2)
        self.send_response(status)
        self.send_header('Content-Type', 'application/x-amz-json-1.1')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class RealTime:
    """Clients in threads, which call a server on the loopback."""

    def __init__(self):
        server = Server(('127.0.0.1', 0), Answers)
        self.url = f'http://127.0.0.1:{server.server_port}'
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def now(self):
        return time.monotonic()

    def connect(self, client):
        pass

    def serve(self, bucket):
        Answers.bucket = bucket

    def run(self, jobs):
        threads = [threading.Thread(target=job) for job in jobs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


class CountedTime:
    """Clients in threads of which one runs at a time; whoever sleeps gives way to the next."""

    url = 'http://127.0.0.1:9'
    # Less than any latency or delay, more than a float's last place: a wait always moves the clock.
    LEAST = 1e-6

    def __init__(self):
        self.clock, self.turns, self.order = 1000.0, [], itertools.count()
        time.sleep = self.sleep
        time.time = self.now
        botocore.retries.bucket.threading = self

    def now(self):
        return self.clock

    def sleep(self, seconds):
        turn = threading.Semaphore(0)
        heapq.heappush(self.turns, (self.clock + max(seconds, self.LEAST), next(self.order), turn))
        self.give_way()
        turn.acquire()

    def give_way(self):
        if self.turns:
            self.clock, _, turn = heapq.heappop(self.turns)
            turn.release()
        else:
            self.done.release()

    # What botocore.retries.bucket takes from threading. Nobody else holds the bucket of a client.
    Lock = staticmethod(threading.Lock)

    def Condition(self, lock):
        condition = threading.Condition(lock)
        condition.wait = self.sleep
        return condition

    def connect(self, client):
        client.meta.events.register('before-send', self.answer)

    def serve(self, bucket):
        self.bucket = bucket

    def answer(self, request, **kwargs):
        self.sleep(LATENCY / 2)
        status, body = self.bucket.take()
        self.sleep(LATENCY / 2)
        response = botocore.awsrequest.AWSResponse(
            request.url, status, {'Content-Type': 'application/x-amz-json-1.1'}, io.BytesIO(body))
        response._content = body
        return response

    def run(self, jobs):
        self.done = threading.Semaphore(0)

        def taking_turns(job, turn):
            turn.acquire()
            job()
            self.give_way()

        for job in jobs:
            turn = threading.Semaphore(0)
            heapq.heappush(self.turns, (self.clock, next(self.order), turn))
            threading.Thread(target=taking_turns, args=(job, turn), daemon=True).start()
        self.give_way()
        self.done.acquire()


def run(time_of, mode, clients, limit, seconds):
    session = botocore.session.Session()
    ended, lock, end = [], threading.Lock(), [0.0]

    def job(client):
        def calls():
            while time_of.now() < end[0]:
                try:
                    metadata, failed = client.describe_log_groups()['ResponseMetadata'], 0
                except client.exceptions.ClientError as error:
                    metadata, failed = error.response['ResponseMetadata'], 1
                if time_of.now() < end[0]:
                    with lock:
                        ended.append((failed, metadata['RetryAttempts'] + 1))
        return calls

    jobs = []
    for _ in range(clients):
        client = session.create_client(
            'logs', region_name='us-east-1', endpoint_url=time_of.url, aws_access_key_id='a',
            aws_secret_access_key='b', config=Config(retries={'mode': mode}))
        time_of.connect(client)
        jobs.append(job(client))
    time_of.serve(Bucket(limit, time_of.now))
    end[0] = time_of.now() + seconds
    time_of.run(jobs)
    return {'mode': mode, 'clients': clients, 'limit': limit, 'calls': len(ended),
            'failed': sum(f for f, _ in ended), 'requests': sum(n for _, n in ended)}


random.seed(1)
how = {'clock': CountedTime, 'server': RealTime}[sys.argv[2]]()
for mode in ('legacy', 'standard', 'adaptive'):
    for clients, limit in LOADS:
        print(json.dumps(run(how, mode, clients, limit, float(sys.argv[1]))), flush=True)
