"""Watches the calls that botocore makes in this process, through botocore's own events, and appends what it sees
to the file that AWSLEUTH_RECORD names: one JSON object a line, each in one write, so that threads and processes do
not get in each other's way. No secret and no payload is written. Whatever fails here is counted and swallowed.

A call that succeeds at once is only counted; a call that failed, was repeated or took long is written with its
parameters and attempts. An exception is not caught but seen when it is made, so that no traceback has a line more.
"""

import atexit
import json
import logging
import os
import sys
import threading
import weakref
from importlib.util import module_from_spec, spec_from_file_location
from time import perf_counter as _now

LARGEST_FILE = 4 << 20
LARGEST_LINE = 64 << 10
LAST = frozenset(("calls", "again", "died", "thread", "missed", "ended"))
SLOW = 1.0
FIRST_FLUSH = 1.0
LONGEST_FLUSH = 60.0

# Exceptions that end what the program asked for wherever they are made outside of a request. Others, such as
# ConfigNotFound, botocore makes and catches itself.
ENDING = frozenset(
    "ParamValidationError ValidationError NoRegionError ProfileNotFound UnknownServiceError WaiterError"
    " EndpointProviderError EndpointVariantError InvalidEndpointConfigurationError PartialCredentialsError"
    " InvalidConfigError UnknownClientMethodError PaginationError InvalidRetryConfigurationError"
    " InvalidS3AddressingStyleError CredentialRetrievalError SSOError LoginError TokenRetrievalError"
    " UnsupportedS3ConfigurationError UnsupportedS3AccesspointConfigurationError InvalidDNSNameError".split()
)


class _Call:
    __slots__ = ("context", "model", "params", "start", "sent", "url", "attempts")

    def __init__(self, context, model, params):
        self.context = context
        self.model = model
        self.params = params
        self.start = _now()
        self.sent = 0.0
        self.url = ""
        self.attempts = []


class _Local(threading.local):
    """What is known of one thread: the calls it is in, the last the innermost, and the context of the call told last."""

    def __init__(self):
        self.calls = []
        self.closed = None


class _State:
    """What is known of this process; begun anew in a process that was forked."""

    def __init__(self, before=None):
        self.lock = threading.RLock()
        self.local = _Local()
        self.clients = weakref.WeakKeyDictionary()
        self.last_client = _none  # a weak reference to its configuration: most calls are of the same
        self.clients_seen = 0  # their numbers are never given again, when a client is gone
        # What clients were asked for, and where: of those not called yet by their class, then by their configuration.
        # A process that was forked goes on with the clients of the one before.
        self.made = dict(before.made) if before else {}
        self.asked = before.asked if before else weakref.WeakKeyDictionary()
        self.missed = 0
        self.full = False
        self.counts = {}
        self.counted = {}  # the same counts, by the name of the event that ends a call
        self.hiding = _hiding.Hiding()
        self.places = _part("awsleuth_places").Places()
        self.environment = None
        self.wait = FIRST_FLUSH / 2
        self.flush_at = 0.0  # a forked process may end with nothing done at its exit: its first call is told at once
        self.failures = None  # until one is to be written


_parts = {}


def _part(name):
    """Another part of the observer, which no program can import; loaded where it is first needed."""
    module = _parts.get(name)
    if module is None:
        spec = spec_from_file_location(name, os.path.join(os.path.dirname(__file__), name + ".py"))
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        _parts[name] = module
    return module


def _none():
    return None


_hiding = _part("awsleuth_hiding")
_clients = _part("awsleuth_clients")
_state = _State()
_telling = set()  # the code of the functions that tell of any exception that leaves them
_record = os.environ.get("AWSLEUTH_RECORD", "")


def _failures():
    """What writes of failures."""
    with _state.lock:
        if _state.failures is None:
            _state.failures = _part("awsleuth_failures").Failures(_state, _telling, _write, _count, _Call, _contents, _part)
        return _state.failures


def _contents(hiding):
    return _part("awsleuth_contents").Contents(hiding, _hiding)


def _write(**fields):
    fields["pid"] = os.getpid()
    line = json.dumps(fields, default=_hiding.left_out) + "\n"
    if len(line) > LARGEST_LINE:
        line = _part("awsleuth_shortening").shorter(fields, LARGEST_LINE - 1, _hiding.left_out) + "\n"
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


# The handlers swallow their failures each by itself, and the way of a call that succeeds at once is in one piece: it is
# run between botocore's own code, cold, where each function that is called costs the program microseconds.


def _on_class(class_attributes=None, **_):
    """A client is about to be made: what it is asked for is in the frames above."""
    try:
        frame = sys._getframe(1)
        if len(_state.made) > _clients.MOST_MADE:
            _state.made.clear()
        made = (_clients.asked(frame, _state.hiding), _state.places.of_program(_state.places.stack(frame)))
        _state.made[id(class_attributes["_PY_TO_OP_NAME"])] = made
        _environment()
    except Exception:
        _state.missed += 1


def _on_call(params=None, model=None, context=None, **_):
    try:
        if context.get("is_presign_request"):
            return
        state = _state
        calls = state.local.calls
        if len(calls) > 8:
            del calls[0]
        calls.append(_Call(context, model, params))
        config = context.get("client_config")
        if config is not state.last_client():
            _client(config)
    except Exception:
        _state.missed += 1


def _on_request(request=None, **_):
    try:
        context, calls = request.context, _state.local.calls
        call = calls[-1] if calls and calls[-1].context is context else _find(context)
        if call:
            call.url = request.url
            call.sent = _now()
    except Exception:
        _state.missed += 1


