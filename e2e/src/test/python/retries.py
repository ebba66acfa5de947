"""Calls of real botocore clients to a server that answers as a script says.

usage: retries.py SEED COUNT. One JSON object a line: the script, and what became of the call.
Nothing sleeps: the waits and the random numbers are noted down.
"""
import http.server
import json
import os
import random
import socketserver
import struct
import socket
import sys
import threading
import types

for name in [n for n in os.environ if n.startswith('AWS_')]:
    del os.environ[name]
os.environ.update(AWS_EC2_METADATA_DISABLED='true', AWS_CONFIG_FILE='/nonexistent/config',
                  AWS_SHARED_CREDENTIALS_FILE='/nonexistent/credentials')

import botocore.endpoint  # noqa: E402
import botocore.retries.bucket as bucket  # noqa: E402
import botocore.retries.standard as standard  # noqa: E402
import botocore.retryhandler as legacy  # noqa: E402
import botocore.session  # noqa: E402
from botocore.config import Config  # noqa: E402

sleeps, drawn, steps, seen = [], [], [], []


def draw():
    drawn.append(round(source.random(), 6))
    return drawn[-1]


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, request, address):
        pass  # connections that the script cuts


class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    wbufsize = -1
    disable_nagle_algorithm = True

    def log_message(self, *args):
        pass

    def answer(self):
        self.rfile.read(int(self.headers.get('Content-Length') or 0))
        step = steps[min(len(seen), len(steps) - 1)]
        seen.append(step)
        if 'net' in step:
            self.close_connection = True
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
            self.connection.close()
            return
        status, kind, body = 200, 'application/json', self.success()
        if 'empty' in step:
            status, body = step['empty'], ''
        elif 'html' in step:
            status, kind = step['html'], 'text/html'
            body = '<html><body><b>Http/1.1 Service Unavailable</b></body></html>'
        elif 'status' in step:
            status, body = step['status'], self.failure(step['code'])
        self.send_response(status)
        self.send_header('Content-Type', kind)
        if 'status' in step and self.form == 'rest-json':
            self.send_header('x-amzn-ErrorType', step['code'])
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(body.encode())

    do_GET = do_POST = do_HEAD = do_PUT = answer
    form = operation = ''

    def success(self):
        if self.form == 'query':
            return f'<R xmlns="https://x/"><{self.operation}Result></{self.operation}Result></R>'
        return '<R></R>' if self.form in ('ec2', 'rest-xml') else '{}'

    def failure(self, code):
        error = f'<Error><Code>{code}</Code><Message>scripted</Message></Error>'
        if self.form == 'ec2':
            return f'<Response><Errors>{error}</Errors><RequestID>r</RequestID></Response>'
        if self.form == 'query':
            return f'<ErrorResponse>{error}<RequestId>r</RequestId></ErrorResponse>'
        if self.form == 'rest-xml':
            return error
        return json.dumps({'__type': code, 'message': 'scripted'} if self.form == 'json'
                          else {'message': 'scripted'})


CALLS = [('dynamodb', 'ListTables', {}), ('s3', 'GetObject', {'Bucket': 'some-bucket', 'Key': 'k'}),
         ('s3', 'HeadObject', {'Bucket': 'some-bucket', 'Key': 'k'}),
         ('sqs', 'ListQueues', {}), ('sts', 'GetCallerIdentity', {}), ('ec2', 'DescribeRegions', {}),
         ('lambda', 'ListFunctions', {}), ('iam', 'ListUsers', {}), ('kinesis', 'ListStreams', {}),
         ('organizations', 'ListAccounts', {}), ('route53', 'ListHostedZones', {}),
         ('glacier', 'ListVaults', {}), ('amp', 'ListWorkspaces', {}), ('logs', 'DescribeLogGroups', {})]
CODES = ['ThrottlingException', 'Throttling', 'SlowDown', 'RequestLimitExceeded', 'AccessDenied',
         'TooManyRequestsException', 'ProvisionedThroughputExceededException', 'InternalFailure',
         'RequestTimeout', 'LimitExceededException', 'PriorRequestNotComplete', 'ValidationException',
         'IDPCommunicationError', 'TransactionInProgressException', 'RequestThrottled', 'BadDigest']


