"""Prints generated texts and what the installed AWS CLI makes of them, an object a line.

Usage: shorthand_texts.py SEED N
"""

import json
import random
import sys

from awscli.argprocess import ParamError, _unpack_json_cli_arg
from awscli.shorthand import ShorthandParseError, ShorthandParser

PIECES = [
    "a", "b", "Key", "Value", "=", "=", "=", ",", ",", ",", "[", "]", "{", "}", "'", '"', "\\",
    "\\,", "\\'", " ", "\n", "\t", "é", "@", "-", "_", ".", "#", "/", ":", "x y", "'q,q'", '"q=q"',
    "1", "true", "!", "<", ">", "|", "~", "^", "?", "(", ")",
]  # fmt: skip
WHOLE = ["a=b", "a=b,c", "a=b,c,d=e", "a=[b,c]", "a={b=c,d=e}", "a=[{b=c},{d=e}]", "a='b c',d=\"e\""]
JSON = ['{"a": "b"}', '{"a": ["b", 1, null]}', '["a"]', '{"a": {"b": true}}']


def text(rng):
    kind = rng.random()
    if kind < 0.3:
        return "".join(rng.choice(PIECES) for _ in range(rng.randint(0, 9)))
    whole = rng.choice(WHOLE if kind < 0.8 else JSON)
    for _ in range(rng.randint(0, 3)):
        at = rng.randint(0, len(whole))
        whole = whole[:at] + rng.choice([rng.choice(PIECES), ""]) + whole[at + rng.randint(0, 1) :]
    return whole


def plain(value):
    """The value with dicts in the place of ordered ones."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, list) else value


def outcome(value):
    try:
        if value.strip().startswith(("[", "{")):
            if value.lstrip()[0] != "{":
                raise ParamError("--tags", f"Invalid JSON:\n{value}")
            return {"value": repr(plain(_unpack_json_cli_arg(None, value, "--tags")))}
        return {"value": repr(ShorthandParser().parse(value))}
    except ShorthandParseError as e:
        return {"error": f"Error parsing parameter '--tags': {e}"}
    except ParamError as e:
        return {"error": str(e)}


def main():
    rng = random.Random(int(sys.argv[1]))
    for _ in range(int(sys.argv[2])):
        value = text(rng)
        print(json.dumps({"text": value, **outcome(value)}))


main()
