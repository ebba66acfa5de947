"""Makes AWS calls that carry what nobody else shall read, all of which fail, and dies of the last: for `awsleuth run`.

Whatever must stay inside has the word `inside` in it, or is a number of sevens.
"""

import io
import json

from botocore.config import Config
from run_faults import DENIED, client, serve


class Person:
    def __init__(self):
        self.name = "inside-member"


def tried(call, **given):
    try:
        call(**given)
    except Exception as e:
        print(type(e).__name__)


def main():
    url = serve(DENIED)
    s3 = client("s3", url, config=Config(s3={"addressing_style": "path"}))
    for body in (
        {"ssn": "inside-dict", "lines": "inside\nlines", "reports": "reports"},
        ["inside-list", 7777777777],
        Person(),
        b"inside-bytes",
        "inside-text",
        json.dumps({"who": "inside-json"}),
        io.BytesIO(b"inside-file"),
        io.BytesIO("inside-large \u00e9".encode() * 40000),
        "inside-long-" * 1000,
        7777777777,
    ):
        tried(s3.put_object, Bucket="reports", Key="k", Body=body)
    tried(s3.put_object, Bucket="reports", Key="k", Body=b"inside-line")
    tried(s3.put_object, Bucket="reports", Key="k", Body={"ssn": "inside-literal"})
    tried(s3.put_object, Bucket="reports", Key="k", Body=json.dumps({"ssn": "inside-dumped"}))
    tried(s3.put_object, Bucket="reports", Key="k", Body=f"inside-{len(url)}" 'inside-too')
    tried(s3.put_object, Bucket="reports", Key="k", Tags2={"who": "inside-unknown"})
    given = {"Parts": [{"PartNumber": 1, "Who2": "inside-deeper"}]}
    tried(s3.complete_multipart_upload, Bucket="reports", Key="k", UploadId="u", MultipartUpload=given)
    tried(s3.list_objects_v2, Bucket="reports")
    dynamodb = client("dynamodb", url)
    tried(dynamodb.put_item, TableName="reports", Item={"k": {"S": "inside-item"}, "b": {"B": b"inside-binary"}})
    tried(dynamodb.put_item, TableName="reports", Item={"k": {"S": ["inside-wrong"]}})
    secrets = client("secretsmanager", url)
    tried(secrets.create_secret, Name="reports", SecretString='inside "quoted"\nsecret', SecretBinary=b"inside-blob")
    events = client("events", url)
    tried(events.put_events, Entries=[{"Source": "reports", "DetailType": "t", "Detail": '{"who": "inside-detail"}'}])
    tried(s3.put_object, Bucket="reports", Key="k", Body=b"x", Metadata={"who": "inside-metadata"})
    tried(client("ec2", url).run_instances, MinCount=1, MaxCount=1, UserData="#!/bin/sh\nexport P=inside-user-data")
    job = {"environment": [{"name": "PW", "value": "inside-job"}]}
    tried(client("batch", url).submit_job, jobName="reports", jobQueue="q", jobDefinition="d", containerOverrides=job)
    value = [{"name": "PW", "value": "inside-build"}]
    tried(client("codebuild", url).start_build, projectName="reports", environmentVariablesOverride=value)
    value = [{"Namespace": "aws:elasticbeanstalk:application:environment", "OptionName": "PW", "Value": "inside-option"}]
    tried(client("elasticbeanstalk", url).update_environment, EnvironmentName="reports", OptionSettings=value)
    value = [{"ParameterKey": "Level", "ParameterValue": "inside-stack"}]
    tried(client("cloudformation", url).create_stack, StackName="reports", Parameters=value)
    value = [{"Id": "1", "Arn": "arn:aws:sqs:eu-west-1:111122223333:q", "Input": '{"who": "inside-target"}'}]
    tried(events.put_targets, Rule="reports", Targets=value)
    tried(client("iot", url).create_job, jobId="reports", targets=["t"], document='{"who": "inside-document"}')
    tried(client("sdb", url).put_attributes, DomainName="reports", ItemName="i", Attributes=[{"Name": "a", "Value": "inside-sdb"}])
    job = {"command": ["load", "--token=inside-word"]}
    tried(client("batch", url).submit_job, jobName="reports", jobQueue="q", jobDefinition="d", containerOverrides=job)
    words = {"commands": ["export PW=inside-command"]}
    tried(client("ssm", url).send_command, DocumentName="AWS-RunShellScript", Parameters=words)
    statement = "select 'inside-sql'"
    tried(client("redshift-data", url).execute_statement, Database="reports", Sql=statement)
    attributes = {"who": {"DataType": "String", "StringValue": "inside-attribute"}}
    tried(client("sns", url).publish, TopicArn="reports", Message="m", Subject="inside-subject", MessageAttributes=attributes)
    proxies = {"http": "alice:inside-proxy@127.0.0.1:1", "https": "http://alice:inside@pro@127.0.0.1:1"}
    config = Config(proxies=proxies, retries={"total_max_attempts": 1})
    tried(client("sqs", "http://alice:inside-endpoint@127.0.0.1:1", config=config).list_queues)
    client("sqs", url).send_message(QueueUrl=url + "/1/reports", MessageBody="inside-dying")


if __name__ == "__main__":
    main()
