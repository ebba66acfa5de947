"""Watches the calls that botocore makes in this process, through botocore's own events, and appends what it sees
to the file that AWSLEUTH_RECORD names: one JSON object a line, each in one write, so that threads and processes do
not get in each other's way. No secret and no payload is written. Whatever fails here is counted and swallowed.

A call that succeeds at once is only counted; a call that failed, was repeated or took long is written with its
parameters and attempts. An exception is not caught but seen when it is made, so that no traceback has a line more.
"""

import ast
import atexit
import inspect
import json
import logging
import os
import re
import sys
import threading
import time
import weakref
from importlib.util import module_from_spec, spec_from_file_location

LARGEST_FILE = 4 << 20
LARGEST_LINE = 64 << 10
MOST_FRAMES = 40
LAST = frozenset(("calls", "again", "died", "missed"))
SLOW = 1.0
FIRST_FLUSH = 1.0
LONGEST_FLUSH = 60.0
MOST_ALIKE = 10
MOST_KINDS = 1000
# Of failures that are alike but for what they name, so many things are told apart, each with so many failures.
MOST_NAMED = 20
MOST_OF_NAMED = 2
# A key of an object or an item is none of these names.
NAMING = re.compile(r"^(?!.*(?i:token|session|client))(?:Bucket|.*(?:Name|Arn|ARN|Url|Id|Identifier|Identifiers|name|arn|Stack|Cluster|cluster))$")

# Exceptions that end what the program asked for wherever they are made outside of a request. Others, such as
# ConfigNotFound, botocore makes and catches itself.
ENDING = frozenset(
    "ParamValidationError ValidationError NoRegionError ProfileNotFound UnknownServiceError WaiterError"
    " EndpointProviderError EndpointVariantError InvalidEndpointConfigurationError PartialCredentialsError"
    " InvalidConfigError UnknownClientMethodError PaginationError InvalidRetryConfigurationError"
    " InvalidS3AddressingStyleError CredentialRetrievalError SSOError LoginError TokenRetrievalError"
    " UnsupportedS3ConfigurationError UnsupportedS3AccesspointConfigurationError InvalidDNSNameError".split()
)
# Within these botocore catches what it makes.
CATCHING = frozenset(("_load_service_endpoints_ruleset", "get_available_services", "get_available_regions"))


class _Call:
    __slots__ = ("context", "model", "params", "start", "sent", "url", "attempts")

    def __init__(self, context, model, params):
        self.context = context
        self.model = model
        self.params = params
        self.start = time.perf_counter()
        self.sent = 0.0
        self.url = ""
        self.attempts = []


class _State:
    """What is known of this process; begun anew in a process that was forked."""

    def __init__(self):
        self.lock = threading.RLock()
        self.local = threading.local()
        self.clients = weakref.WeakKeyDictionary()
        self.clients_seen = 0  # their numbers are never given again, when a client is gone
        self.made = {}
        self.number = 0
        self.missed = 0
        self.full = False
        self.counts = {}
        self.alike = {}
        self.named = {}  # by what is alike, what its failures name
        self.seen = []
        self.plain = []  # of failures that no weak reference can be had to
        self.lines = {}
        self.hiding = _hiding.Hiding()
        self.environment = None
        self.wait = FIRST_FLUSH / 2
        self.flush_at = 0.0  # a forked process may end with nothing done at its exit: its first call is told at once

    def calls(self):
        try:
            return self.local.calls
        except AttributeError:
            self.local.calls = []
            return self.local.calls


def _beside(name):
    """Another part of the observer, which no program can import."""
    file = os.path.join(os.path.dirname(__file__), name + ".py")
    spec = spec_from_file_location(name, file)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_hiding = _beside("awsleuth_hiding")
with open(os.path.join(os.path.dirname(__file__), "variables.regex")) as _pattern:
    VARIABLE = re.compile(_pattern.read().strip())
_state = _State()
_telling = set()  # the code of the functions that tell of any exception that leaves them
_record = os.environ.get("AWSLEUTH_RECORD", "")


