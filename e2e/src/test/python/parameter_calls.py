"""Calls with good and spoilt parameters, and what the installed botocore makes of them.

Usage: parameter_calls.py SEED SERVICES CALLS. Prints one JSON object a line: the call as `awsleuth params --batch` takes it, and under
`expect` what the validator alone says and what a call of a client ends in before anything is sent.
"""

import base64
import copy
import datetime
import decimal
import json
import math
import random
import sys
import warnings

import botocore.session
from botocore.config import Config
from botocore.validate import ParamValidator

WORDS = [
    "a", "name-1", "0", "007", "true", "None", "x y", "it's", 'a "b"', "tab\t", "line\nbreak", "nul\x00", "é", "漢字",
    "\u200b", "\U0001f680", "back\\slash", "{brace}", "%s", "2024-05-06", "20240506", "12:30", "z" * 300, "",
    "arn:aws:s3:us-east-1:123456789012:accesspoint/ap", "arn:aws:sns:eu-west-1:123456789012:t", "us-east-1",
    "arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-1/bucket/b", "CRC32", "sha256", "crc64nvme", "123456789012",
]
TIMES = [
    "2024-05-06T07:08:09Z", "2024-05-06", "6 May 2024", "May", "noon", "7pm", "1715000000", "1e10", "nan", "inf", "5/6/2024",
    "2024-05-06T07:08:09.5+05:30", "Tue", "2024-W19", "31", "24:00", 0, -1, 1.5, 10**19, 1e18, True,
]
NUMBERS = [0, 1, -1, 7, 2**31, 2**63, 10**25, 0.0, 0.5, -2.5, 1e16, 1.5e-7, float("nan"), float("-inf")]
OTHERS = [
    None, True, False, [], {}, (), ["a"], ("b", 1), {"k": "v"}, {"k": [1, {"n": None}]}, {1: "one"}, {b"b": 2}, b"", b"by\x00\xffte", b"it's",
    bytearray(b"ba"), {"only"}, decimal.Decimal("2.50"), decimal.Decimal("NaN"), datetime.date(2024, 5, 6),
    datetime.datetime(2024, 5, 6, 7, 8), datetime.datetime(2024, 5, 6, tzinfo=datetime.timezone.utc),
]


class Calls:
    """Makes parameters for a shape: good ones, with a chance of something wrong in each place."""

    def __init__(self, rng):
        self.rng = rng
        self.spoil = rng.choice([0, 0, 0.03, 0.1, 0.25])

    def anything(self):
        return copy.deepcopy(self.rng.choice([self.rng.choice(WORDS), self.rng.choice(NUMBERS), self.rng.choice(OTHERS)]))

    def value(self, shape, depth=0):
        if self.rng.random() < self.spoil and depth:
            return self.anything()
        if shape.type_name == "structure" and shape.is_document_type:
            return self.rng.choice([None, 1, "d", {"a": [1, {"b": None}]}, ["x"], {"a": self.anything()}, [self.anything()]])
        return getattr(self, "of_" + shape.type_name)(shape, depth)

    def of_structure(self, shape, depth):
        names = list(shape.members)
        required = [n for n in shape.required_members if self.rng.random() > self.spoil]
        if shape.is_tagged_union:
            chosen = self.rng.sample(names, min(len(names), self.rng.choice([1] * 9 + [0, 2])))
        else:
            optional = [n for n in names if n not in shape.required_members]
            chosen = required + self.rng.sample(optional, min(len(optional), self.rng.randrange(4 if depth < 4 else 1)))
        self.rng.shuffle(chosen)
        made = {n: self.value(shape.members[n], depth + 1) for n in chosen}
        if self.rng.random() < self.spoil:
            name = self.rng.choice(names or ["X"])
            for wrong in self.rng.sample([name.swapcase(), name + "_", "Nothing", "", 'q"'], self.rng.randrange(1, 3)):
                made.setdefault(wrong, self.anything())
        return made

    def of_list(self, shape, depth):
        least = shape.metadata.get("min", 0)
        length = self.rng.choice([0, 1, 2]) if self.rng.random() < self.spoil else max(least, self.rng.randrange(3))
        items = [self.value(shape.member, depth + 1) for _ in range(min(length, 20) if depth < 6 else min(least, 5))]
        return tuple(items) if self.rng.random() < 0.1 else items

    def of_map(self, shape, depth):
        keys = [self.value(shape.key, depth + 1) for _ in range(self.rng.randrange(3) if depth < 6 else 0)]
        return {k: self.value(shape.value, depth + 1) for k in keys if k.__hash__}

    def of_string(self, shape, depth):
        choices = shape.metadata.get("enum") or WORDS
        text = self.rng.choice(choices)
        least = shape.metadata.get("min", 0)
        return text if self.rng.random() < 0.1 else text + "y" * max(0, least - len(text))

    def of_integer(self, shape, depth):
        return max(shape.metadata.get("min", -5), self.rng.choice([1, 2, 300])) if self.rng.random() > self.spoil else self.rng.choice(NUMBERS)

    def of_double(self, shape, depth):
        return self.rng.choice(NUMBERS + [decimal.Decimal("3.10"), True])

    def of_boolean(self, shape, depth):
        return self.rng.random() < 0.5

    def of_timestamp(self, shape, depth):
        return self.rng.choice(TIMES + [datetime.datetime(2024, 5, 6), self.rng.choice(WORDS)])

    def of_blob(self, shape, depth):
        return self.rng.choice([b"bytes", "text", bytearray(b"array"), b""])

    of_long = of_integer
    of_float = of_double


