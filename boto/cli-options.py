"""Prints what commands of the AWS CLI have that the operations behind them do not say.

    python3 boto/cli-options.py > boto/src/main/resources/awsleuth/boto/call/cli-options.txt

Asks the installed awscli. A line names an operation; then `+option` is an option of the CLI's own that takes a value,
`+option=0` one that takes none, `+option=*` one that takes several; `-option` one that the CLI does not require though the
model does.
"""

import argparse

import awscli
import awscli.clidriver
import botocore

USUAL = {"cli-input-json", "generate-cli-skeleton", "starting-token", "page-size", "max-items"}


def arity(argument):
    parser = argparse.ArgumentParser(add_help=False)
    try:
        argument.add_to_parser(parser)
        action = parser._actions[-1]
    except Exception:
        return ""
    return "=0" if action.nargs == 0 else "=*" if action.nargs in ("*", "+") else ""


def words(operation, table):
    shape = operation.input_shape
    members = shape.members if shape else {}
    required = set(shape.required_members) if shape else set()
    for name, argument in sorted(table.items()):
        negative = name.startswith("no-") and name[3:] in table
        if argument.positional_arg or name in USUAL or negative or name == "outfile":
            continue
        member = getattr(argument, "_serialized_name", None)
        if member not in members:
            yield "+" + name + arity(argument)
        elif member in required and not argument.required and not members[member].metadata.get("idempotencyToken"):
            yield "-" + name


print(f"# awscli {awscli.__version__}, botocore {botocore.__version__}")
driver = awscli.clidriver.create_clidriver()
for service in driver._get_command_table().values():
    if type(service).__name__ != "ServiceCommand":
        continue
    client = service.service_model.service_name
    for command in service._get_command_table().values():
        operation = getattr(command, "_operation_model", None)
        if operation is not None:
            found = list(words(operation, command.arg_table))
            if found:
                print(f"{client}.{operation.name}", *found)