def _write(**fields):
    fields["pid"] = os.getpid()
    line = json.dumps(fields, default=_hiding.left_out) + "\n"
    if len(line) > LARGEST_LINE:
        fields["params"] = {}
        line = json.dumps(fields, default=_hiding.left_out)[: LARGEST_LINE - 1] + "\n"
    # Opened for each line: a descriptor that stays could be closed by the program and belong to another file.
    file = os.open(_record, os.O_WRONLY | os.O_APPEND)
    try:
        size = os.fstat(file).st_size
        _state.full = size > LARGEST_FILE
        # What is told at the end is short, and says which of the failures the program died of.
        if size > (2 * LARGEST_FILE if fields["kind"] in LAST else LARGEST_FILE):
            _state.missed += 1
        else:
            os.write(file, line.encode("ascii"))
    finally:
        os.close(file)


def _quietly(handler):
    """The handler, with its failures counted: never one of the program."""

    def quiet(**arguments):
        try:
            handler(**arguments)
        except Exception:
            _state.missed += 1

    return quiet


def _on_class(class_attributes=None, **_):
    """A client is about to be made: what it is asked for is in the frames above."""
    asked = {}
    frame = sys._getframe(2)
    for _depth in range(30):
        if frame is None:
            break
        names = frame.f_code.co_varnames
        if "region_name" in names and "endpoint_url" in names and "config" in names and "service_name" in names:
            local = frame.f_locals
            if "/boto3/" in frame.f_code.co_filename or "self" not in local:
                asked = {}
            for name in ("region_name", "endpoint_url", "aws_access_key_id", "verify", "use_ssl", "api_version"):
                value = local.get(name)
                # botocore itself puts the Region that it finds into this name.
                if value is not None and not (name == "region_name" and "default_client_config" in names):
                    asked[name] = "given" if name == "aws_access_key_id" else _text(str(value))
            config = local.get("config")
            supplied = getattr(config, "_user_provided_options", None)
            if supplied:
                asked["config"] = _state.hiding.settings(supplied)
        frame = frame.f_back
    if len(_state.made) > 1000:
        _state.made.clear()
    _state.made[id(class_attributes["_PY_TO_OP_NAME"])] = (asked, _place(_stack(sys._getframe(2))))
    _environment()


def _on_call(params=None, model=None, context=None, **_):
    if context.get("is_presign_request"):
        return
    calls = _state.calls()
    if len(calls) > 8:
        del calls[0]
    calls.append(_Call(context, model, params))
    config = context.get("client_config")
    if config is not None and config not in _state.clients:
        _client(config)


def _on_request(request=None, **_):
    call = _find(getattr(request, "context", None))
    if call:
        call.url = request.url
        call.sent = time.perf_counter()


def _on_response(context=None, parsed_response=None, exception=None, **_):
    call = _find(context)
    if call:
        call.attempts.append((call.sent, time.perf_counter(), call.url, parsed_response, exception))


def _on_end(http_response=None, context=None, **_):
    call = _find(context)
    if call is None or http_response.status_code >= 300:
        return  # the exception is made next
    end = time.perf_counter()
    _close(call)
    seconds = end - call.start
    _count(call, seconds)
    if len(call.attempts) > 1 or seconds >= SLOW:
        with _state.lock:
            _state.hiding.begin()
            facts = _facts(call, end, sys._getframe(2))
        _write(kind="call", place=_place(facts["stack"]), **facts)
    if end > _state.flush_at:
        _flush()


def _count(call, seconds):
    key = (call.model.service_model.service_name, call.model.name)
    with _state.lock:
        counted = _state.counts.get(key)
        if counted is None:
            counted = _state.counts[key] = [0, 0.0, 0.0]
        counted[0] += 1
        counted[1] += seconds
        counted[2] = max(counted[2], seconds)


def _on_error(exception=None, context=None, **_):
    call = _find(context)
    if call:
        _close(call)
        _state.local.closed = context
        if not _told_within(exception.__traceback__):
            _failed(exception, call, sys._getframe(2))


def _left(exception):
    """Any exception leaves a call, or the making of a client, of which no event may have told."""
    try:
        frame = sys._getframe(1)
        local = frame.f_locals
        context = local.get("request_context")
        closed, _state.local.closed = getattr(_state.local, "closed", None), None
        if closed is not None and closed is context:
            return
        call = _find(context)
        if call is None and local.get("operation_model") is not None and not hasattr(exception, "operation_name"):
            call = _Call(context or {}, local["operation_model"], local.get("api_params") or {})
        elif call:
            _close(call)
        if not _told_within(exception.__traceback__.tb_next):
            _failed(exception, call, frame)
    except Exception:
        _state.missed += 1


