"""The requests that botocore sends, without sending them.

Reads lines of JSON: service, operation, params. Writes a line for each: method, url, body and the
headers that say what the body is, or the exception.
"""

import json
import sys

import botocore.awsrequest
import botocore.session
from botocore.config import Config

SESSION = botocore.session.Session()
SESSION.set_credentials("AKIAIOSFODNN7EXAMPLE", "secret")
CLIENTS = {}


class Raw:
    def stream(self, *args, **kwargs):
        return iter([b""])

    def read(self, *args, **kwargs):
        return b""


def client(service):
    if service not in CLIENTS:
        CLIENTS[service] = SESSION.create_client(
            service, region_name="us-west-2", config=Config(retries={"max_attempts": 0})
        )
    return CLIENTS[service]


def sent(record):
    seen = []

    def before_send(request, **kwargs):
        seen.append(request)
        return botocore.awsrequest.AWSResponse(request.url, 500, {}, Raw())

    service = client(record["service"])
    service.meta.events.register("before-send", before_send)
    try:
        method = next(
            name
            for name, operation in service.meta.method_to_api_mapping.items()
            if operation == record["operation"]
        )
        try:
            getattr(service, method)(**record["params"])
        except Exception as e:  # what is raised after the request is of no interest
            if not seen:
                return {"exception": type(e).__name__}
    finally:
        service.meta.events.unregister("before-send", before_send)
    request = seen[0]
    body = request.body or b""
    if isinstance(body, bytes):
        body = body.decode("utf-8", "replace")
    headers = {k.lower(): v for k, v in request.headers.items()}
    told = {}
    for name in ("content-type", "x-amz-target", "x-amzn-query-mode"):
        value = headers.get(name)
        if value is not None:
            told[name] = value.decode() if isinstance(value, bytes) else value
    return {"method": request.method, "url": request.url, "body": body, "headers": told}


for line in sys.stdin:
    record = json.loads(line)
    print(json.dumps(sent(record)), flush=True)
