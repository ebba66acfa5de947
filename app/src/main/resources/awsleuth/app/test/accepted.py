"""@@DOC@@"""

import copy
import datetime
import os
from decimal import Decimal

import boto3
import pytest
from botocore.exceptions import ParamValidationError
from botocore.stub import Stubber

SERVICE = @@SERVICE@@
METHOD = @@METHOD@@
REGION = @@REGION@@
AS_IT_FAILED = @@FAILED@@
WANTED = @@WANTED@@
MESSAGE = @@MESSAGE@@


# ---- the code under test: @@STATE@@ ----
@@PLACE@@
# ---- the end of the code under test ----


@@MACHINE@@

@@LEAST@@

@pytest.fixture
def client():
    return boto3.client(SERVICE, region_name=REGION)


def test_the_failure_is_reproduced(client):
    with pytest.raises((ParamValidationError, TypeError, ValueError)) as raised:
        getattr(client, METHOD)(**AS_IT_FAILED)
    assert MESSAGE in str(raised.value)


def test_botocore_accepts_the_call(client):
    """Wanted: the corrected call is made, and nothing else."""
    operation = client.meta.service_model.operation_model(
        client.meta.method_to_api_mapping[METHOD]
    )
    seen = []
    client.meta.events.register_first(
        "provide-client-params", lambda params, **_: seen.append(copy.deepcopy(params))
    )
    with Stubber(client) as stub:
        stub.add_response(METHOD, least(operation.output_shape))
        try:
            call(client)
        except (ParamValidationError, TypeError, ValueError) as error:
            pytest.fail(f"botocore refuses the parameters: {error}")
    assert seen == [WANTED]
