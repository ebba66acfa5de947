"""@@DOC@@"""

import os
import shlex
import shutil
import subprocess

import pytest

# ---- the policies under test: @@STATE@@ ----
# The option of `awsleuth simulate` (and the level of an organization's policy), the name, the document.
POLICIES = @@POLICIES@@
# ---- the end of the policies under test ----

# What is decided: the options of `awsleuth simulate` that make the request.
REQUEST = @@REQUEST@@
STAY_DENIED = @@DENIED@@
STAY_ALLOWED = @@ALLOWED@@
SETTINGS = @@SETTINGS@@


def awsleuth():
    """The command: AWSLEUTH names it, or it is on the path."""
    named = os.environ.get("AWSLEUTH")
    found = shlex.split(named) if named else [shutil.which("awsleuth") or ""]
    if not found[0]:
        pytest.fail("awsleuth is needed: put it on the PATH or name it in AWSLEUTH", pytrace=False)
    return found


COMMAND = awsleuth()


def is_decided(expected, request, folder):
    """Whether the policies decide the request so; the report of awsleuth where they do not."""
    command = [*COMMAND, "simulate", *SETTINGS, *request]
    for number, (option, _, document) in enumerate(POLICIES):
        file = folder / f"policy-{number}.json"
        file.write_text(document, encoding="utf-8")
        option, _, level = option.partition("=")
        command += [option, f"{level}={file}" if level else str(file)]
    run = subprocess.run([*command, "--expect", expected], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        pytest.fail("awsleuth cannot decide: " + run.stderr.strip(), pytrace=False)
    return run.returncode == 0, run.stdout


def test_the_request_is_allowed(tmp_path):
    allowed, report = is_decided("allowed", REQUEST, tmp_path)
    assert allowed, report
@@MORE@@