def written(value):
    """A Python value as JSON carries it."""
    if value is None or isinstance(value, (bool, str, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {"$float": repr(value)}
    if isinstance(value, (bytes, bytearray)):
        return {"$" + type(value).__name__: base64.b64encode(value).decode()}
    if isinstance(value, (datetime.datetime, datetime.date)):
        return {"$" + type(value).__name__: value.isoformat()}
    if isinstance(value, decimal.Decimal):
        return {"$decimal": str(value)}
    if isinstance(value, list):
        return [written(v) for v in value]
    if isinstance(value, (tuple, set)):
        return {"$" + type(value).__name__: [written(v) for v in value]}
    if all(isinstance(k, str) and not k.startswith("$") for k in value):
        return {k: written(v) for k, v in value.items()}
    return {"$dict": [[written(k), written(v)] for k, v in value.items()]}


def raised(error):
    of = type(error)
    name = of.__qualname__ if of.__module__ == "builtins" else of.__module__ + "." + of.__qualname__
    return {"exception": name, "message": str(error)}


def validated(params, shape):
    if shape is None:
        return {"ok": True, "report": ""}
    try:
        report = ParamValidator().validate(params, shape)
        return {"ok": not report.has_errors(), "report": report.generate_report()}
    except Exception as error:
        return {"ok": False, "leak": raised(error)}


class Answer:
    """Stands for the answer of the service, which nothing is sent to."""

    status_code, raw, content, headers = 200, None, b"", {}


def called(client, operation, params):
    try:
        client._make_api_call(operation, params)
        return {"ok": True}
    except Exception as error:
        return {"ok": False, **raised(error)}


def main():
    seed, services, calls = (int(a) for a in sys.argv[1:4])
    warnings.simplefilter("ignore")
    rng = random.Random(seed)
    session = botocore.session.Session()
    names = session.get_available_services()
    always = ["s3", "s3control", "ec2", "dynamodb", "lambda"]
    for service in always + rng.sample([n for n in names if n not in always], services - len(always)):
        client = session.create_client(
            service, region_name="us-east-1", aws_access_key_id="AKIDEXAMPLE", aws_secret_access_key="secret", config=Config()
        )
        client.meta.events.register_last("before-call", lambda **_: (Answer(), {"ResponseMetadata": {}}))
        model = client.meta.service_model
        for number in range(calls):
            name = rng.choice(list(model.operation_names))
            shape = model.operation_model(name).input_shape
            params = {} if shape is None else Calls(rng).value(shape)
            record = {"id": f"{service}-{number}", "service": service, "operation": name, "params": written(params)}
            expect = {
                "validate": validated(copy.deepcopy(params), shape),
                "client": called(client, name, copy.deepcopy(params)),
            }
            print(json.dumps({**record, "expect": expect}))


main()
