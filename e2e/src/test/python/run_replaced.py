"""Programs that put something of their own in the place of botocore's own: each in a process of its own, in which no client was made before."""

import functools
import os
import re
import sys
import traceback
import types
from unittest import mock

import boto3
import botocore.client
import botocore.endpoint
import botocore.httpsession
import botocore.session
from botocore.awsrequest import AWSResponse
from botocore.exceptions import ClientError

BaseClient = botocore.client.BaseClient
Session = botocore.session.Session
call = BaseClient._make_api_call
create = Session.create_client
KEYS = dict(region_name="eu-west-1", aws_access_key_id="AKIAIOSFODNN7EXAMPLE", aws_secret_access_key="secret")
REFUSED = ClientError({"Error": {"Code": "Throttling", "Message": "x"}}, "GetObject")


def client(service="s3"):
    return boto3.client(service, **KEYS)


def shown(function, *args, **kwargs):
    try:
        text = str(type(function(*args, **kwargs)))
    except Exception:
        text = "".join(line[:200] + "\n" for line in traceback.format_exc().split("\n"))
    print(re.sub(r"id='\d+'|0x[0-9a-f]+", "", text))


def calls():
    c = client()
    shown(c.get_object, Bucket="b")
    shown(c.get_object, Bucket="b", Key="k")
    shown(client, "nothing")


def plain():
    def fake(self, operation_name, api_params):
        if "Key" in api_params:
            raise KeyError("of the program")
        return call(self, operation_name, api_params)

    assert fake.__closure__ is None
    BaseClient._make_api_call = fake
    calls()


def same_name():
    def _make_api_call(self, operation_name, api_params):
        request_context = operation_model = "of the program"
        return call(self, request_context and operation_name, operation_model and api_params)

    BaseClient._make_api_call = _make_api_call
    calls()


def private_name():
    class Mine(BaseClient):
        def __of_mine(self):
            return KeyError("of the program")

        def _make_api_call(self, operation_name, api_params):
            raise self.__of_mine()

    for name, value in vars(Mine).items():
        if not name.startswith("__"):
            setattr(BaseClient, name, value)
    calls()


def closure():
    def timed(function):
        @functools.wraps(function)
        def _make_api_call(*args, **kwargs):
            try:
                return function(*args, **kwargs)
            finally:
                print("called", args[1:])

        return _make_api_call

    BaseClient._make_api_call = timed(call)
    Session.create_client = timed(create)
    calls()


def closure_of_own():
    def _make_api_call(self, operation_name, api_params):
        raise KeyError("of the program")

    def passing(_make_api_call):
        return lambda *args: _make_api_call(*args)

    BaseClient._make_api_call = passing(_make_api_call)
    calls()


def empty_closure():
    def make():
        def _make_api_call(*args):
            return late(*args)

        BaseClient._make_api_call = _make_api_call
        client()
        late = call

    make()
    calls()


def copied():
    code = getattr(call, "__wrapped__", call).__code__
    BaseClient._make_api_call = types.FunctionType(code, dict(vars(botocore.client)), "_make_api_call")
    calls()


def other_code():
    def fake(self, operation_name, api_params):
        raise KeyError("of the program")

    original = call
    while original.__closure__:
        original = original.__closure__[0].cell_contents
    original.__code__ = fake.__code__
    calls()


def partial():
    BaseClient._make_api_call = functools.partialmethod(call)
    Session.create_client = functools.partialmethod(create)
    calls()


def by_descriptor():
    class Asked:
        def __get__(self, instance, owner):
            print("asked for by", type(instance).__name__)
            return create.__get__(instance, owner)

    Session.create_client = Asked()
    calls()


def creating():
    def mine(self, *args, **kwargs):
        print("create", args)
        return create(self, *args, **kwargs)

    Session.create_client = mine
    calls()


def session_of_own():
    class Mine(Session):
        def create_client(self, *args, **kwargs):
            if args[0] == "nothing":
                raise KeyError("of the program")
            return super().create_client(*args, **kwargs)

    botocore.session.Session = Mine
    calls()


def magic():
    with mock.patch.object(BaseClient, "_make_api_call") as m:
        m.return_value = 5
        calls()
        m.side_effect = REFUSED
        calls()
        print(m.mock_calls)
    with mock.patch.object(Session, "create_client") as m:
        shown(lambda: type(client("nothing")).__name__)
        print(len(m.mock_calls))
    calls()


def autospec():
    with mock.patch.object(BaseClient, "_make_api_call", autospec=True, side_effect=REFUSED) as m:
        calls()
        print([c.args[1:] for c in m.mock_calls])
    with mock.patch.object(Session, "create_client", autospec=True, side_effect=KeyError("of the program")):
        shown(client)
    calls()


def whole_module():
    with mock.patch.dict(sys.modules, {"botocore.client": mock.MagicMock()}):
        calls()
    calls()


def sending():
    def send(self, request):
        print("send", request.method)
        if "retried" in request.url:
            raise KeyError("of the program")
        return AWSResponse(request.url, 404, {}, mock.MagicMock(stream=lambda **_: [b"<Error><Code>NoSuchKey</Code></Error>"]))

    botocore.httpsession.URLLib3Session.send = send
    calls()
    shown(client().get_object, Bucket="b", Key="retried")


def endpoint():
    answer = mock.MagicMock(name="http"), mock.MagicMock(name="parsed")
    answer[0].status_code = 200
    with mock.patch.object(botocore.endpoint.Endpoint, "make_request", return_value=answer):
        calls()
        answer[0].status_code = mock.MagicMock(name="status")
        calls()
        print([a.mock_calls for a in answer])
    with mock.patch.object(botocore.endpoint.Endpoint, "make_request", side_effect=KeyError("of the program")):
        calls()


def arguments():
    value = mock.MagicMock(name="value")
    shown(boto3.client, "sqs", verify=value, **KEYS)
    print(value.mock_calls)
    shown(client().get_object, Bucket="b", Key="k", VersionId=value)
    shown(client().put_object, Bucket="b", Key="k", Body=value)
    print(value.mock_calls)


def credentials():
    c = client()
    c._request_signer._credentials = mine = mock.MagicMock(name="credentials")
    shown(c.get_object, Bucket="b", Key="k")
    print(mine.mock_calls)


CASES = (
    plain,
    same_name,
    private_name,
    closure,
    closure_of_own,
    empty_closure,
    copied,
    other_code,
    partial,
    by_descriptor,
    creating,
    session_of_own,
    magic,
    autospec,
    whole_module,
    sending,
    endpoint,
    arguments,
    credentials,
)


def no_network(*_):
    raise OSError("no network")


botocore.httpsession.URLLib3Session.send = no_network
for case in CASES:
    print("==", case.__name__, flush=True)
    child = os.fork()
    if not child:
        case()
        sys.exit(3)
    print("ended with", os.waitpid(child, 0)[1] >> 8, flush=True)
