"""@@DOC@@"""

import datetime
import os
import time
from decimal import Decimal

import boto3
import botocore.exceptions
import pytest
from botocore.exceptions import BotoCoreError, ClientError
@@IMPORTS_FROM@@
SERVICE = @@SERVICE@@
METHOD = @@METHOD@@
REGION = @@REGION@@
PARAMETERS = @@PARAMETERS@@
CODES = @@CODES@@
MESSAGE = @@MESSAGE@@


# ---- the code under test: @@STATE@@ ----
@@PLACE@@
# ---- the end of the code under test ----


@@MACHINE@@

@@PROVOKE@@

def raised_by(client):
    """What the code under test raises; the test fails where it raises nothing."""
    try:
        answer = call(client)
    except Exception as error:
        return error
    pytest.fail(f"the code goes on as if nothing had failed: {answer!r}")


@@WANTED@@
