"""Error answers in every form that AWS services send, as bytes on the wire."""

import json
import struct
from xml.sax.saxutils import escape

from loopback import Reply

REQUEST_ID = "7a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
S3_REQUEST_ID = "4TBN5Y6Q7W8E9R0A"


def elements(**texts):
    return "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts.items())


def query(code, message, status, wrap="{}", request_id=REQUEST_ID):
    """Query and plain REST-XML: ErrorResponse, with the request id in the body."""
    error = wrap.format(f"<Error><Type>Sender</Type>{elements(Code=code, Message=message)}</Error>")
    body = f"<ErrorResponse>{error}{elements(RequestId=request_id)}</ErrorResponse>"
    headers = {"Content-Type": "text/xml", "x-amzn-RequestId": request_id}
    return Reply(status, headers, body.encode())


def ec2(code, message, status):
    """EC2 spells it RequestID, and nests one level more."""
    error = f"<Errors><Error>{elements(Code=code, Message=message)}</Error></Errors>"
    body = f'<?xml version="1.0"?>\n<Response>{error}{elements(RequestID=REQUEST_ID)}</Response>'
    return Reply(status, {"Content-Type": "text/xml;charset=UTF-8"}, body.encode())


def s3(code, message, status, **extra):
    """S3: the error is the root element, further elements tell more, the id counts in the header."""
    told = elements(Code=code, Message=message, **extra, RequestId=S3_REQUEST_ID, HostId="host-1")
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error>{told}</Error>'
    return Reply(status, s3_headers("application/xml"), body.encode())


def s3_empty(status, **headers):
    """S3's answer to HEAD: no body at all."""
    return Reply(status, {**s3_headers("application/xml"), **headers})


def s3_headers(kind):
    return {"Content-Type": kind, "x-amz-request-id": S3_REQUEST_ID, "x-amz-id-2": "host-1"}


def json_rpc(code, message, status, member="message", version="1.1", query_error=None):
    """JSON 1.0 and 1.1; the code can carry a namespace before # or a URL after a colon."""
    headers = {"Content-Type": f"application/x-amz-json-{version}", "x-amzn-RequestId": REQUEST_ID}
    if query_error:
        headers["x-amzn-query-error"] = query_error
    return Reply(status, headers, json.dumps({"__type": code, member: message}).encode())


def rest_json(message, status, header=None, **body):
    """REST-JSON: the code in a header, or in the body under one of several names."""
    headers = {"Content-Type": "application/json", "x-amzn-RequestId": REQUEST_ID}
    if header:
        headers["x-amzn-ErrorType"] = header
    return Reply(status, headers, json.dumps({"message": message, **body}).encode())


def cbor(code, message, status):
    """RPC v2 CBOR: a map of two texts."""
    headers = {
        "Content-Type": "application/cbor",
        "smithy-protocol": "rpc-v2-cbor",
        "x-amzn-RequestId": REQUEST_ID,
    }
    pairs = [b"\xa2"] + [cbor_text(t) for t in ("__type", code, "message", message)]
    return Reply(status, headers, b"".join(pairs))


def cbor_text(text):
    data = text.encode()
    size = len(data)
    return (bytes([0x60 | size]) if size < 24 else struct.pack(">BH", 0x79, size)) + data


def html(status, text):
    """A page of something between the program and AWS."""
    return Reply(status, {"Content-Type": "text/html"}, f"<html><h1>{text}</h1></html>".encode())
