"""What the parameters of a call show: all but what is secret in them and what the call carries, of which the type and
size are told. It is loaded with the first call that is written.
"""

import base64
import io
import json
import re

MOST_ITEMS = 50
DEEPEST = 8
MOST_LEAVES = 200
MOST_CONTENTS = 10000
MOST_VALUES = 5000
LARGEST_JSON = 64 << 10
LONGEST_WRITTEN = 4000
LARGEST_READ = 200 << 10  # of what is carried: no message and no source line has more of it

# Members that are what the call carries, not what it asks for.
CONTENT_NAME = re.compile(
    r"(?i)^(message|messagebody|body|payload|data|detail|content|text|userdata|message_?html"
    r"|subject|stringvalue|templatebody|sql|statement|querystring)$"
)
# The same where they are texts; where they are structures, these are looked at one by one.
CONTENT_TEXT = re.compile(r"(?i)^(input|document|script|code|definition|query)$")
# Members with many values under names that the caller chose, and the words of commands.
CONTENT_VALUES = re.compile(r"^(environment|environmentVariables|EnvironmentVariables|Metadata|parameters|Arguments|DefaultArguments)$")
CONTENT_MAP = re.compile(r"(?i)parameters$|^(environment|env)|properties$|settings$|overrides$|metadata$")
CONTENT_WORDS = re.compile(r"(?i)^(commands?|args|arguments|entrypoint|containerarguments|containerentrypoint|jobparameters)$")
# A pair of a name and a value, where a list of them does not tell what the call is about.
PAIR_NAME = re.compile(r"(?i)^(name|key|(parameter|option|attribute|variable)_?(name|key))$")
PAIR_VALUE = re.compile(r"(?i)values?$")
TELLING_PAIRS = re.compile(r"(?i)tag|filter|dimension|target|criteria")
# What other things are called too, in programs and messages.
COMMON_NAMES = frozenset("value values Value Values key message Message data name".split())
# Words of botocore's own messages: a value that is one of them tells nothing, and the message would tell less without.
WORDS = frozenset(
    "Invalid type types for parameter value valid class validation failed Parameter Missing required input Unknown"
    " must one length range bytes bytearray file-like object dict list tuple bool float None True False null true false"
    " number string boolean integer".split()
)


