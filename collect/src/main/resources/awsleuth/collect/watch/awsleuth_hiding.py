"""What of a program's calls may be written down: values without what is secret in them, and without what they carry.

A value that is left out is kept in mind for as long as its call is written, so that no message, source line or
traceback has it either.
"""

import datetime
import re

LONGEST_TEXT = 2000
LONGEST_VALUE = 512
MOST_ITEMS = 50
DEEPEST = 8
MOST_SECRETS = 1000
MOST_CALLS = 4
HEAD = 200
SHORTEST = 4
# As short as it may be for any place: shorter ones are found as words.
SHORTEST_PART = 8
# Secrets that are no parameters: one that is shorter is made up, and a word of other texts.
SHORTEST_KEY = 16
SHORTEST_PASSWORD = 6

HIDDEN_NAME = re.compile(
    r"(?i)secret|passw|passphrase|private_?key|credential|api_?key|authorization|signature|pin$|otp$"
    r"|(?<!next)(?<!continuation)(?<!pagination)(?<!start)(?<!client)(?<!request)(?<!idempotency)(?<!page)token$"
)
# Names that tell which secret, or how a request is signed, and no secret.
SHOWN_NAME = re.compile(r"(?i)(secret|credential|key|password)s?_?(id|arn|name)$|^signature_?version$")
HIDDEN_VARIABLE = re.compile(r"(?i)token|bearer")
# Variables that only tell where a secret is, or name a service of secrets.
SHOWN_VARIABLE = re.compile(r"(?i)_(file|uri|arn)$|^AWS_ENDPOINT_URL")
PROXY = re.compile(r"(?i)^(?!no_).*_proxy$")
KEY_ID = re.compile(r"\b(AKIA|ASIA)[A-Z0-9]{8,}([A-Z0-9]{4})\b")
SIGNED = re.compile(r"(?i)(X-Amz-(?:Signature|Security-Token|Credential)=)[^&\s\"']+")
# A user before a host; a password may have what ends a host, but then no port and path stand before it.
USER = re.compile(r"(://)(?:[^\s\"'<>/]*@|[^\s\"'<>/:@]*:(?!\d*[/?#])[^\s\"'<>]*@)")
# What a source line gives to a parameter as a literal, which may be no part of the value as it is sent.
LITERAL = r"""\b((?:%s)["']?\s*[:=]\s*)(?:[a-zA-Z]{0,2}(?:"(?:[^"\\\n]|\\.){0,2000}"|'(?:[^'\\\n]|\\.){0,2000}')\s{0,20})+"""
MOST_NAMES = 100


