"""Made-up machines, and what the installed boto3 does on each: one JSON object a line.

The arguments, a seed and a number, choose which. A record has the variables, the files of the home
directory, the arguments of boto3.Session and the answers of one server on the loopback, with
placeholders for the home directory and the server; `expect` says what boto3 did.
"""
import hashlib
import http.server
import json
import os
import random
import shutil
import sys
import tempfile
import threading
import urllib.parse

HOME = tempfile.mkdtemp(prefix='machine-')
os.environ['HOME'] = HOME

import boto3  # noqa: E402
import botocore.credentials  # noqa: E402
import botocore.session  # noqa: E402
import botocore.utils  # noqa: E402

LATE = '2098-07-01T00:00:00Z'
EARLY = '2019-07-01T00:00:00Z'
answers = {}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def answer(self):
        length = int(self.headers.get('content-length') or 0)
        form = dict(urllib.parse.parse_qsl(self.rfile.read(length).decode()))
        path = self.path.partition('?')[0]
        key = f'{self.command} {path}'
        if path == '/sts':
            key += ' ' + form.get('Action', '')
        given = answers.get(key)
        status, body = 404, 'no such path'
        if given is not None:
            status, body = given.get('status', 200), given.get('body', '')
            if 'sts' in given:
                body = self.assumed(form, given['sts'])
        data = body.encode()
        self.send_response(status)
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def assumed(self, form, end):
        signed = self.headers.get('authorization') or ''
        signer = signed.partition('Credential=')[2].rsplit('/', 4)[0] or 'unsigned'
        role = form['RoleArn'].rsplit('/', 1)[-1]
        action = form['Action']
        return (
            f'<{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result>'
            f'<AssumedRoleUser><AssumedRoleId>A:s</AssumedRoleId>'
            f'<Arn>arn:aws:sts::123456789012:assumed-role/{role}/s</Arn></AssumedRoleUser><Credentials>'
            f'<AccessKeyId>ASIA.{role}.{signer}</AccessKeyId><SecretAccessKey>sts-secret</SecretAccessKey>'
            f'<SessionToken>sts-token</SessionToken><Expiration>{end}</Expiration></Credentials>'
            f'</{action}Result></{action}Response>'
        )

    do_GET = do_POST = do_PUT = answer

    def log_message(self, *args):
        pass


