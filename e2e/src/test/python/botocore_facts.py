"""Prints what the installed botocore says of itself: one JSON object a line, first where it is."""

import json
import os

import botocore
import botocore.session
from botocore import xform_name
from botocore.utils import get_service_module_name


def facts(session, name):
    model = session.get_service_model(name)
    operations = {}
    for operation in model.operation_names:
        shape = model.operation_model(operation).input_shape
        operations[operation] = {
            "method": xform_name(operation),
            "command": xform_name(operation, "-"),
            "required": sorted(shape.required_members) if shape else [],
            "members": sorted(shape.members) if shape else [],
        }
    return {
        "service": name,
        "api_version": model.api_version,
        "class_name": get_service_module_name(model),
        "endpoint_prefix": model.endpoint_prefix,
        "signing_name": model.signing_name,
        "errors": {e.name: e.error_code for e in model.error_shapes},
        "operations": operations,
    }


def main():
    session = botocore.session.get_session()
    folder = os.path.dirname(botocore.__file__)
    print(json.dumps({"folder": folder, "version": botocore.__version__}))
    for name in session.get_available_services():
        print(json.dumps(facts(session, name)))


main()
