"""Makes boto3 fail in every way it can and writes what a user would see, one JSON object a line.

Each line: id, form, text, truth (the fields of the failed call), visible (the fields that the text tells),
classes (the exception's class and its bases).
The last line is {"raised": [classes], "listed": {class: reason}, "unlisted": [classes], "versions": {…}}.
"""

import importlib
import json
import sys

import world as surroundings

surroundings.seal()
surroundings.remember_models()

import boto3
import botocore
import constructed
import moto
import moto_errors
import provocations
import renderings
import service_errors
from botocore.exceptions import ClientError
from loopback import Loopback
from truth import Failure, count_operations

MODULES = (
    "botocore.discovery botocore.eventstream botocore.exceptions botocore.model botocore.parsers "
    "botocore.utils boto3.exceptions s3transfer s3transfer.bandwidth s3transfer.exceptions "
    "s3transfer.utils"
).split()


def programs():
    """Every failing program as (id, service, operation, program)."""
    for exception, service, operation, program in provocations.ALL:
        yield f"{exception.rsplit('.')[-1]}.{program.__name__}", service, operation, program
    for name, service, method, replies, parameters in service_errors.ALL:
        yield name, service, None, service_errors.program(service, method, replies, parameters)
    for service, failing in moto_errors.ALL.items():
        for f in failing:
            yield f"moto.{f.__name__}", service, None, moto_errors.against_moto(f)
    for name, (_, arguments) in constructed.CLASSES.items():
        program = constructed.program(class_of(name), arguments)
        yield f"constructed.{name}", None, None, program


def class_of(name):
    module, _, simple = name.rpartition(".")
    return getattr(importlib.import_module(module), simple)


def failures():
    server = Loopback()
    try:
        for name, service, operation, program in programs():
            with surroundings.World(server) as world:
                error = world.failure(program)
            if error is not None and is_theirs(error):
                yield name, Failure(error, world.log, world.requests, service, operation)
    finally:
        server.close()


def is_theirs(error):
    """Whether the class is one of the three libraries', as nearly all are in every version of them."""
    return type(error).__module__.split(".")[0] in ("botocore", "boto3", "s3transfer")


def name_of(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def exception_classes():
    """The names of all exception classes that the three libraries define."""
    for module in MODULES:
        for cls in vars(importlib.import_module(module)).values():
            if isinstance(cls, type) and issubclass(cls, BaseException):
                if cls.__module__ == module:
                    yield name_of(cls)


def summary(found):
    made = {name_of(c) for name, f in found for c in [type(f.error)] if "constructed." not in name}
    modeled = any(isinstance(f.error, ClientError) for _, f in found)
    raised = {c for c in exception_classes() if c in made}
    raised |= {name_of(ClientError)} if modeled else set()
    reasons = {name: why for name, (why, _) in constructed.CLASSES.items()}
    listed = {**reasons, **constructed.NOT_FAILURES}
    return {
        "raised": sorted(raised),
        "listed": listed,
        "unlisted": sorted(set(exception_classes()) - raised - set(listed)),
        "versions": {m.__name__: m.__version__ for m in (boto3, botocore, moto)},
    }


def main():
    found = list(failures())
    count_operations({f.operation for _, f in found if f.operation})
    for name, failure in found:
        truth = failure.truth()
        for form, render in renderings.ALL.items():
            if not failure.can_be_told_in(form):
                continue
            text = render(failure)
            line = {
                "id": f"{name}/{form}",
                "form": form,
                "text": text,
                "truth": truth,
                "visible": failure.visible(form, text, truth),
                "classes": [c.__name__ for c in type(failure.error).__mro__],
            }
            print(json.dumps(line))
    print(json.dumps(summary(found)))


if __name__ == "__main__":
    sys.exit(main())