def _told_within(trace):
    """Whether an exception came through a call, or the making of a client, within this one."""
    while trace is not None:
        if trace.tb_frame.f_code in _telling:
            return True
        trace = trace.tb_next
    return False


def _made(exception, frame):
    """An exception of botocore was made, by the code of this frame."""
    if hasattr(exception, "operation_name"):
        caller = _request_frame(frame)
        call = _find(caller.f_locals.get("request_context")) if caller else None
        if call:
            _close(call)
            _state.local.closed = call.context
            _failed(exception, call, frame)
        return
    names = {c.__name__ for c in type(exception).__mro__}
    if frame.f_locals.get("type_name", "service-2") != "service-2":
        return  # botocore looks whether a service has paginators, waiters and the like
    body = frame.f_code.co_filename.endswith(os.path.join("botocore", "response.py"))
    if not names & ENDING and not (body and "HTTPClientError" in names):
        return
    caller = _request_frame(frame)
    call = _find(caller.f_locals.get("request_context")) if caller else None
    if call and call.sent:
        return  # it comes with the end of the request, if it is not caught before
    if call:
        _close(call)
        _state.local.closed = call.context
    _failed(exception, call, frame)


def _request_frame(frame):
    for _depth in range(60):
        if frame is None or frame.f_code.co_name == "_make_api_call":
            return frame
        frame = frame.f_back
    return None


def _find(context):
    if context is not None:
        for call in reversed(_state.calls()):
            if call.context is context:
                return call
    return None


def _close(call):
    """Ends a call, with those within it that ended unseen."""
    calls = _state.calls()
    del calls[calls.index(call) :]


def _failed(exception, call, frame):
    end = time.perf_counter()
    with _state.lock:
        if any(known() is exception for known, _number in _state.seen):
            return  # of a call within this one
    # Of what is none of botocore's the traceback tells where it was raised.
    trace = None if _is_of_botocore(exception) else exception.__traceback__
    stack = _stack(frame, trace=trace)
    if any(f[2] in CATCHING for f in stack):
        return
    if call and any(f[2] == "wait" and f[0].endswith(os.path.join("botocore", "waiter.py")) for f in stack):
        _count(call, end - call.start)
        return  # a waiter takes errors for answers, and says itself how it ended
    if call and trace and any(f[2] == "_get_response" for f in stack):
        call.attempts.append((call.sent, end, call.url, None, exception))  # of which no event tells
    if call is None and type(exception).__name__ == "WaiterError":
        call = _waited(frame)
    number = _numbered(exception, _place(stack), _naming(call))
    if not number:
        return
    if _state.full:
        _state.missed += 1
        return
    with _state.lock:
        _state.hiding.begin()
        facts = _facts(call, end, frame, trace) if call else _outside(frame, trace)
        facts["message"] = _text(str(exception))
    facts["place"] = _place(stack)
    kind = type(exception)
    name = kind.__qualname__ if kind.__module__ == "builtins" else kind.__module__ + "." + kind.__qualname__
    _write(kind="call", number=number, exception=name, **facts)


def _waited(frame):
    """What a waiter asks, of which it says itself how it ended; None where it cannot be seen."""
    try:
        while frame is not None:
            if frame.f_code.co_name == "wait" and frame.f_code.co_filename.endswith(os.path.join("botocore", "waiter.py")):
                waiter, params = frame.f_locals["self"], frame.f_locals["kwargs"]
                meta = waiter._operation_method._client_method.__self__.meta
                model = meta.service_model.operation_model(waiter.config.operation)
                return _Call({"client_config": meta.config}, model, params)
            frame = frame.f_back
    except Exception:
        pass  # of another botocore
    return None


def _naming(call):
    """What tells the resource of a call from another: parameters that are names of things."""
    if call is None or not isinstance(call.params, dict):
        return ()
    given = [(name, value) for name, value in call.params.items() if isinstance(value, str) and NAMING.search(str(name))]
    return tuple((name, hash(value)) for name, value in sorted(given)[:10])


