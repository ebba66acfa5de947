"""Exception classes that no program can be made to raise here, why, and what they are built from."""

BASE = "only its subclasses are raised"
UNUSED = "nothing in botocore or boto3 raises it"
CRT = "raised only where awscrt is installed"

CLASSES = {
    "botocore.discovery.EndpointDiscoveryException": (BASE, {}),
    "botocore.eventstream.ParserError": (BASE, "Unknown header type"),
    "botocore.exceptions.BotoCoreError": (BASE, {}),
    "botocore.exceptions.ConnectionError": (BASE, {"error": "[Errno 101] Network is unreachable"}),
    "botocore.exceptions.BaseEndpointResolverError": (BASE, {}),
    "botocore.exceptions.SSOError": (BASE, {}),
    "botocore.exceptions.EndpointProviderError": (BASE, {"msg": "Missing rule"}),
    "botocore.exceptions.ValidationError": (
        BASE,
        {"value": "x", "param": "size", "type_name": "integer"},
    ),
    "boto3.exceptions.Boto3Error": (BASE, "Unable to load the resource"),
    "boto3.exceptions.S3TransferFailedError": (BASE, "Failed to transfer report.csv"),
    "botocore.exceptions.ApiVersionNotFoundError": (
        UNUSED,
        {"data_path": "s3", "api_version": "1999-01-01"},
    ),
    "botocore.exceptions.ServiceNotInRegionError": (
        UNUSED,
        {"service_name": "chime", "region_name": "eu-north-1"},
    ),
    "botocore.exceptions.UnknownEndpointError": (
        UNUSED,
        {"service_name": "chime", "region_name": "eu-north-1"},
    ),
    "botocore.exceptions.UnknownFIPSEndpointError": (
        UNUSED,
        {"service_name": "chime", "region_name": "fips-eu-north-1"},
    ),
    "botocore.exceptions.MissingParametersError": (
        UNUSED,
        {"object_name": "GetObject", "missing": "Bucket, Key"},
    ),
    "botocore.exceptions.UnknownKeyError": (
        UNUSED,
        {"value": "x", "param": "Tier", "choices": "Standard, Advanced"},
    ),
    "botocore.exceptions.RangeError": (
        UNUSED,
        {"param": "MaxKeys", "value": 0, "min_value": 1, "max_value": 1000},
    ),
    "botocore.exceptions.UnknownParameterError": (
        UNUSED,
        {"name": "Size", "operation": "GetObject", "choices": "Bucket, Key"},
    ),
    "botocore.exceptions.UnknownServiceStyle": (UNUSED, {"service_style": "soap"}),
    "boto3.exceptions.NoVersionFound": (UNUSED, "No version found"),
    "botocore.exceptions.LoginError": (CRT, {}),
    "botocore.exceptions.LoginRefreshRequired": (CRT, {}),
    "botocore.exceptions.LoginInsufficientPermissions": (CRT, {}),
    "botocore.exceptions.LoginAuthorizationCodeError": (UNUSED, {"error_msg": "Invalid code"}),
    "boto3.exceptions.InvalidCrtTransferConfigError": (
        CRT,
        "The following transfer config options are invalid when preferred_transfer_client is set "
        "to crt: max_concurrency`",
    ),
}

NOT_FAILURES = {
    "botocore.exceptions.UnsupportedTLSVersionWarning": "a warning, not a failed call",
    "botocore.exceptions.ImminentRemovalWarning": "a warning, not a failed call",
    "boto3.exceptions.PythonDeprecationWarning": "a warning, not a failed call",
    "botocore.utils._RetriesExceededError": "caught inside botocore, never seen by a program",
    "boto3.exceptions.DynanmoDBOperationNotSupportedError": "another name of a class that is raised",
}


def program(cls, arguments):
    """A program that dies of the class, built from these arguments."""

    def failing(world):
        if isinstance(arguments, str):
            raise cls(arguments)
        raise cls(**arguments)

    return failing