def step():
    kind = source.random()
    if kind < 0.15:
        return {'ok': True}
    if kind < 0.25:
        return {'net': 'reset'}
    if kind < 0.3:
        return {'empty': source.choice([500, 503, 429])}
    if kind < 0.35:
        return {'html': source.choice([502, 503])}
    status = source.choice([400, 400, 400, 403, 408, 409, 429, 500, 502, 503, 503, 504, 509])
    return {'status': status, 'code': source.choice(CODES)}


def settings():
    config, environment = {}, {}
    mode = source.choice([None, 'legacy', 'standard', 'adaptive', 'standard'])
    if mode:
        if source.random() < 0.6:
            config['mode'] = mode
        else:
            environment['AWS_RETRY_MODE'] = mode
    number = source.choice([None, None, 1, 2, 4, 7])
    if number:
        where = source.choice(['max_attempts', 'total_max_attempts', 'AWS_MAX_ATTEMPTS'])
        if where.startswith('AWS'):
            environment[where] = str(number)
        else:
            config[where] = number
    return config, environment


def told(error):
    kind = type(error)
    return {'exception': f'{kind.__module__}.{kind.__name__}', 'message': str(error).replace(url, '${SERVER}')}


def client_of(service, config, environment):
    # A client of organizations changes the data of later ones; each case starts anew, as a program does.
    loader._cache = {k: v for k, v in loader._cache.items() if '_retry' not in k}
    session = botocore.session.Session()
    session.register_component('data_loader', loader)
    os.environ.update(environment)
    try:
        return session.create_client(
            service, region_name='us-east-1', endpoint_url=url, aws_access_key_id='a',
            aws_secret_access_key='b', config=Config(retries=dict(config)) if config else None)
    finally:
        for name in environment:
            del os.environ[name]


def case(number):
    service, operation, params = source.choice(CALLS)
    steps[:] = [step() for _ in range(source.choice([1, 2, 3, 6]))]
    config, environment = settings()
    client = client_of(service, config, environment)
    Answers.form, Answers.operation = client.meta.service_model.resolved_protocol, operation
    calls, numbers = [], []
    count = source.choice([1, 1, 3])
    for _ in range(count):
        del sleeps[:], drawn[:]
        before = len(seen)
        try:
            metadata, outcome = client._make_api_call(operation, dict(params))['ResponseMetadata'], 'OK'
        except Exception as error:
            outcome = told(error)
            metadata = (getattr(error, 'response', None) or {}).get('ResponseMetadata', {})
        call = {'outcome': outcome, 'requests': len(seen) - before}
        call.update({k: metadata[k] for k in ('RetryAttempts', 'MaxAttemptsReached', 'RetryQuotaReached',
                                              'HTTPStatusCode') if k in metadata})
        call['sleeps'] = sleeps[:]
        numbers.append(drawn[:])
        calls.append(call)
    client.close()
    del seen[:]
    total = client.meta.config.retries.get('total_max_attempts')
    return {'id': str(number), 'kind': 'wire', 'service': service, 'operation': operation, 'params': params,
            'steps': steps[:], 'config_retries': config, 'env': environment, 'profile': {}, 'calls': count,
            'random': numbers, 'expect': {'mode': client.meta.config.retries['mode'],
                                          'total_max_attempts': total, 'calls': calls}}


source = random.Random(int(sys.argv[1]))
loader = botocore.session.Session().get_component('data_loader')
botocore.endpoint.time = types.SimpleNamespace(sleep=sleeps.append)
legacy.random = types.SimpleNamespace(random=draw)
standard.ExponentialBackoff.__init__.__defaults__ = tuple(
    draw if callable(d) else d for d in standard.ExponentialBackoff.__init__.__defaults__)
server = Server(('127.0.0.1', 0), Answers)
url = f'http://127.0.0.1:{server.server_port}'
threading.Thread(target=server.serve_forever, daemon=True).start()
# The rate of the adaptive mode really waits; it is measured elsewhere.
bucket.TokenBucket.acquire = lambda self, amount=1, block=True: True
for i in range(int(sys.argv[2])):
    print(json.dumps(case(i)))
server.shutdown()
