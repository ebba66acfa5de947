"""Makes one AWS call that fails, against a server of its own on loopback, and dies of it: for `awsleuth run`.

usage: run_faults.py FAULT, one of FAULTS; a second argument `caught` has the program go on and end well.
"""

import http.server
import os
import socket
import sys
import tempfile
import threading
import time

import boto3
from botocore.config import Config

EXPIRED = (
    403,
    '<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>The security token included in the'
    ' request is expired</Message></Error><RequestId>7a1b2c3d</RequestId></ErrorResponse>',
)
DENIED = (
    400,
    '{"__type": "com.amazon.coral.service#AccessDeniedException", "Message": "User: arn:aws:iam::111122223333:user/u'
    ' is not authorized to perform: dynamodb:DeleteItem on resource:'
    ' arn:aws:dynamodb:eu-west-1:111122223333:table/t because no identity-based policy allows the dynamodb:DeleteItem'
    ' action"}',
)
THROTTLED = (400, '{"__type": "ThrottlingException", "message": "Rate exceeded"}')
OTHER_REGION = (
    400,
    "<Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; the region"
    " 'eu-west-1' is wrong; expecting 'us-west-2'</Message><Region>us-west-2</Region></Error>",
)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16
    answers = []

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if status == 0:
            time.sleep(1.5)
            status = 200
        self.send_response(status)
        self.send_header("x-amzn-requestid", "0123abcd")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    do_GET = do_PUT = do_DELETE = do_POST

    def log_message(self, *_):
        pass


def serve(*answers):
    Handler.answers = list(answers)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return "http://127.0.0.1:%d" % server.server_address[1]


def client(service, url=None, **more):
    return boto3.client(service, region_name="eu-west-1", endpoint_url=url, **more)


def closed():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return "http://127.0.0.1:%d" % s.getsockname()[1]


def expired():
    client("sts", serve(EXPIRED)).get_caller_identity()


def denied():
    client("dynamodb", serve(DENIED)).delete_item(TableName="t", Key={"id": {"S": "x"}})


def throttled():
    client("logs", serve(THROTTLED), config=Config(retries={"mode": "standard"})).describe_log_groups()


def recovers():
    client("logs", serve(THROTTLED, (200, "{}"))).describe_log_groups()


def parameters():
    name = "/shop/%s" % "app"
    client("ssm", serve(DENIED)).get_parameter(Name=name, WithDecryption="true")


def refused():
    client("sqs", closed(), config=Config(retries={"total_max_attempts": 2})).list_queues()


def slow():
    config = Config(read_timeout=0.5, retries={"total_max_attempts": 1})
    client("lambda", serve((0, "{}")), config=config).list_functions()


def nobody():
    client("sqs", serve(DENIED)).list_queues()


def nowhere():
    boto3.client("sqs").list_queues()


def other_region():
    client("s3", serve(OTHER_REGION)).get_object(Bucket="reports", Key="a/b.csv")


def no_profile():
    boto3.Session(profile_name="nope").client("s3")


def explicit():
    keys = {"aws_access_key_id": "ASIAIOSFODNN7EXAMPLE", "aws_secret_access_key": "s", "aws_session_token": "t"}
    client("sts", serve(EXPIRED), **keys).get_caller_identity()


def secrets():
    boto = client("secretsmanager", serve(DENIED))
    boto.create_secret(Name="db", SecretString=["hunter2-hunter2"], Tags=[{"Key": "password", "Value": "swordfish1"}])


def page():
    client("sts", serve((200, "<html><body>log in</body></html>"))).get_caller_identity()


def long():
    filters = [{"Key": "tag:t%d" % n, "Values": ["v" * 500] * 40} for n in range(10)]
    client("ssm", serve(DENIED)).describe_parameters(MaxResults=7, ParameterFilters=filters)


def profile(lines, **chosen):
    with tempfile.NamedTemporaryFile("w") as config:
        config.write("[default]\nregion = eu-west-1\n" + lines)
        config.flush()
        os.environ["AWS_CONFIG_FILE"] = config.name
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
            os.environ.pop(name, None)
        (boto3.Session(**chosen) if chosen else boto3).client("sts").get_caller_identity()


def no_token_file():
    profile("role_arn = arn:aws:iam::111122223333:role/app\nweb_identity_token_file = /nope/token\n")


def no_process():
    profile("credential_process = /nope/process\n")


def chosen():
    profile("[profile batch]\ncredential_process = /nope/process\n", profile_name="batch")


def mfa():
    keys = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n"
    role = "role_arn = arn:aws:iam::111122223333:role/app\nsource_profile = keys\n"
    profile("[profile keys]\n" + keys + "[profile batch]\n" + role + "mfa_serial = dev\n", profile_name="batch")


FAULTS = {
    f.__name__: f
    for f in (
        expired, denied, throttled, recovers, parameters, refused, slow, nobody, nowhere, other_region, no_profile,
        explicit, secrets, page, no_token_file, no_process, long, chosen, mfa,
    )
}

if __name__ == "__main__":
    try:
        FAULTS[sys.argv[1]]()
    except Exception as e:
        if sys.argv[2:] != ["caught"]:
            raise
        print("caught", type(e).__name__)
