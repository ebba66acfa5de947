"""The texts that one failure leaves behind: tracebacks, logs, answers of a runtime."""

import json
import logging
import time
import traceback

# What a log's clock said; the record is made here, not timed.
NOON = 1_767_268_800.0


def tracebacks(failure):
    return "".join(traceback.format_exception(failure.error))


def fresh(failure):
    """The exception as it was raised, whatever renderings before did to its traceback."""
    return failure.error.with_traceback(failure.frames)


def plain(failure):
    return tracebacks(failure)


def raised_from(failure):
    try:
        raise RuntimeError("could not load the report") from fresh(failure)
    except RuntimeError as outer:
        return "".join(traceback.format_exception(outer))


def raised_while_handling(failure):
    try:
        try:
            raise fresh(failure)
        except Exception:
            return {}["fallback"]
    except KeyError as outer:
        return "".join(traceback.format_exception(outer))


def logged(failure):
    """What logging.exception writes with the usual format."""
    error = fresh(failure)
    return log_line("could not load the report", (type(error), error, error.__traceback__))


def logged_message(failure):
    """What logging.error("…: %s", error) writes: the class is not in it."""
    return log_line(f"could not load the report: {failure.error}", None)


def log_line(message, exc_info):
    record = logging.LogRecord(
        "reports", logging.ERROR, "reports.py", 17, message, None, exc_info
    )
    record.created, record.msecs = NOON, 0.0
    form = logging.Formatter("%(asctime)s %(levelname)-8s [%(name)s] %(message)s")
    form.converter = time.gmtime
    return form.format(record) + "\n"


def json_log(failure):
    line = {
        "timestamp": "2026-01-01T12:00:00.000Z",
        "level": "ERROR",
        "logger": "reports",
        "message": f"could not load the report: {failure.error}",
        "exc_info": tracebacks(failure).rstrip("\n"),
    }
    return json.dumps(line) + "\n"


def json_in_json(failure):
    """A JSON log line as a container runtime keeps it: escaped twice."""
    line = {"log": json_log(failure), "stream": "stderr", "time": "2026-01-01T12:00:00.000001Z"}
    return json.dumps(line) + "\n"


def lambda_json(failure):
    error = fresh(failure)
    answer = {
        "errorMessage": str(error),
        "errorType": type(error).__name__,
        "requestId": "11111111-2222-4333-8444-555555555555",
        "stackTrace": traceback.format_list(traceback.extract_tb(error.__traceback__)),
    }
    return json.dumps(answer) + "\n"


def python_repr(failure):
    return f"failed: {failure.error!r}\n"


def debug_log(failure):
    """botocore's own debug log and the traceback that ends the program."""
    return failure.log + tracebacks(failure)


def printed_response(failure):
    """What print(error.response) shows; only a ClientError has one."""
    return f"{failure.error.response}\n"


ALL = {
    "traceback": plain,
    "raised-from": raised_from,
    "raised-while-handling": raised_while_handling,
    "log": logged,
    "log-message": logged_message,
    "json-log": json_log,
    "json-in-json": json_in_json,
    "lambda-json": lambda_json,
    "repr": python_repr,
    "debug-log": debug_log,
    "printed-response": printed_response,
}

WITHOUT_CLASS = {"log-message", "printed-response"}
WITHOUT_MODULE = WITHOUT_CLASS | {"lambda-json", "repr"}