class Machine:
    """One made-up machine."""

    def __init__(self, rng):
        self.r = rng
        self.env, self.files, self.arguments, self.http = {}, {}, {}, {}
        self.profiles = ['default'] + rng.sample(['a', 'b', 'c d', 'role', 'sso'], rng.randrange(4))
        self.env['AWS_EC2_METADATA_DISABLED'] = 'true'
        self.env['AWS_ENDPOINT_URL_STS'] = '${SERVER}/sts'
        for action in ('AssumeRole', 'AssumeRoleWithWebIdentity'):
            self.http[f'POST /sts {action}'] = {'sts': rng.choice([LATE, LATE, LATE, EARLY])}
        for part in (self.config, self.credentials, self.variables, self.session, self.container,
                     self.instance, self.web, self.old):
            if rng.random() < {'config': 0.9, 'credentials': 0.6, 'variables': 0.8, 'session': 0.5
                               }.get(part.__name__, 0.12):
                part()

    def setting(self, name, value):
        forms = ['{} = {}'] * 20 + [
            '{}={}', '{}: {}', '{} = "{}"', '{} = {} # comment', '{} = {}\n\n', '{} = {}\n  more', ' {} = {}',
            '{} {}', '{} = {}\r', '# {} = {}', '{} =\n  {}']
        form = self.r.choice(forms)
        if name == 'aws_access_key_id' and 'more' in form:
            form = '{} = {}'  # boto3's message would have the signature in it
        return form.format(name.upper() if self.r.random() < 0.05 else name, value)

    def keys(self, who):
        lines = [('aws_access_key_id', 'AKIA' + who), ('aws_secret_access_key', 'secret-' + who)]
        if self.r.random() < 0.3:
            lines.append((self.r.choice(['aws_session_token', 'aws_security_token']), 'token-' + who))
        if self.r.random() < 0.1:
            lines.pop(self.r.randrange(2))
        return lines

    def role(self):
        r = self.r
        lines = [('role_arn', 'arn:aws:iam::123456789012:role/' + r.choice(['one', 'two', 'three']))]
        lines.append(r.choice([('source_profile', r.choice(self.profiles + ['none']))] * 3 + [
            ('credential_source', r.choice(['Environment', 'EcsContainer', 'environment']))]))
        if r.random() < 0.2:
            lines.append(('duration_seconds', r.choice(['900', '899', 'x', ' 1_000 '])))
        if r.random() < 0.1:
            lines.append(('role_session_name', r.choice(['n', 'name'])))
        return lines

    def program(self):
        r = self.r
        printed = {'Version': r.choice([1, 1, 1, 1.0, True, '1', 2]), 'AccessKeyId': 'AKIAP', 'SecretAccessKey': 'p',
                   'SessionToken': r.choice(['t', None]), 'AccountId': '111122223333'}
        if r.random() < 0.3:
            printed['Expiration'] = r.choice([LATE, EARLY, '2098-07-01', 'never'])
        if r.random() < 0.2:
            del printed[r.choice(list(printed))]
        self.files['printed'] = r.choice([json.dumps(printed)] * 4 + ['', '{"Version": 1,}', '[1, 2', '"x', '{"a" 1}'])
        return [('credential_process', r.choice(
            ['/bin/cat ${HOME}/printed', "/bin/cat '${HOME}/printed'", '/no/program x', '/bin/cat "x', '/bin/echo {}']))]

    def sso(self):
        r = self.r
        self.env['AWS_ENDPOINT_URL_SSO'] = '${SERVER}/sso'
        self.http['GET /sso/federation/credentials'] = r.choice([{'body': json.dumps({'roleCredentials': {
            'accessKeyId': 'ASIASSO', 'secretAccessKey': 's', 'sessionToken': 't', 'expiration': 4055068800000}})}] * 3
            + [{'status': 401, 'body': '{"message": "no"}'}])
        token = {'accessToken': 'at', 'expiresAt': r.choice([LATE, LATE, EARLY])}
        name = hashlib.sha1(b'corp').hexdigest()
        if r.random() < 0.8:
            self.files[f'.aws/sso/cache/{name}.json'] = r.choice([json.dumps(token)] * 5 + ['{}', 'x'])
        lines = [('sso_session', 'corp'), ('sso_account_id', '123456789012'), ('sso_role_name', 'R')]
        if r.random() < 0.2:
            lines.pop(r.randrange(3))
        return lines

    def section(self, who):
        r = self.r
        lines = []
        for part, share in ((lambda: self.keys(who), 0.5), (self.role, 0.3), (self.program, 0.12), (self.sso, 0.12)):
            if r.random() < share:
                lines += part()
        if r.random() < 0.6:
            lines.append(('region', r.choice(['eu-west-1', 'us-east-1', 'no_region', ''])))
        return [self.setting(*line) for line in dict(lines).items()]

    def config(self):
        r = self.r
        text = []
        for p in self.profiles:
            quoted = f'"{p}"' if ' ' in p and r.random() < 0.8 else p
            right = '[default]' if p == 'default' else f'[profile {quoted}]'
            text.append(right if r.random() < 0.93 else r.choice(
                [f'[{p}]', f'[profile {p}', f'[ profile {p}]', f'[profile {p}] x', '[profile default]', '[DEFAULT]', '']))
            text += self.section('CONF' + p[:1])
        if r.random() < 0.8:
            text += ['[sso-session corp]', 'sso_start_url = https://corp.example/start', 'sso_region = eu-west-1']
        end = r.choice(['\n', '', '\r\n'])
        self.files['.aws/config'] = ('\ufeff' if r.random() < 0.02 else '') + ('\r\n' if end == '\r\n' else '\n').join(text) + end

    def credentials(self):
        text = []
        for p in self.profiles:
            if self.r.random() < 0.7:
                text.append(f'[{p}]')
                text += [self.setting(*line) for line in self.keys('CRED' + p[:1])]
        self.files['.aws/credentials'] = '\n'.join(text) + '\n'

    def variables(self):
        r = self.r
        choices = {
            'AWS_ACCESS_KEY_ID': ['AKIAENV', ''], 'AWS_SECRET_ACCESS_KEY': ['s', ''], 'AWS_SESSION_TOKEN': ['t', ''],
            'AWS_SECURITY_TOKEN': ['u', ''], 'AWS_PROFILE': self.profiles + ['none'],
            'AWS_DEFAULT_PROFILE': self.profiles + [''], 'AWS_DEFAULT_REGION': ['eu-west-1', '', 'x y'],
            'AWS_REGION': ['us-west-2'], 'AWS_CREDENTIAL_EXPIRATION': [LATE, EARLY, 'x'],
            'AWS_SHARED_CREDENTIALS_FILE': ['~/.aws/config', '${HOME}', ''],
            'AWS_CONFIG_FILE': ['$HOME/.aws/credentials', '~/none']}
        for name, values in choices.items():
            if r.random() < (0.06 if name.endswith(('FILE', 'EXPIRATION')) else 0.25):
                self.env[name] = r.choice(values)

    def session(self):
        r = self.r
        if r.random() < 0.6:
            self.arguments['profile_name'] = r.choice(self.profiles + ['none'])
        if r.random() < 0.3:
            self.arguments['region_name'] = 'ap-south-1'
        if r.random() < 0.15:
            self.arguments['aws_access_key_id'] = 'AKIAEXPLICIT'
            if r.random() < 0.7:
                self.arguments['aws_secret_access_key'] = 'e'
        if r.random() < 0.05:
            self.arguments['aws_account_id'] = '111122223333'

    def container(self):
        r = self.r
        self.env['AWS_CONTAINER_CREDENTIALS_FULL_URI'] = r.choice(
            ['${SERVER}/c'] * 4 + ['http://example.com/c', 'c', ''])
        given = {'AccessKeyId': 'ASIAC', 'SecretAccessKey': 'c', 'Token': 't', 'Expiration': r.choice([LATE, EARLY])}
        if r.random() < 0.2:
            del given[r.choice(list(given))]
        self.http['GET /c'] = {'body': r.choice([json.dumps(given)] * 4 + ['x']), 'status': r.choice([200] * 5 + [403])}
        if r.random() < 0.2:
            self.env['AWS_CONTAINER_AUTHORIZATION_TOKEN'] = r.choice(['t', 't\n'])

    def instance(self):
        r = self.r
        del self.env['AWS_EC2_METADATA_DISABLED']
        self.env['AWS_EC2_METADATA_SERVICE_ENDPOINT'] = '${SERVER}' + r.choice(['', '/'])
        self.env['AWS_EC2_METADATA_V1_DISABLED'] = r.choice(['true', 'false'])
        path = '/latest/meta-data/iam/security-credentials/'
        given = {'AccessKeyId': 'ASIAI', 'SecretAccessKey': 'i', 'Token': 't', 'Expiration': r.choice([LATE, EARLY])}
        if r.random() < 0.2:
            del given[r.choice(list(given))]
        self.http['PUT /latest/api/token'] = {'status': r.choice([200, 200, 400, 403, 500]), 'body': 'tok'}
        self.http['GET ' + path] = {'body': 'the-role', 'status': r.choice([200] * 5 + [404])}
        self.http['GET ' + path + 'the-role'] = {'body': r.choice([json.dumps(given)] * 4 + ['x'])}

    def web(self):
        self.files['jwt'] = self.r.choice(['a-token', 'x'])
        self.env['AWS_WEB_IDENTITY_TOKEN_FILE'] = self.r.choice(['${HOME}/jwt', '${HOME}/none', ''])
        if self.r.random() < 0.8:
            self.env['AWS_ROLE_ARN'] = self.r.choice(['arn:aws:iam::123456789012:role/web', 'x'])

    def old(self):
        if self.r.random() < 0.5:
            self.env['AWS_CREDENTIAL_FILE'] = self.r.choice(['~/ec2', '~/none'])
            self.files['ec2'] = self.r.choice(['AWSAccessKeyId=K\nAWSSecretKey=S', 'AWSAccessKeyId = K', 'x'])
        else:
            self.files['.boto'] = self.r.choice(
                ['[Credentials]\naws_access_key_id = K\naws_secret_access_key = S', '[x]', 'x'])