def _numbered(exception, place, naming=()):
    """The number of a failure that is to be written; 0 where enough are that are like it."""
    with _state.lock:
        _state.number += 1
        key = (type(exception).__name__, re.sub(r"\d+", "0", str(exception)[:1000])[:400], tuple(place))
        if key not in _state.alike and len(_state.alike) >= MOST_KINDS:
            key = (type(exception).__name__, "", ())  # its messages are all different
        most = MOST_ALIKE
        named = _state.named.setdefault(key, [])
        if naming not in named and len(named) <= MOST_NAMED:
            named.append(naming if len(named) < MOST_NAMED else ())  # the last is for all others
        at = named.index(naming) if naming in named else MOST_NAMED
        if at:
            key += (at,)
            most = MOST_OF_NAMED
        alike = _state.alike.setdefault(key, [0, _state.number, 0])
        alike[0] += 1
        enough = alike[0] > most
        alike[2] += enough
        told = alike[1] if enough else _state.number
        try:
            _state.seen = _state.seen[-63:] + [(weakref.ref(exception), told)]
        except TypeError:  # a built-in one
            _state.plain = _state.plain[-63:] + [(id(exception), type(exception), str(exception)[:400], told)]
        return 0 if enough else _state.number


def _outside(frame, trace):
    """What the frames tell of a failure that is of no request: the client that was to be made."""
    facts = {"stack": _stack(frame, True, trace)}
    for _depth in range(60):
        if frame is None:
            break
        service = frame.f_locals.get("service_name") if frame.f_code.co_name == "create_client" else None
        if isinstance(service, str):
            facts["service"] = _text(service)
            break
        frame = frame.f_back
    return facts


def _facts(call, end, frame, trace=None):
    model = call.model
    facts = {
        "time": round(time.time() - (end - call.start), 3),
        "seconds": round(end - call.start, 4),
        "service": model.service_model.service_name,
        "operation": model.name,
        "client": _state.clients.get(call.context.get("client_config"), 0),
    }
    try:  # first, since what is hidden in them may be in the texts too
        made = getattr(model, "idempotent_members", ())  # which botocore fills in
        given = {name: value for name, value in call.params.items() if name not in made}
        facts["params"] = _state.hiding.params(model, given)
    except Exception:
        _state.missed += 1
    facts["attempts"] = _attempts(call)
    facts["stack"] = _stack(frame, True, trace)
    return facts


def _attempts(call):
    made = []
    received = call.start
    for sent, end, url, parsed, exception in call.attempts:
        attempt = {"waited": round(sent - received, 4), "seconds": round(end - sent, 4), "url": _state.hiding.url(url)}
        received = end
        if parsed is not None:
            metadata = parsed.get("ResponseMetadata") or {}
            error = parsed.get("Error") or {}
            attempt["status"] = metadata.get("HTTPStatusCode")
            attempt["request"] = metadata.get("RequestId", "")
            attempt["date"] = (metadata.get("HTTPHeaders") or {}).get("date", "")
            if error:
                attempt["code"] = str(error.get("Code", ""))
                attempt["message"] = _text(str(error.get("Message", "")))
            for name in ("MaxAttemptsReached", "RetryQuotaReached"):
                if metadata.get(name):
                    attempt["gave_up"] = name
        if exception is not None:
            attempt["exception"] = type(exception).__name__
            attempt["message"] = _text(str(exception))
        made.append(attempt)
    return made


def _client(config):
    """Writes what a client is, when its first call begins."""
    with _state.lock:
        if config in _state.clients:
            return
        number = _state.clients_seen = _state.clients_seen + 1
        _state.clients[config] = number
    frame = _request_frame(sys._getframe(1))
    client = frame.f_locals.get("self") if frame else None
    if client is None:
        return
    asked, place = _state.made.pop(id(type(client)._PY_TO_OP_NAME), ({}, []))
    credentials = getattr(client._request_signer, "_credentials", None)
    state = getattr(credentials, "__dict__", {})
    # The property of the same name would refresh the credentials.
    key = state.get("_access_key") or state.get("access_key") or ""
    retries = config.retries or {}
    _write(
        kind="client",
        number=number,
        service=client.meta.service_model.service_name,
        region=client.meta.region_name or "",
        endpoint=_state.hiding.url(client.meta.endpoint_url or ""),
        method=getattr(credentials, "method", "") or "",
        key=_text(key if isinstance(key, str) else ""),
        mode=str(retries.get("mode", "")),
        attempts=retries.get("total_max_attempts", retries.get("max_attempts", -1) + 1),
        connect=config.connect_timeout,
        read=config.read_timeout,
        signing=str(config.signature_version),  # another name would be taken for that of a secret
        asked=asked,
        place=place,
    )


