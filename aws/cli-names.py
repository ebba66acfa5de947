"""Where the AWS CLI names commands and options otherwise than by their operations and members.

usage: cli-names.py > src/main/resources/awsleuth/aws/cli-names.txt

Asks the installed awscli for every operation. A line names an operation or a member and what the CLI calls it, - for
what it does not have; `<file>` marks the commands that want a file for what the service streams.
"""
import awscli
import awscli.clidriver
from botocore import xform_name


def lines():
    driver = awscli.clidriver.create_clidriver()
    for name, service in driver._get_command_table().items():
        if type(service).__name__ != 'ServiceCommand':
            continue
        commands = service._get_command_table()
        model = driver.session.get_service_model(service.service_model.service_name)
        known = {c._operation_model.name: (n, c) for n, c in commands.items()
                 if getattr(c, '_operation_model', None) is not None}
        for operation in model.operation_names:
            usual = xform_name(operation, '-')
            client = service.service_model.service_name
            if operation in known:
                command, found = known[operation]
                if command != usual:
                    yield f'{client}.{operation}', command
                yield from options(client, model.operation_model(operation), found.arg_table)
            elif usual not in commands:
                yield f'{client}.{operation}', '-'


def options(client, operation, arguments):
    members = operation.input_shape.members if operation.input_shape else {}
    for member in members:
        usual = xform_name(member, '-')
        if usual not in arguments:
            other = [n for n, a in arguments.items() if getattr(a, '_serialized_name', None) == member]
            yield f'{client}.{operation.name}.{member}', other[0] if other else '-'
    if 'outfile' in arguments:
        yield f'{client}.{operation.name}.', '<file>'


print('# awscli', awscli.__version__)
for line in sorted(lines()):
    print(*line, sep=' ')
