"""What is written of a call that failed, was repeated or took long. It is loaded with the first of them: most programs
have none.
"""

import os
import re
import sys
import time
import weakref

MOST_ALIKE = 10
MOST_KINDS = 1000
# Of failures that are alike but for what they name, so many things are told apart, each with so many failures.
MOST_NAMED = 20
MOST_OF_NAMED = 2
LONGEST_TRACEBACK = 64 << 10
MOST_BELOW = 6
LONGEST_BELOW = 500
# A key of an object or an item is none of these names.
NAMING = re.compile(r"^(?!.*(?i:token|session|client))(?:Bucket|.*(?:Name|Arn|ARN|Url|Id|Identifier|Identifiers|name|arn|Stack|Cluster|cluster))$")
# Within these botocore catches what it makes.
CATCHING = frozenset(("_load_service_endpoints_ruleset", "get_available_services", "get_available_regions"))
WAITER = os.path.join("botocore", "waiter.py")


class Failures:
    """Those of one process, begun anew in one that was forked.

    `state` is what is known of the process, `telling` the code of the functions that tell of what leaves them; `write`,
    `count` and `call` are the observer's, `contents` gives what hides parameters, `part` gives another part.
    """

    def __init__(self, state, telling, write, count, call, contents, part):
        self.state = state
        self.telling = telling
        self.write = write
        self.count = count
        self.call = call
        self.hiding = state.hiding
        self.places = state.places
        self.contents = contents(state.hiding)
        self.part = part
        self.number = 0
        self.alike = {}
        self.named = {}  # by what is alike, what its failures name
        self.seen = []
        self.plain = []  # of failures that no weak reference can be had to
        self.threads = part("awsleuth_threads").Threads(self.died, self._missed)

    def _missed(self):
        self.state.missed += 1

    def failed(self, exception, call, frame, end):
        """A call, or the making of a client, ends with an exception."""
        state = self.state
        self.threads.see()
        with state.lock:
            if any(known() is exception for known, _number in self.seen):
                return  # of a call within this one
        # Of what is none of botocore's the traceback tells where it was raised.
        trace = None if _is_of_botocore(exception) else exception.__traceback__
        stack = self.places.stack(frame, trace)
        if any(f[2] in CATCHING for f in stack):
            return
        if call and any(f[2] == "wait" and f[0].endswith(WAITER) for f in stack):
            self.count(call, end - call.start)
            return  # a waiter takes errors for answers, and says itself how it ended
        if call and trace and any(f[2] == "_get_response" for f in stack):
            call.attempts.append((call.sent, end, call.url, None, exception))  # of which no event tells
        if call is None and type(exception).__name__ == "WaiterError":
            call = self._waited(frame)
        place = self.places.of_program(stack)
        number = self._numbered(exception, place, call)
        if not number:
            return
        if state.full:
            state.missed += 1
            return
        with state.lock:
            self.hiding.begin()
            facts = self._facts(call, end, stack) if call else self._outside(frame, stack)
            answered = _answered(exception, frame)
            if answered:
                facts["answered"] = answered
            profile = self._profile(frame)
            if profile is not None:
                facts["profile_name"] = profile
            facts["message"] = self.hiding.text(str(exception))
        kind = type(exception)
        name = kind.__qualname__ if kind.__module__ == "builtins" else kind.__module__ + "." + kind.__qualname__
        self.write(kind="call", number=number, exception=name, place=place, **facts)

    def slow(self, call, end, frame):
        """A call took long, or was repeated, and succeeded."""
        stack = self.places.stack(frame)
        with self.state.lock:
            self.hiding.begin()
            facts = self._facts(call, end, stack)
        self.write(kind="call", place=self.places.of_program(stack), **facts)

    def _waited(self, frame):
        """What a waiter asks, of which it says itself how it ended; None where it cannot be seen."""
        try:
            while frame is not None:
                if frame.f_code.co_name == "wait" and frame.f_code.co_filename.endswith(WAITER):
                    waiter, params = frame.f_locals["self"], frame.f_locals["kwargs"]
                    meta = waiter._operation_method._client_method.__self__.meta
                    model = meta.service_model.operation_model(waiter.config.operation)
                    return self.call({"client_config": meta.config}, model, params)
                frame = frame.f_back
        except Exception:
            pass  # of another botocore
        return None

    def _numbered(self, exception, place, call):
        """The number of a failure that is to be written; 0 where enough are that are like it."""
        naming = _naming(call)
        with self.state.lock:
            self.number += 1
            key = self._kind(exception, place, call)
            most = MOST_ALIKE
            named = self.named.setdefault(key, [])
            if naming not in named and len(named) <= MOST_NAMED:
                named.append(naming if len(named) < MOST_NAMED else ())  # the last is for all others
            at = named.index(naming) if naming in named else MOST_NAMED
            if at:
                key += (at,)
                most = MOST_OF_NAMED
            alike = self.alike.setdefault(key, [0, self.number, 0])
            alike[0] += 1
            enough = alike[0] > most
            alike[2] += enough
            told = alike[1] if enough else self.number
            try:
                self.seen = self.seen[-63:] + [(weakref.ref(exception), told)]
            except TypeError:  # a built-in one
                self.plain = self.plain[-63:] + [(id(exception), type(exception), str(exception)[:400], told)]
            return 0 if enough else self.number

    def _kind(self, exception, place, call):
        """What failures that are alike have in common; where too many kinds were met, the operation and code alone."""
        name = type(exception).__name__
        kind = (name, re.sub(r"\d+", "0", str(exception)[:1000])[:400], tuple(place))
        if kind in self.named or len(self.named) < MOST_KINDS:
            return kind
        response = getattr(exception, "response", None)
        code = (response.get("Error") or {}).get("Code", "") if isinstance(response, dict) else ""
        kind = (name, (call.model.name if call else "", str(code)[:100]), ())
        return kind if kind in self.named or len(self.named) < 2 * MOST_KINDS else (name, "", ())

    def again(self):
        """The numbers of failures that were followed by others like them, with how many since this was asked last."""
        with self.state.lock:
            again = [(a[1], a[2]) for a in self.alike.values() if a[2]]
            for entry in self.alike.values():
                entry[2] = 0
        return again

    def _outside(self, frame, stack):
        """What the frames tell of a failure that is of no request: the client that was to be made."""
        facts = {"stack": self.places.with_lines(stack, self.hiding.text)}
        for _depth in range(60):
            if frame is None:
                break
            service = frame.f_locals.get("service_name") if frame.f_code.co_name == "create_client" else None
            if isinstance(service, str):
                facts["service"] = self.hiding.text(service)
                break
            frame = frame.f_back
        return facts

    def _profile(self, frame):
        """The profile that a session was given in code: that of the outermost call in these frames, since one within it
        may be to get its credentials, else that of a client that is made. None where it cannot be seen.
        """
        session = client = None
        while frame is not None:
            name = frame.f_code.co_name
            if name == "_make_api_call":
                client = frame.f_locals.get("self")
            elif name == "create_client" and frame.f_locals.get("aws_access_key_id") is None:
                session = frame.f_locals.get("self")
            frame = frame.f_back
        try:
            if client is not None:
                return self.state.asked[client.meta.config][0].get("profile_name")
            return self.part("awsleuth_clients").profile(session, self.hiding)
        except Exception:
            return None

    def _facts(self, call, end, stack):
        model = call.model
        facts = {
            "time": round(time.time() - (end - call.start), 3),
            "seconds": round(end - call.start, 4),
            "service": model.service_model.service_name,
            "operation": model.name,
            "client": self.state.clients.get(call.context.get("client_config"), 0),
        }
        try:  # first, since what is hidden in them may be in the texts too
            made = list(getattr(model, "idempotent_members", ()))  # which botocore fills in
            if call.context.get("encoding_type_auto_set"):
                made.append("EncodingType")
            given = {name: value for name, value in call.params.items() if name not in made}
            facts["params"] = self.contents.params(model, given)
        except Exception:
            self.state.missed += 1
        facts["attempts"] = self._attempts(call)
        facts["stack"] = self.places.with_lines(stack, self.hiding.text)
        return facts

    def _attempts(self, call):
        made = []
        received = call.start
        for sent, end, url, parsed, exception in call.attempts:
            attempt = {"waited": round(sent - received, 4), "seconds": round(end - sent, 4), "url": self.hiding.url(url)}
            received = end
            if parsed is not None:
                metadata = parsed.get("ResponseMetadata") or {}
                error = parsed.get("Error") or {}
                attempt["status"] = metadata.get("HTTPStatusCode")
                attempt["request"] = metadata.get("RequestId", "")
                headers = metadata.get("HTTPHeaders") or {}
                attempt["date"] = headers.get("date", "")
                if headers.get("x-amz-bucket-region"):
                    attempt["bucket_region"] = str(headers["x-amz-bucket-region"])[:40]
                if error:
                    attempt["code"] = str(error.get("Code", ""))
                    attempt["message"] = self.hiding.text(str(error.get("Message", "")))
                for name in ("MaxAttemptsReached", "RetryQuotaReached"):
                    if metadata.get(name):
                        attempt["gave_up"] = name
            if exception is not None:
                attempt["exception"] = type(exception).__name__
                attempt["message"] = self.hiding.text(str(exception))
                chain = self._chain(exception)
                if chain:
                    attempt["chain"] = chain
            made.append(attempt)
        return made

    def _chain(self, exception):
        """The exceptions below one, from the nearest on: class names and messages."""
        chain = []
        seen = [exception]
        while len(chain) < MOST_BELOW:
            e = seen[-1]
            below = next((b for b in (e.__cause__, e.__context__, getattr(e, "reason", None)) if isinstance(b, BaseException)), None)
            if below is None or any(below is known for known in seen):
                break
            seen.append(below)
            try:
                message = self.hiding.text(str(below))[:LONGEST_BELOW]
            except Exception:
                message = ""  # of a class that cannot tell
            chain.append([type(below).__name__, message])
        return chain

    def died(self, value, kind="died"):
        """Writes what the program, or a thread of it, died of, where AWS calls have to do with it."""
        chain = []
        todo = [value]
        while todo and len(chain) < 50:
            e = todo.pop()
            if e is not None and not any(e is known for known in chain):
                chain.append(e)
                todo += [e.__cause__, e.__context__, *_grouped(e)]
        with self.state.lock:
            numbered = [(number, e) for known, number in self.seen for e in chain if known() is e]
            numbered += [(known[3], e) for known in self.plain for e in chain if self._is_same(e, known)]
        numbers = [number for number, _e in numbered]
        if not numbers and (kind != "died" or not any(_is_ours(e) for e in chain)):
            return
        import traceback

        text = "".join(traceback.format_exception(type(value), value, value.__traceback__))
        self.hiding.recall()
        lines = [self.hiding.text(line) for line in self.hiding.whole(text[-LONGEST_TRACEBACK:]).split("\n")]
        # Where the record is full the call is not in it: its text tells.
        numbers = [] if self.state.full else numbers
        place = next(filter(None, map(self._place, [e for _number, e in numbered] + [value])), [])
        self.write(kind=kind, numbers=numbers, place=place, text="\n".join(lines)[-LONGEST_TRACEBACK // 2 :])

    def _place(self, exception):
        """Where in the program an exception passed last."""
        trace = exception.__traceback__
        return self.places.in_program(self.places.stack(trace.tb_frame, trace)) if trace else []

    def _is_same(self, exception, known):
        """Whether a built-in exception, which is alive, is the one that was seen; another may have come to its place."""
        same = id(exception) == known[0] and type(exception) is known[1] and str(exception)[:400] == known[2]
        return same and self.told_within(exception.__traceback__)

    def told_within(self, trace):
        """Whether an exception came through a call, or the making of a client, within this one."""
        while trace is not None:
            if trace.tb_frame.f_code in self.telling:
                return True
            trace = trace.tb_next
        return False


def _answered(exception, frame):
    """What in the program gave the answer of a call that AWS did not get; empty where none is known to."""
    if not isinstance(getattr(exception, "response", None), dict):
        return ""
    for _depth in range(60):
        if frame is None or frame.f_code.co_name == "_make_api_call":
            break
        frame = frame.f_back
    local = frame.f_locals if frame else {}
    if local.get("event_response") is not None:  # of a handler, before a request was made
        stubbed = type(getattr(local.get("handler"), "__self__", None)).__name__ == "Stubber"
        return "Stubber" if stubbed else "an event handler"
    # With moto enabled, what it has no address of, or is to let pass, goes out all the same.
    raw = getattr(local.get("http"), "raw", None)
    return "moto" if type(raw).__module__.split(".")[0] == "moto" else ""


def _naming(call):
    """What tells the resource of a call from another: parameters that are names of things."""
    if call is None or not isinstance(call.params, dict):
        return ()
    given = [(name, value) for name, value in call.params.items() if isinstance(value, str) and NAMING.search(str(name))]
    return tuple((name, hash(value)) for name, value in sorted(given)[:10])


def _grouped(exception):
    """The exceptions within a group, as a task group of asyncio raises it."""
    is_group = any(c.__name__ == "BaseExceptionGroup" for c in type(exception).__mro__)
    return exception.exceptions if is_group else ()


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