def _environment():
    """Writes the variables that botocore reads, when they are not those written last."""
    values = [[name] + _state.hiding.variable(name, value) for name, value in sorted(os.environ.items()) if VARIABLE.search(name)]
    if values != _state.environment:
        _state.environment = values
        _write(kind="environment", values=values)


def _stack(frame, code=False, trace=None):
    """The frames from the outermost to this one: file, line and function, with the line's text where asked for.

    With a traceback, the frames from the outermost to that where the exception was raised.
    """
    frames = []
    if trace is not None:
        frame = trace.tb_frame.f_back
        while trace is not None and len(frames) < 200:
            at = trace.tb_frame.f_code
            if at.co_filename != __file__ and not at.co_filename.startswith("<frozen "):
                frames.append([at.co_filename, trace.tb_lineno or 0, at.co_name])
            trace = trace.tb_next
        frames.reverse()
    while frame is not None and len(frames) < 200:
        file = frame.f_code.co_filename
        if file != __file__ and not file.startswith("<frozen "):
            frames.append([file, frame.f_lineno or 0, frame.f_code.co_name])
        frame = frame.f_back
    frames = frames[:MOST_FRAMES][::-1]
    if code:
        for entry in frames:
            entry.append(_line(entry[0], entry[1]))
    return frames


def _place(stack):
    """The innermost frame of the program itself."""
    for frame in reversed(stack):
        file = frame[0]
        if "site-packages" not in file and "dist-packages" not in file and not file.startswith(sys.base_prefix + os.sep):
            return frame[:3]
    return stack[-1][:3] if stack else []


def _line(file, number):
    key = (file, number)
    text = _state.lines.get(key)
    if text is None:
        text = ""
        if not file.startswith("<"):
            try:
                with open(file, "rb") as lines:
                    for at, line in enumerate(lines, 1):
                        if at == number:
                            text = line.decode("utf-8", "replace").strip()
                            break
            except OSError:
                pass
        if len(_state.lines) > 2000:
            _state.lines.clear()
        _state.lines[key] = text = text[:300]
    return _text(text)


def _text(text):
    return _state.hiding.text(text)


def _flush():
    with _state.lock:
        counts, _state.counts = _state.counts, {}
        _state.wait = min(2 * _state.wait, LONGEST_FLUSH)
        _state.flush_at = time.perf_counter() + _state.wait
        again = [(a[1], a[2]) for a in _state.alike.values() if a[2]]
        for entry in _state.alike.values():
            entry[2] = 0
    for (service, operation), (count, seconds, longest) in counts.items():
        _write(
            kind="calls",
            service=service,
            operation=operation,
            count=count,
            seconds=round(seconds, 4),
            longest=round(longest, 4),
        )
    for number, count in again:
        _write(kind="again", number=number, count=count)


def _at_exit():
    try:
        _flush()
        _died()
        if _state.missed:
            _write(kind="missed", count=_state.missed)
    except Exception:
        pass


