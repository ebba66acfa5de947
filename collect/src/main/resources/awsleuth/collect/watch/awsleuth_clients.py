"""What a client is: what the program asked for, what botocore made of it, and the variables that it reads."""

import os
import re
import sys

MOST_MADE = 1000
ASKED = ("region_name", "endpoint_url", "aws_access_key_id", "verify", "use_ssl", "api_version")

with open(os.path.join(os.path.dirname(__file__), "variables.regex")) as _pattern:
    VARIABLE = re.compile(_pattern.read().strip())


def asked(frame, hiding):
    """What a client is asked for, in the frames above the one in which it is made."""
    found = {}
    session = None
    for _depth in range(30):
        if frame is None:
            break
        names = frame.f_code.co_varnames
        if "region_name" in names and "endpoint_url" in names and "config" in names and "service_name" in names:
            local = frame.f_locals
            if "default_client_config" in names:
                session = local.get("self")
            if "/boto3/" in frame.f_code.co_filename or "self" not in local:
                found = {}
            for name in ASKED:
                value = local.get(name)
                # botocore itself puts the Region that it finds into this name.
                if value is not None and not (name == "region_name" and "default_client_config" in names):
                    found[name] = "given" if name == "aws_access_key_id" else _told(value, hiding)
            supplied = getattr(local.get("config"), "_user_provided_options", None)
            if supplied:
                found["config"] = hiding.settings(supplied)
        frame = frame.f_back
    if session is not None and "aws_access_key_id" not in found:
        name = profile(session, hiding)
        if name is not None:
            found["profile_name"] = name
    return found


def profile(session, hiding):
    """The profile that a session of botocore was given in code; empty where none was, or keys were. None of another."""
    own = getattr(sys.modules.get("botocore.session"), "Session", ())
    if not issubclass(type(session), own):
        return None  # the program's own would see that it is asked
    given = session.instance_variables().get("profile")
    keys = getattr(session._credentials, "method", "") == "explicit"
    return hiding.text(given) if isinstance(given, str) and not keys else ""


def _told(value, hiding):
    kind = type(value)
    if isinstance(value, (str, int)) or kind.__module__.startswith("pathlib"):
        return hiding.text(str(value))
    return "(%s)" % kind.__name__  # it may be the program's own, and see that it is asked for its text


def _text(value):
    return value if isinstance(value, str) else ""


def facts(client, config, hiding):
    """What botocore made of it."""
    credentials = getattr(client._request_signer, "_credentials", None)
    state = getattr(credentials, "__dict__", {})
    # The property of the same name would refresh the credentials.
    key = state.get("_access_key") or state.get("access_key") or ""
    retries = config.retries or {}
    return {
        "service": client.meta.service_model.service_name,
        "region": client.meta.region_name or "",
        "endpoint": hiding.url(client.meta.endpoint_url or ""),
        "method": _text(getattr(credentials, "method", "")),
        "key": hiding.text(_text(key)),
        "mode": str(retries.get("mode", "")),
        "attempts": retries.get("total_max_attempts", retries.get("max_attempts", -1) + 1),
        "connect": config.connect_timeout,
        "read": config.read_timeout,
        "signing": str(config.signature_version),  # another name would be taken for that of a secret
    }


def environment(hiding):
    """The variables that botocore reads, as they may be shown."""
    return [[name] + hiding.variable(name, value) for name, value in sorted(os.environ.items()) if VARIABLE.search(name)]