class Contents:
    """What one process sends; `hiding` keeps in mind what is left out of it, `by` is that one's module."""

    def __init__(self, hiding, by):
        self.hiding = hiding
        self.by = by
        self.shown = set()

    def params(self, operation, given):
        """What a call is given."""
        hiding = self.hiding
        contents, hiding.contents, self.shown = hiding.contents, [], {operation.name}
        try:
            return self.member(operation.input_shape, given)
        finally:
            # What another parameter shows hides nothing, though it be a part of the content.
            shown = "\n".join(self.shown)
            contents += [entry for entry in hiding.contents[:MOST_CONTENTS] if entry[0] not in shown]
            hiding.contents = contents

    def member(self, shape, value, name="", depth=0, within_key=False):
        """A parameter by its model: what is secret or content is left out, of a table's items all but their keys."""
        within_key = within_key or name in ("Key", "Keys", "ExclusiveStartKey")
        kind = getattr(shape, "type_name", "")
        stored = getattr(shape, "name", "") == "AttributeValue" and not within_key
        if stored:
            return self.content(value)  # under names that the program chose
        if name == "UserData" and isinstance(value, str):
            self.content(_plain_of_base64(value))  # as the program has it: botocore has encoded it
        if getattr(shape, "metadata", {}).get("sensitive") or self.by.is_hidden(name):
            self.hiding.named(name)
            for leaf in _leaves(value):
                self.hiding.secret(leaf)
            return self.by.left_out(value)
        if isinstance(value, (dict, list)) and _has_values_alone(name, kind):
            return self.content(value, name)
        if isinstance(value, str) and CONTENT_TEXT.search(name):
            return self.content(value, name)
        if kind == "blob" or getattr(shape, "serialization", {}).get("streaming") or CONTENT_NAME.search(name):
            return self.content(value, name)
        if depth > DEEPEST:
            return self.by.left_out(value)
        if isinstance(value, dict):
            if len(value) > MOST_ITEMS:
                return self.by.left_out(value)
            members = getattr(shape, "members", {}) if kind == "structure" else {}
            inner = shape.value if kind == "map" else None

            def within(k, v, deeper=False):
                if (kind == "structure" or not depth) and k not in members:
                    return self.content(v, str(k))  # the model does not tell whether it is a secret, nor what a document has
                return self.member(members.get(k, inner), v, str(k), depth + 1, deeper)

            if depth and kind == "structure" and not TELLING_PAIRS.search(name) and any(PAIR_NAME.search(str(k)) for k in value):
                return {
                    str(k): self.content(v, str(k)) if PAIR_VALUE.search(str(k)) else within(k, v)
                    for k, v in list(value.items())
                }
            return {
                self.hiding.text(str(k)): within(k, v, within_key)
                for k, v in list(value.items())
            }
        if isinstance(value, (list, tuple)):
            if len(value) > MOST_ITEMS:
                return self.by.left_out(value)
            inner = shape.member if kind == "list" else None
            items = [self.member(inner, v, name, depth + 1, within_key) for v in value]
            return items if isinstance(value, list) else {"$tuple": items}
        if isinstance(value, str):
            self.shown.add(value)
        return self.hiding.plain(value)

    def content(self, value, name=""):
        """What a call carries, of any type: that and its size are told of it."""
        if name not in COMMON_NAMES:
            self.hiding.named(name)
        # botocore makes a file in memory of texts and bytes.
        carried = value.getvalue()[:LARGEST_READ] if type(value) is io.BytesIO and not value.closed else value
        if not hasattr(carried, "read"):
            # First the whole, as botocore's messages have it, then its parts, as the program's lines do.
            for text in _written(carried) + [leaf for leaf in _leaves(carried) if leaf not in WORDS]:
                self.hiding.contents += self.by.entries(text)
        return self.by.left_out(value)


def _has_values_alone(name, kind):
    if CONTENT_VALUES.search(name):
        return True
    return kind == "map" and CONTENT_MAP.search(name) or kind == "list" and CONTENT_WORDS.search(name)


def _written(value):
    """A value that is no text, as messages and tracebacks write it."""
    if value is None or isinstance(value, (bool, str)):
        return []
    if isinstance(value, (bytes, bytearray)):
        return [repr(value[: LONGEST_WRITTEN])]
    texts = []
    for write in (str, repr):
        try:  # botocore, which takes no such value, has done the same
            texts.append(write(value))
        except Exception:
            pass
    return texts


def _leaves(value):
    """The texts in a value, those in one that is JSON too."""
    found = {}
    todo = [value]
    for _count in range(MOST_VALUES):
        if not todo or len(found) >= MOST_LEAVES:
            break
        inner = todo.pop()
        if isinstance(inner, dict):
            todo.extend(inner.values())
        elif isinstance(inner, (list, tuple, set, frozenset)):
            todo.extend(inner)
        elif isinstance(inner, (bytes, bytearray)):
            todo += _decoded(inner[:LARGEST_READ])
        elif isinstance(inner, str):
            found[inner[:LARGEST_READ]] = True
            todo += _parsed(inner)
        elif isinstance(inner, bool):
            continue
        elif isinstance(inner, (int, float)):
            todo += [str(inner)] if abs(inner) < 1 << 63 else []
        elif isinstance(getattr(inner, "__dict__", None), dict):
            todo.append(dict(vars(inner)))
    return list(found)


def _plain_of_base64(text):
    try:
        return base64.b64decode(text, validate=True).decode()
    except ValueError:
        return text


def _decoded(content):
    try:
        return [content.decode()]
    except UnicodeDecodeError as e:
        if e.start >= LARGEST_READ - 4:
            return [content[: e.start].decode()]  # it is cut within a letter
        return [content.decode("latin-1")]


def _parsed(text):
    if text[:1] in ("{", "[") and len(text) <= LARGEST_JSON:
        try:
            return [json.loads(text)]
        except (ValueError, RecursionError):
            pass
    return []