def _died():
    """Writes what the program died of, where AWS calls have to do with it."""
    value = getattr(sys, "last_exc", None) or getattr(sys, "last_value", None)
    chain = []
    todo = [value]
    while todo and len(chain) < 50:
        e = todo.pop()
        if e is not None and not any(e is known for known in chain):
            chain.append(e)
            todo += [e.__cause__, e.__context__]
    with _state.lock:
        numbers = [number for known, number in _state.seen if any(known() is e for e in chain)]
        numbers += [known[3] for known in _state.plain if any(_is_same(e, known) for e in chain)]
    if numbers or any(_is_ours(e) for e in chain):
        import traceback

        text = "".join(traceback.format_exception(type(value), value, value.__traceback__))
        _state.hiding.recall()
        lines = [_text(line) for line in _state.hiding.whole(text[-LARGEST_LINE:]).split("\n")]
        # Where the record is full the call is not in it: its text tells.
        numbers = [] if _state.full else numbers
        _write(kind="died", numbers=numbers, text="\n".join(lines)[-LARGEST_LINE // 2 :])


def _is_same(exception, known):
    """Whether a built-in exception, which is alive, is the one that was seen; another may have come to its place."""
    same = id(exception) == known[0] and type(exception) is known[1] and str(exception)[:400] == known[2]
    return same and _told_within(exception.__traceback__)


def _is_of_botocore(exception):
    return any(c.__name__ in ("BotoCoreError", "ClientError") for c in type(exception).__mro__)


def _is_ours(exception):
    if type(exception).__module__.split(".")[0] in ("botocore", "boto3", "s3transfer"):
        return True
    trace = exception.__traceback__
    while trace is not None:
        if (os.sep + "botocore" + os.sep) in trace.tb_frame.f_code.co_filename:
            return True
        trace = trace.tb_next
    return False


def _forked():
    global _state
    _state = _State()
    # A process of multiprocessing ends without what atexit has; this has it told first.
    util = sys.modules.get("multiprocessing.util")
    if util is not None:
        util.register_after_fork(_state, lambda _: util.Finalize(None, _at_exit, exitpriority=-1))


def _seeing(kind):
    """Has an exception's class tell of each that is made. Nothing stays in tracebacks: it returns before the raise."""
    original = kind.__init__

    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        try:
            _made(self, sys._getframe(1))
        except Exception:
            _state.missed += 1

    __init__.__wrapped__ = original
    __init__.__doc__ = original.__doc__
    kind.__init__ = __init__


def _telling_of_what_leaves(function, module):
    """Has a function tell of any exception that leaves it. Its code is compiled anew from its own source, around which
    a `try` stands that raises the same again: so no traceback has a line more, and each line keeps its number."""
    name = function.__name__
    for _depth in range(5):  # within its decorators
        inner = [c.cell_contents for c in function.__closure__ or () if inspect.isfunction(c.cell_contents)]
        inner = [f for f in inner if f.__name__ == name or f.__code__.co_name == name]
        if not inner:
            break
        function = inner[0]
    old = function.__code__
    lines, first = inspect.getsourcelines(old)
    if old.co_freevars or old.co_name != name or not lines:
        return
    indented = lines[0][:1].isspace()
    tree = ast.parse(("if 1:\n" if indented else "") + "".join(lines))
    ast.increment_lineno(tree, first - (2 if indented else 1))
    definition = tree.body[0].body[0] if indented else tree.body[0]
    guard = ast.parse("try:\n pass\nexcept Exception as _awsleuth:\n _awsleuth_left(_awsleuth)\n raise").body[0]
    for node in ast.walk(guard):
        if hasattr(node, "lineno"):
            node.lineno = node.end_lineno = definition.lineno
    guard.body = definition.body
    definition.body = [guard]
    code = compile(tree, old.co_filename, "exec", dont_inherit=True)
    while code.co_name != name:
        code = next(c for c in code.co_consts if hasattr(c, "co_code"))
    if hasattr(old, "co_qualname"):
        code = code.replace(co_qualname=old.co_qualname)
    if code.co_freevars or code.co_firstlineno != old.co_firstlineno or code.co_varnames[: code.co_argcount] != old.co_varnames[: old.co_argcount]:
        return
    vars(module)["_awsleuth_left"] = _left
    function.__code__ = code
    _telling.add(code)


class _Handlers(list):
    """botocore's own handlers, which a new session goes through: botocore is loaded wholly then."""

    package = ""

    def __iter__(self):
        package, self.package = self.package, ""
        if package:
            for part, kind, name in (("client", "BaseClient", "_make_api_call"), ("session", "Session", "create_client")):
                try:
                    module = sys.modules[package + "." + part]
                    _telling_of_what_leaves(getattr(getattr(module, kind), name), module)
                except Exception:
                    pass  # botocore is another, or without its source: its events tell of the most
        return super().__iter__()


def watch(package, handlers):
    """Begins to watch the botocore whose module of handlers this is."""
    ours = []
    for event, handler in (
        ("creating-client-class", _on_class),
        ("before-parameter-build", _on_call),
        ("request-created", _on_request),
        ("response-received", _on_response),
        ("after-call", _on_end),
        ("after-call-error", _on_error),
    ):
        quiet = _quietly(handler)
        ours.append(quiet)
        handlers.BUILTIN_HANDLERS.append((event, quiet))

    def shown(record):
        args = record.args
        return not (isinstance(args, tuple) and len(args) == 2 and any(args[1] is h for h in ours))

    # With debug logs the program says each handler that is called: not these.
    logging.getLogger(package + ".hooks").addFilter(shown)
    exceptions = sys.modules[package + ".exceptions"]
    _seeing(exceptions.BotoCoreError)
    _seeing(exceptions.ClientError)
    handlers.BUILTIN_HANDLERS = _Handlers(handlers.BUILTIN_HANDLERS)
    handlers.BUILTIN_HANDLERS.package = package
    atexit.register(_at_exit)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_forked)
