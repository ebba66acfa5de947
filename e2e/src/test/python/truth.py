"""What is true of a failure, and which of it a given text lets one see."""

import gzip
import pathlib
import re

import botocore
import renderings
from botocore.exceptions import ClientError

FIELDS = (
    "exception service operation code message http_status request_id region endpoint max_retries"
).split()


class Failure:
    """An exception, its debug log, and the call that it is about."""

    def __init__(self, error, log, requests, service, operation):
        self.error = error
        self.frames = error.__traceback__.tb_next  # without the frame of the harness
        self.error.__traceback__ = self.frames
        self.log = log
        told = client_error_in(error)
        self.operation = told.operation_name if told is not None else operation
        self.service = service
        self.told = told
        self.request = next(
            (r for r in reversed(requests) if r.operation == self.operation), None
        )

    def truth(self):
        error = self.told.response.get("Error", {}) if self.told is not None else {}
        answer = self.told.response.get("ResponseMetadata", {}) if self.told is not None else {}
        gave_up = answer.get("MaxAttemptsReached") and "RetryAttempts" in answer
        waited = getattr(self.error, "last_response", None)
        if isinstance(waited, dict):
            error = waited.get("Error", {})
        sentence = isinstance(self.error, ClientError)
        unknown = "Unknown" if sentence else None
        message = error.get("Message", unknown)
        if not sentence and not (message and str(self.error).endswith(message)):
            message = str(self.error)
        return {
            "exception": type(self.error).__name__,
            "service": self.service,
            "operation": self.operation,
            "code": error.get("Code", unknown) or None,
            "message": (message or "").strip() or None,
            "http_status": answer.get("HTTPStatusCode"),
            "request_id": answer.get("RequestId") or None,
            "region": self.region(),
            "endpoint": self.endpoint(),
            "max_retries": answer["RetryAttempts"] if sentence and gave_up else None,
        }

    def region(self):
        """The Region that the client is for; global services have none, a redirect names another."""
        named = self.request.region if self.request else None
        redirected = "PermanentRedirect" in str(self.error)
        return None if named == "aws-global" or redirected else named

    def endpoint(self):
        told = getattr(self.error, "kwargs", {}).get("endpoint_url")
        if told not in (None, "None"):
            return told
        return self.request.url if self.request else None

    def can_be_told_in(self, form):
        """Whether a text of this form is anything that a reader could know to be a failed call."""
        if form == "printed-response":
            answered = isinstance(self.error, ClientError)
            return answered and bool(self.error.response.get("Error", {}).get("Code"))
        if isinstance(self.error, ClientError):
            return True
        if form in renderings.WITHOUT_MODULE and type(self.error).__name__ in COMMON_NAMES:
            return False
        return form not in renderings.WITHOUT_CLASS or own_words(type(self.error))

    def visible(self, form, text, truth):
        """For every field with a value: can a reader of this text know it?"""
        sentence = isinstance(self.error, ClientError)
        said = str(self.error)
        debug = form == "debug-log" and self.request is not None
        log = self.log if debug else ""
        response = form == "printed-response"
        named = said if not response else text
        operation = (sentence and not response) or debug
        status = truth["http_status"]
        seen = {
            "exception": form not in renderings.WITHOUT_CLASS,
            "service": debug or (operation and only_one_service_has(truth["operation"])),
            "operation": operation,
            "code": truth["code"] is not None and re.search(rf"\({re.escape(truth['code'])}\)|'Code': '{re.escape(truth['code'])}'", named) is not None,
            "message": form != "repr" or repr(said)[1:-1] == said,
            "http_status": f'" {status} ' in log or response or truth["code"] == str(status),
            "request_id": truth["request_id"] is not None and truth["request_id"] in text,
            "region": f"/{truth['region']}/" in log,
            "endpoint": debug or (truth["endpoint"] or "-") in said,
            "max_retries": sentence and not response,
        }
        return {f: bool(seen[f]) and truth[f] is not None for f in FIELDS}


# Classes that other libraries have by the same name.
COMMON_NAMES = {"ParserError", "FatalError"}


def own_words(cls):
    """Whether the message of this class has words of its own, not only what the raiser passes in."""
    words = re.sub(r"\{\w+\}", "", getattr(cls, "fmt", "")).split()
    return len(words) > 2 and "unspecified" not in words


def client_error_in(error):
    """The service's answer in the exception or in what it came from."""
    while error is not None and not isinstance(error, ClientError):
        error = error.__cause__ or error.__context__
    return error


_counts = {}


def count_operations(names):
    """Learns from botocore's models how many services have each of these operations."""
    wanted = re.compile(b'"name": ?"(' + "|".join(sorted(names)).encode() + b')"')
    for service in pathlib.Path(botocore.__path__[0], "data").iterdir():
        versions = [v for v in service.iterdir()] if service.is_dir() else []
        if versions:
            with gzip.open(max(versions) / "service-2.json.gz") as model:
                for name in set(wanted.findall(model.read())):
                    _counts[name.decode()] = _counts.get(name.decode(), 0) + 1


def only_one_service_has(operation):
    return _counts.get(operation) == 1
