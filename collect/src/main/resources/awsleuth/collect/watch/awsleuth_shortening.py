"""A line that would be too long, made shorter: still one whole JSON object, of which it can be told what is not there."""

import json

# Characters of JSON that a parameter may have, one after another until the line is short enough.
STEPS = (4096, 1024, 256, 64)
MOST_ATTEMPTS = 20
MOST_VALUES = 1000
LONGEST_NAME = 200


def shorter(fields, most, left_out):
    """The fields in a line of so many characters at most: of long parameters type and size, of long texts the ends."""
    line = json.dumps(fields, default=left_out)
    for step in STEPS:
        if len(line) <= most:
            break
        fields = {name: _field(name, value, step, left_out) for name, value in fields.items()}
        line = json.dumps(fields, default=left_out)
    return line if len(line) <= most else json.dumps({k: v for k, v in fields.items() if not isinstance(v, (dict, list, str))})


def _field(name, value, step, left_out):
    if name == "params" and isinstance(value, dict):
        kept = list(value.items())[:step]
        return {k[:LONGEST_NAME]: v if _size(v, left_out) <= step else _of(v, left_out) for k, v in kept}
    if name == "attempts" and isinstance(value, list):
        return [_field("", attempt, step, left_out) for attempt in value[: MOST_ATTEMPTS // 2] + value[MOST_ATTEMPTS // 2 :][-MOST_ATTEMPTS // 2 :]]
    if isinstance(value, dict):
        return {k[:LONGEST_NAME]: _field("", v, step, left_out) for k, v in list(value.items())[:MOST_VALUES]}
    if isinstance(value, list):
        return [_field("", v, step, left_out) for v in value[:MOST_VALUES]]
    if isinstance(value, str):
        return _cut(value, step)
    return value


def _of(value, left_out):
    """What is told of a value that is not shown: of one that was left out before, what was told then."""
    return value if isinstance(value, dict) and "$hidden" in value else left_out(value)


def _cut(text, step):
    """Both ends of a text that has more characters of JSON: a traceback says at its end what was raised."""
    if len(json.dumps(text)) - 2 <= step:
        return text
    head = step // 12  # a character is six of JSON at the most, one beyond the first 65,536 twelve
    return text[:head] + "\u2026" + text[-head:]


def _size(value, left_out):
    return len(json.dumps(value, default=left_out))
