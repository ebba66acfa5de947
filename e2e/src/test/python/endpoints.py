"""Prints calls and what the real botocore does with them: one JSON object a line.

Usage: endpoints.py SEED COUNT. The requests never leave the process. What is new in every call is
written as awsleuth writes it: <uuid>, <masked>, <date>.
"""

import json
import os
import pathlib
import random
import re
import sys

import world

world.seal()
world.remember_models()

import botocore  # noqa: E402
import botocore.hooks  # noqa: E402
import botocore.session  # noqa: E402
from botocore.awsrequest import AWSResponse  # noqa: E402
from botocore.config import Config  # noqa: E402

HOME = pathlib.Path(os.environ["HOME"])
PLAIN = dict(os.environ)
REGIONS = """us-east-1 us-east-2 us-west-1 eu-central-1 eu-west-2 ap-south-2 il-central-1 sa-east-1
  cn-north-1 us-gov-east-1 us-iso-west-1 us-isob-east-1 eusc-de-east-1 aws-global fips-us-west-2
  us-gov-west-1-fips xx-north-7 eu-central-1b""".split()
ODD_REGIONS = ["", "no_region", "-x", "42", "a" * 70, "EU-WEST-1"]
BUCKETS = """logs my.logs Logs lo_gs ab 10.0.0.1 zone--use1-az4--x-s3 ap--use1-az4--xa-s3 alias-s3alias
  arn:aws:s3:eu-west-2:111122223333:accesspoint/reports
  arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap
  arn:aws-cn:s3:cn-north-1:111122223333:accesspoint:reports
  arn:aws:s3-object-lambda:eu-west-2:111122223333:accesspoint/banner
  arn:aws:s3-outposts:eu-west-2:111122223333:outpost/op-01234567890123456/accesspoint/reports
  arn:aws:s3:eu-west-2:111122223333:accesspoint/no_label""".split()
URLS = ["http://localhost:4566", "https://[::1]:8443/up/", "https://proxy.example/a?b=c", "nowhere",
        "https://s3-accelerate.amazonaws.com", "https://under_score.example"]
SESSION = (b"<CreateSessionResult><Credentials><SessionToken>t</SessionToken><SecretAccessKey>s"
           b"</SecretAccessKey><AccessKeyId>ASIAEXAMPLE</AccessKeyId><Expiration>2099-01-01T00:00:00Z"
           b"</Expiration></Credentials></CreateSessionResult>")
S3_OPERATIONS = ["GetObject", "PutObject", "ListBuckets", "CreateBucket", "ListObjectsV2", "HeadBucket",
                 "GetBucketLocation", "WriteGetObjectResponse", "CreateSession", "CopyObject"]
OFTEN = ["s3", "s3", "s3", "s3control", "sts", "dynamodb", "kinesis", "events", "sqs", "iam", "route53",
         "cloudfront-keyvaluestore", "lambda", "logs", "timestream-query", "bedrock-runtime"]


class Sent(BaseException):
    """A request has been made; it is not to be sent."""


class Body:
    def stream(self, **kwargs):
        yield SESSION


