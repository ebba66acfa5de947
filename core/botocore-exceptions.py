"""Writes the message templates of the installed botocore's, boto3's and s3transfer's exceptions.

usage: python3 core/botocore-exceptions.py > core/src/main/resources/awsleuth/core/read/botocore-exceptions.tsv
One line an exception: class name, tab, message template (LF written as \\n; empty: free text).
"""
import inspect

import boto3.exceptions
import botocore
import botocore.credentials
import botocore.discovery
import botocore.eventstream
import botocore.exceptions
import botocore.parsers
import botocore.utils
import s3transfer
import s3transfer.exceptions

# Built where they are raised, so that no class attribute holds them.
RAISED = {
    "InvalidArnException": "Provided ARN: {arn} must be of the format: arn:partition:service:region:account:resource",
    "UnknownAPIVersionError": "The '{service_name}' resource does not support an API version of: {bad_api_version}",
    "ResourceNotExistsError": "The '{service_name}' resource does not exist.",
    "RetriesExceededError": "Max Retries Exceeded",
    "S3UploadFailedError": "",
    "S3DownloadFailedError": 'Contents of stored object "{key}" in bucket "{bucket}" did not match expected ETag.',
    "DynamoDBOperationNotSupportedError": "operation cannot be applied to value {value} of type {type} directly.",
    "DynamoDBNeedsConditionError": "Expecting a ConditionBase object. Got {value} of type",
    "ChecksumMismatch": "Checksum mismatch: expected {expected}, calculated {calculated}",
    "ResponseParserError": "Unable to parse response ({parser_error}), invalid XML received.",
}
SKIP = {"ClientError", "EventStreamError", "BotoCoreError", "Boto3Error", "ParserError"}


def main():
    rows = {}
    for module in (botocore.exceptions, botocore.discovery, botocore.eventstream, botocore.parsers,
                   botocore.utils, botocore.credentials, boto3.exceptions, s3transfer,
                   s3transfer.exceptions):
        for name, cls in inspect.getmembers(module, inspect.isclass):
            ours = cls.__module__.split(".")[0] in ("botocore", "boto3", "s3transfer")
            if ours and issubclass(cls, Exception) and not issubclass(cls, Warning) and name not in SKIP:
                template = RAISED.get(name, getattr(cls, "fmt", ""))
                telling = "" if template == "An unspecified error occurred" else template
                rows[name.lstrip("_")] = telling or rows.get(name.lstrip("_"), "")
    print(f"# botocore {botocore.__version__}: class, message template")
    for name in sorted(rows):
        print(name + "\t" + rows[name].replace("\n", "\\n").strip())


main()