def raised(error):
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__qualname__}'
    return {'exception': name, 'message': str(error)}


def happens(machine, server, loader):
    shutil.rmtree(HOME)
    for name, text in machine.files.items():
        path = os.path.join(HOME, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8', newline='') as file:
            file.write(text.replace('${HOME}', HOME))
    os.makedirs(HOME, exist_ok=True)
    os.environ.clear()
    os.environ.update({'PATH': '/usr/bin:/bin', 'LANG': 'C.UTF-8', 'HOME': HOME})
    os.environ.update({k: v.replace('${HOME}', HOME).replace('${SERVER}', server) for k, v in machine.env.items()})
    answers.clear()
    answers.update(machine.http)
    try:
        session = boto3.Session(**machine.arguments)
    except Exception as error:
        refused = raised(error)
        detail = getattr(error, 'kwargs', {}).get('error')
        if detail is not None:
            refused['detail'] = raised(detail)
        return {'session': refused}
    session._session.register_component('data_loader', loader)
    expect = {'session': 'OK', 'profile': session.profile_name}
    try:
        expect['region'] = session.region_name
    except Exception as error:
        expect['region'] = raised(error)
    try:
        found = session.get_credentials()
        expect['resolve'] = found and {'method': found.method, 'class': type(found).__name__}
    except Exception as error:
        expect['resolve'] = raised(error)
        return expect
    if found is not None:
        try:
            keys = found.get_frozen_credentials()
            expect['frozen'] = {'access_key': keys.access_key, 'secret_key': keys.secret_key, 'token': keys.token,
                                'account_id': keys.account_id}
        except Exception as error:
            expect['frozen'] = raised(error)
    return expect


def main():
    seed, count = sys.argv[1], int(sys.argv[2])
    botocore.utils.ContainerMetadataFetcher.SLEEP_TIME = 0
    served = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    server = f'http://127.0.0.1:{served.server_port}'
    loader = botocore.session.get_session().get_component('data_loader')
    for i in range(count):
        machine = Machine(random.Random(f'{seed}/{i}'))
        expect = happens(machine, server, loader)
        text = json.dumps({'id': f'{seed}/{i}', 'env': machine.env, 'files': machine.files,
                           'session_kwargs': machine.arguments, 'http': machine.http, 'expect': expect})
        print(text.replace(server, '${SERVER}').replace(HOME, '${HOME}'))
    shutil.rmtree(HOME)


main()
