"""Prints the operations behind the methods of boto3's resources.

    python3 boto/resource-methods.py > boto/src/main/resources/awsleuth/boto/call/resource-methods.txt

Lines: `of SERVICE CLASS IDENTIFIER…` and `do SERVICE CLASS METHOD OPERATION TARGET=SOURCE…` with the source
`@IDENTIFIER`, `'text`, or `?` for what boto3 loads. The class `-` is the service's own resource; `objects.*` are the
methods of a collection. `extra WAY NAME…` are the ExtraArgs that boto3 passes on.
"""

import glob
import json
import os

import boto3
from boto3.s3.transfer import S3Transfer
from botocore import xform_name


def newest(root, name):
    services = {}
    for path in sorted(glob.glob(os.path.join(root, "data", "*", "*", name))):
        services[path.split(os.sep)[-3]] = path
    return {service: json.load(open(path)) for service, path in sorted(services.items())}


def given(request):
    words = []
    for param in request.get("params", []):
        source = param["source"]
        if source == "identifier":
            words.append(f"{param['target']}=@{param['name']}")
        elif source == "string":
            words.append(f"{param['target']}='{param['value']}")
        elif source == "data":
            words.append(f"{param['target']}=?")
    return words


def methods(service, name, definition):
    for action, it in sorted(definition.get("actions", {}).items()):
        yield ["do", service, name, xform_name(action), it["request"]["operation"], *given(it["request"])]
    if "load" in definition:
        request = definition["load"]["request"]
        for method in ("load", "reload"):
            yield ["do", service, name, method, request["operation"], *given(request)]
    for many, it in sorted(definition.get("hasMany", {}).items()):
        request = it["request"]
        yield ["do", service, name, f"{xform_name(many)}.*", request["operation"], *given(request)]


print(f"# boto3 {boto3.__version__}")
for service, model in newest(boto3.__path__[0], "resources-1.json").items():
    for name, definition in [("-", model["service"]), *sorted(model["resources"].items())]:
        print(" ".join(["of", service, name, *[i["name"] for i in definition.get("identifiers", [])]]))
        for line in methods(service, name, definition):
            print(" ".join(line))
for way in ("UPLOAD", "DOWNLOAD", "COPY"):
    print("extra", way.lower(), *getattr(S3Transfer, f"ALLOWED_{way}_ARGS"))
