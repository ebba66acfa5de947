"""Makes one call with the settings that it is started in, once and without waiting long."""

import sys

import boto3
from botocore.config import Config

service, operation, patience = sys.argv[1], sys.argv[2], float(sys.argv[3])
config = Config(
    connect_timeout=patience, read_timeout=patience, retries={"total_max_attempts": 1}
)
client = boto3.client(service, config=config)
getattr(client, operation)()