class Calls:
    """Makes up calls."""

    def __init__(self, seed, session):
        self.random = random.Random(seed)
        self.session = session
        self.services = session.get_available_services()

    def some(self, share):
        return self.random.random() < share

    def one(self, among):
        return self.random.choice(among)

    def call(self, number):
        self.env, self.kwargs, self.config, self.profile = {}, {}, {}, []
        service = self.one(OFTEN) if self.some(0.6) else self.one(self.services)
        model = self.session.get_service_model(service)
        names = sorted(model.operation_names)
        operation = self.one(S3_OPERATIONS) if service == "s3" and self.some(0.8) else self.one(names)
        shape = model.operation_model(operation).input_shape
        params = self.structure(shape) if shape is not None else {}
        if service == "s3" and "Bucket" in params:
            params["Bucket"] = self.one(BUCKETS)
        for name in ("StreamARN", "ConsumerARN", "ResourceARN") if service == "kinesis" else ():
            if name in params:
                params[name] = "arn:aws:kinesis:eu-west-2:111122223333:stream/s/consumer/c:1"
        if service == "cloudfront-keyvaluestore" and "KvsARN" in params:
            params["KvsARN"] = "arn:aws:cloudfront::111122223333:key-value-store/id"
        self.place(service)
        text = "\n".join(["[default]", *self.profile]) + "\n" if self.profile else None
        return {"id": str(number), "service": service, "operation": operation, "params": params,
                "client_kwargs": self.kwargs, "config": self.config, "env": self.env,
                "config_file": text}

    def structure(self, shape, depth=0):
        made = {}
        members = [m for m in shape.members if m in shape.required_members or self.some(0.15)]
        if getattr(shape, "is_tagged_union", False):
            members = [self.one(list(shape.members))]
        for name in members:
            if depth < 4 or name in shape.required_members:
                made[name] = self.value(shape.members[name], depth + 1)
        return made

    def value(self, shape, depth):
        kind = shape.type_name
        if kind == "structure":
            return {} if depth > 6 or shape.is_document_type else self.structure(shape, depth)
        if kind == "list":
            least = shape.metadata.get("min", 0)
            return [self.value(shape.member, depth + 1) for _ in range(min(max(least, 1), 30))]
        if kind == "map":
            return {self.value(shape.key, depth + 1): self.value(shape.value, depth + 1)}
        if kind == "boolean":
            return self.some(0.5)
        if kind in ("integer", "long"):
            return max(int(shape.metadata.get("min", 0)), self.random.randrange(9))
        if kind in ("float", "double"):
            return max(float(shape.metadata.get("min", 0)), 1.5)
        if kind == "timestamp":
            return self.one(["2024-02-03T04:05:06Z", 1700000000])
        least = shape.metadata.get("min", 1)
        text = self.one(shape.enum) if getattr(shape, "enum", None) else self.one(
            ["abc", "a b/c", "x+y=z", "caf\u00e9", "111122223333", "~q"])
        return text + "x" * (least - len(text))

    def place(self, service):
        where = self.one(["region", "config", "env", "profile", "none"] + ["region"] * 4)
        region = self.one(REGIONS) if self.some(0.95) else self.one(ODD_REGIONS)
        if where == "region":
            self.kwargs["region_name"] = region
        elif where == "config":
            self.config["region_name"] = region
        elif where == "env":
            self.env["AWS_DEFAULT_REGION"] = region
        elif where == "profile":
            self.profile.append(f"region = {region}")
        self.switch("use_fips_endpoint", 0.12)
        self.switch("use_dualstack_endpoint", 0.15)
        self.word("account_id_endpoint_mode", 0.05, ["preferred", "required", "Disabled", "never"])
        self.word("defaults_mode", 0.03, ["standard", "mobile", "auto-matic"])
        self.word("auth_scheme_preference", 0.05, ["sigv4", "sigv4a, sigv4", "noAuth", "basic"])
        if self.some(0.12):
            self.url(service)
        if self.some(0.08):
            self.kwargs["aws_account_id"] = "444455556666"
        if self.some(0.05):
            self.kwargs["use_ssl"] = False
        if self.some(0.05):
            self.config["signature_version"] = self.one(["s3v4", "v4", "UNSIGNED", "bearer", "v9", "s3"])
        if self.some(0.3):
            self.word("sts_regional_endpoints", 0.5, ["legacy", "regional", "global"], code=False)
        if service in ("s3", "s3control") and self.some(0.5):
            self.config["s3"] = {k: self.one(v) for k, v in {
                "addressing_style": ["path", "virtual", "auto"],
                "use_accelerate_endpoint": [True, False], "use_arn_region": [True, False],
                "us_east_1_regional_endpoint": ["legacy", "regional", "local"],
                "use_dualstack_endpoint": [True, False],
                "s3_disable_multiregion_access_points": [True],
                "disable_s3_express_session_auth": [True, False]}.items() if self.some(0.25)}
        if service == "s3" and self.some(0.1):
            self.env["AWS_S3_USE_ARN_REGION"] = self.one(["true", "false"])

    def switch(self, name, share):
        if self.some(share):
            where = self.one(["config", "env", "profile"])
            if where == "config":
                self.config[name] = self.some(0.7)
            elif where == "env":
                self.env["AWS_" + name.upper()] = self.one(["true", "True", "false", "yes"])
            else:
                self.profile.append(f"{name} = {self.one(['true', 'false'])}")

    def word(self, name, share, words, code=True):
        if self.some(share):
            where = self.one(["config", "env", "profile"] if code else ["env", "profile"])
            if where == "config":
                self.config[name] = self.one(words)
            elif where == "env":
                self.env["AWS_" + name.upper()] = self.one(words)
            else:
                self.profile.append(f"{name} = {self.one(words)}")

    def url(self, service):
        hyphens = botocore.utils.CLIENT_NAME_TO_HYPHENIZED_SERVICE_ID_OVERRIDES
        name = hyphens.get(service, service).replace("-", "_")
        where = self.one(["kwargs", "kwargs", "own", "all", "profile", "services"])
        url = self.one(URLS)
        if where == "kwargs":
            self.kwargs["endpoint_url"] = url
        elif where == "own":
            self.env["AWS_ENDPOINT_URL_" + name.upper()] = url
        elif where == "all":
            self.env["AWS_ENDPOINT_URL"] = url
        elif where == "profile":
            self.profile.append(f"endpoint_url = {url}")
        else:
            self.profile += ["services = mine", "[services mine]", f"{name} =", f"  endpoint_url = {url}"]
        if self.some(0.2):
            self.env["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = self.one(["true", "no"])


def masked(url):
    url = re.sub(r"((?:[?&]|^)(?:X-Amz-)?(?:Signature|Timestamp|Expires|Date)=)[^&]*", r"\1<masked>", url)
    url = re.sub(r"(X-Amz-Credential=[^&]*?%2F)\d{8}(%2F)", r"\1<date>\2", url)
    return re.sub("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", "<uuid>", url)


def signing(request):
    header = request.headers.get("Authorization")
    if header is None:
        if "X-Amz-Credential=" in request.url:
            return {"scheme": "query"}
        two = "AWSAccessKeyId=" in request.url or "SignatureVersion" in str(request.body)
        return {"scheme": "v2-query" if two else "none"}
    text = header.decode() if isinstance(header, bytes) else header
    scoped = re.match(r"AWS4-HMAC-SHA256 Credential=[^/]*/\d{8}/([^/]*)/([^/]*)/aws4_request", text)
    if scoped:
        return {"scheme": "AWS4-HMAC-SHA256", "region": scoped[1], "name": scoped[2]}
    return {"scheme": text.split(" ")[0]}


def raised(error):
    kind = type(error)
    module = "" if kind.__module__ == "builtins" else kind.__module__ + "."
    return {"exception": module + kind.__qualname__, "message": str(error)}


def done(call, loader):
    os.environ.clear()
    os.environ.update(PLAIN, AWS_EC2_METADATA_DISABLED="true", **call["env"])
    config = HOME / ".aws" / "config"
    config.parent.mkdir(exist_ok=True)
    config.write_text(call["config_file"] or "")
    made = {}

    def before_send(request, event_name, **kwargs):
        if event_name.endswith(".CreateSession") and call["operation"] != "CreateSession":
            return AWSResponse(request.url, 200, {}, Body())
        made["url"], made["signing"] = masked(request.url), signing(request)
        raise Sent()

    options = dict(call["config"])
    if options.get("signature_version") == "UNSIGNED":
        options["signature_version"] = botocore.UNSIGNED
    keys = {"aws_access_key_id": "AKIDEXAMPLE", "aws_secret_access_key": "secret"}
    try:
        session = botocore.session.Session()
        session.register_component("data_loader", loader)
        config = Config(**json_copy(options)) if options else None
        client = session.create_client(call["service"], config=config, **keys, **call["client_kwargs"])
    except Exception as error:  # whatever botocore raises is what is asked for
        return {"client_error": raised(error)}
    client.meta.events.register_first("before-send", before_send)
    try:
        client._make_api_call(call["operation"], json_copy(call["params"]))
    except Sent:
        return {"request": made}
    except Exception as error:  # as above
        return {"error": raised(error)}
    return {"error": {"exception": "none", "message": "nothing was sent"}}


def json_copy(value):
    if value is botocore.UNSIGNED:
        return value
    if isinstance(value, dict):
        return {k: json_copy(v) for k, v in value.items()}
    return [json_copy(v) for v in value] if isinstance(value, list) else value


def main():
    botocore.hooks.BaseEventHooks._verify_accept_kwargs = lambda self, func: None
    session = botocore.session.get_session()
    loader = session.get_component("data_loader")
    calls = Calls(int(sys.argv[1]), session)
    for number in range(int(sys.argv[2])):
        call = calls.call(number)
        call["expect"] = done(call, loader)
        print(json.dumps(call, ensure_ascii=False))


main()