def _on_response(context=None, parsed_response=None, exception=None, **_):
    try:
        calls = _state.local.calls
        call = calls[-1] if calls and calls[-1].context is context else _find(context)
        if call:
            call.attempts.append((call.sent, _now(), call.url, parsed_response, exception))
    except Exception:
        _state.missed += 1


def _on_end(http_response=None, context=None, event_name=None, **_):
    try:
        status = http_response.status_code
        if not isinstance(status, int) or status >= 300:
            return  # the exception is made next
        state = _state
        calls = state.local.calls
        if calls and calls[-1].context is context:
            call = calls.pop()
        else:
            call = _find(context)
            if call is None:
                return
            _close(call)
        end = _now()
        seconds = end - call.start
        with state.lock:
            counted = state.counted.get(event_name)
            if counted is None:
                counted = state.counted[event_name] = _counts(call)
            counted[0] += 1
            counted[1] += seconds
            if seconds > counted[2]:
                counted[2] = seconds
        if seconds >= SLOW or len(call.attempts) > 1:
            _failures().slow(call, end, sys._getframe(1))
        if end > state.flush_at:
            _flush()
    except Exception:
        _state.missed += 1


def _counts(call):
    """How many calls of its operation there were, with their seconds and those of the longest."""
    key = (call.model.service_model.service_name, call.model.name)
    return _state.counts.setdefault(key, [0, 0.0, 0.0])


def _count(call, seconds):
    with _state.lock:
        counted = _counts(call)
        counted[0] += 1
        counted[1] += seconds
        counted[2] = max(counted[2], seconds)


def _on_error(exception=None, context=None, **_):
    try:
        call = _find(context)
        if call:
            _close(call)
            _state.local.closed = context
            if not _failures().told_within(exception.__traceback__):
                _failed(exception, call, sys._getframe(1))
    except Exception:
        _state.missed += 1


def _left(exception):
    """Any exception leaves a call, or the making of a client, of which no event may have told."""
    try:
        frame = sys._getframe(1)
        local = frame.f_locals
        context = local.get("request_context")
        closed, _state.local.closed = _state.local.closed, None
        if closed is not None and closed is context:
            return
        call = _find(context)
        if call is None and local.get("operation_model") is not None and not hasattr(exception, "operation_name"):
            call = _Call(context or {}, local["operation_model"], local.get("api_params") or {})
        elif call:
            _close(call)
        if not _failures().told_within(exception.__traceback__.tb_next):
            _failed(exception, call, frame)
    except Exception:
        _state.missed += 1


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
        for call in reversed(_state.local.calls):
            if call.context is context:
                return call
    return None


def _close(call):
    """Ends a call, with those within it that ended unseen."""
    calls = _state.local.calls
    del calls[calls.index(call) :]


def _failed(exception, call, frame):
    end = _now()
    _failures().failed(exception, call, frame, end)


def _client(config):
    """Writes what a client is, when its first call begins."""
    if config is None:
        return
    with _state.lock:
        _state.last_client = weakref.ref(config)
        if config in _state.clients:
            return
        number = _state.clients_seen = _state.clients_seen + 1
        _state.clients[config] = number
    frame = _request_frame(sys._getframe(1))
    client = frame.f_locals.get("self") if frame else None
    if client is None:
        return
    made = _state.made.pop(id(type(client)._PY_TO_OP_NAME), None)
    asked, place = _state.asked.setdefault(config, made or (None, []))
    facts = _clients.facts(client, config, _state.hiding)
    _write(kind="client", number=number, asked=asked, place=place, **facts)


def _environment():
    """Writes the variables that botocore reads, when they are not those written last."""
    values = _clients.environment(_state.hiding)
    if values != _state.environment:
        _state.environment = values
        _write(kind="environment", values=values)


def _flush():
    with _state.lock:
        counts, _state.counts, _state.counted = _state.counts, {}, {}
        _state.wait = min(2 * _state.wait, LONGEST_FLUSH)
        _state.flush_at = _now() + _state.wait
        again = _state.failures.again() if _state.failures else []
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


def _died():
    """What the program ended with: it passed the outermost frame. pytest puts there what a test failed with, expected
    or not."""
    died = getattr(sys, "last_exc", None) or getattr(sys, "last_value", None)
    trace = getattr(died, "__traceback__", None)
    return None if trace is not None and trace.tb_frame.f_back is not None else died


def _at_exit():
    try:
        _flush()
        died = _died()
        if died is not None:
            _failures().died(died)
        if _state.missed:
            _write(kind="missed", count=_state.missed)
        _write(kind="ended")  # without which the calls since the last count are missing
    except Exception:
        pass


def _forked():
    global _state
    _state = _State(_state)
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


class _Handlers(list):
    """botocore's own handlers, which a new session goes through: botocore is loaded wholly then, and the program may
    have put something of its own in the place of what is botocore's."""

    package = ""
    call = None  # what stood there when botocore was loaded

    def __iter__(self):
        package, self.package = self.package, ""
        if package:
            for part, kind, name in (("client", "BaseClient", "_make_api_call"), ("session", "Session", "create_client")):
                try:
                    module = sys.modules[package + "." + part]
                    functions = [vars(c).get(name) for c in getattr(module, kind).__mro__]
                    if part == "client":
                        functions.insert(0, self.call)
                    _telling.add(_part("awsleuth_leaving").telling_of_what_leaves(functions, name, module, _left))
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
        ours.append(handler)
        handlers.BUILTIN_HANDLERS.append((event, handler))

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
    client = getattr(sys.modules.get(package + ".client"), "BaseClient", None)
    handlers.BUILTIN_HANDLERS.call = getattr(client, "__dict__", {}).get("_make_api_call")
    atexit.register(_at_exit)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_forked)