class Hiding:
    """What is known of the secrets and the content that this process has sent."""

    def __init__(self):
        self.secrets = {}
        self.contents = []  # of the call that is being written
        self.past = []  # of those before, too
        self.names = set()  # of parameters that were left out as content
        self.literals = None  # finds what is given to them

    def begin(self):
        """The next call is written: its content is another."""
        self.contents = []
        self.past = self.past[1 - MOST_CALLS :] + [self.contents]

    def recall(self):
        """The end of the program is written, where any of its calls may be told of."""
        self.contents = [entry for contents in self.past for entry in contents]

    def named(self, name):
        """A parameter of this name is content."""
        if name.isidentifier() and name not in self.names and len(self.names) < MOST_NAMES:
            self.names.add(name)
            self.literals = re.compile(LITERAL % "|".join(sorted(self.names)))

    def text(self, text):
        """A text without secrets, content, key ids and signatures, cut where it is long."""
        if len(text) > 2 * LONGEST_TEXT:
            text = self.whole(text[: 2 * LONGEST_TEXT])[:-HEAD]  # where what is hidden may be cut short
        else:
            text = self.whole(text)
        return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + "\u2026"

    def whole(self, text):
        """The same, not cut."""
        for entry in self.contents:
            if entry[0] in text:
                text = _without(text, "(content)", SHORTEST_PART, *entry)
        for entry in list(self.secrets):
            if entry[0] in text:
                text = _without(text, "(secret)", 0, *entry)
        if self.literals:
            text = self.literals.sub("\\1(content)", text)
        if "AKIA" in text or "ASIA" in text:
            text = KEY_ID.sub("\\1\u2026\\2", text)
        if "://" in text:
            text = USER.sub("\\1", text)
        return SIGNED.sub("\\1(secret)", text) if "mz-" in text else text

    def url(self, url):
        """Where a request goes: no user, query or path, which may name what is secret."""
        scheme, _, rest = url.partition("://")
        return scheme + "://" + rest.split("/", 1)[0].rsplit("@", 1)[-1] if rest else self.text(url)

    def proxy(self, url):
        """A proxy's URL, which may have no scheme, without its user."""
        scheme, sign, rest = url.rpartition("://")
        user, at, host = rest.rpartition("@")
        for secret in (user, user.partition(":")[2]):
            if len(secret) >= SHORTEST_PASSWORD:
                self.secret(secret)
        return self.text(scheme + sign + host)

    def variable(self, name, value):
        """A variable's value as it may be shown, and what it looks like."""
        upper = name.upper()
        bare = value.strip()
        if not value:
            shape = "empty"
        elif value[0] in "\"'":
            shape = "quoted"
        elif value != bare:
            shape = "padded"
        else:
            shape = "broken" if any(c <= " " or c in "\u00a0\ufffd" for c in value) or "\\" in value[:-1] else "plain"
        if "ACCESS_KEY_ID" in upper:
            return [value if len(bare) < 12 else bare[:4] + "\u2026" + bare[-4:], shape]
        if PROXY.search(name):
            return [self.proxy(value), shape]
        if value and (HIDDEN_NAME.search(name) or HIDDEN_VARIABLE.search(name)) and not SHOWN_VARIABLE.search(name):
            if len(bare) >= SHORTEST_KEY:
                self.secret(bare)
            return ["(secret, %d characters)" % len(value), shape]
        return [self.text(value), shape]

    def settings(self, given):
        """What a client is configured with."""
        shown = self.plain({name: value for name, value in given.items() if name != "proxies"})
        proxies = given.get("proxies")
        if isinstance(proxies, dict):
            shown["proxies"] = {str(k): self.proxy(v) if isinstance(v, str) else left_out(v) for k, v in proxies.items()}
        return shown

    def secret(self, text):
        """Keeps a secret in mind for good, or until a thousand others were met."""
        for entry in entries(text):
            if entry not in self.secrets:
                while len(self.secrets) >= MOST_SECRETS:
                    self.secrets.pop(next(iter(self.secrets)), None)
                self.secrets[entry] = True

    def plain(self, value, depth=0):
        """A value as JSON; what JSON has not is an object with one key, which names the type."""
        if value is None or isinstance(value, (bool, int)):
            return value
        if isinstance(value, float):
            return value if value - value == 0 else {"$float": str(value)}
        if isinstance(value, str):
            return self.text(value) if len(value) <= LONGEST_VALUE else left_out(value)
        if isinstance(value, (bytes, bytearray)):
            return left_out(value)
        if isinstance(value, (datetime.date, datetime.time)):  # another's method may do anything
            return {"$datetime" if hasattr(value, "hour") else "$date": value.isoformat()}
        if type(value).__name__ == "Decimal":
            return {"$decimal": str(value)}
        if depth < DEEPEST and isinstance(value, dict):
            items = list(value.items())[:MOST_ITEMS]
            return {
                self.text(str(k)): left_out(v) if is_hidden(str(k)) else self.plain(v, depth + 1)
                for k, v in items
            }
        if depth < DEEPEST and isinstance(value, (list, tuple)):
            return [self.plain(v, depth + 1) for v in value[:MOST_ITEMS]]
        return left_out(value)


def is_hidden(name):
    return HIDDEN_NAME.search(name) and not SHOWN_NAME.search(name)


def left_out(value):
    kept = {"$hidden": type(value).__name__}
    if isinstance(value, (str, bytes, bytearray, dict, list, tuple)):
        kept["size"] = len(value)
    return kept


def entries(text):
    """How a text is found again, as it is and as Python writes it: its beginning, how long it is, and its end."""
    forms = {text, repr(text[: 2 * LONGEST_TEXT])[1:-1]}
    return [(form[:HEAD], len(form), form[HEAD:][-HEAD:]) for form in forms if len(form) >= SHORTEST]


def _without(text, mask, least, head, length, tail):
    """The text with a mask for another; where that is cut short there, all from its beginning on is taken out."""
    at = text.find(head)
    while at >= 0:
        end = at + length if text.startswith(tail, at + length - len(tail)) else len(text)
        if length < least and (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            at = text.find(head, at + 1)
        else:
            text = text[:at] + mask + text[end:]
            at = text.find(head, at + len(mask))
    return text
