"""Serves a small account of AWS on the loopback until standard input ends.

Prints one line of JSON: the port, and the ARNs of what is in the account.
"""

import json
import sys

import boto3
from moto.server import ThreadedMotoServer

ACCOUNT = "123456789012"


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(action, resource, **more):
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def main():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    session = boto3.Session("AKIAIOSFODNN7EXAMPLE", "secret", region_name="us-east-1")

    def client(service):
        return session.client(service, endpoint_url=f"http://127.0.0.1:{port}")

    arns = world(client)
    print(json.dumps({"port": port, **arns}), flush=True)
    sys.stdin.read()
    server.stop()


def world(client):
    iam = client("iam")
    trust = policy(
        {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    )
    boundary = iam.create_policy(PolicyName="edge", PolicyDocument=policy(allow("s3:*", "*")))
    iam.create_role(
        RoleName="app",
        AssumeRolePolicyDocument=trust,
        PermissionsBoundary=boundary["Policy"]["Arn"],
    )
    iam.put_role_policy(
        RoleName="app",
        PolicyName="list",
        PolicyDocument=policy(
            allow(
                "s3:ListBucket",
                "arn:aws:s3:::invoices",
                Sid="ListInvoices",
                Condition={"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}},
            )
        ),
    )
    logs = iam.create_policy(PolicyName="logs", PolicyDocument=policy(allow("logs:*", "*")))
    iam.attach_role_policy(RoleName="app", PolicyArn=logs["Policy"]["Arn"])
    iam.create_user(UserName="ann")
    iam.create_group(GroupName="readers")
    iam.add_user_to_group(UserName="ann", GroupName="readers")
    iam.put_user_policy(
        UserName="ann", PolicyName="own", PolicyDocument=policy(allow("sqs:SendMessage", "*"))
    )
    iam.put_group_policy(
        GroupName="readers", PolicyName="read", PolicyDocument=policy(allow("sns:Publish", "*"))
    )
    s3 = client("s3")
    s3.create_bucket(Bucket="invoices")
    s3.put_bucket_policy(
        Bucket="invoices",
        Policy=policy(
            {
                "Sid": "TlsOnly",
                "Effect": "Deny",
                "Principal": "*",
                "Action": "s3:*",
                "Resource": "arn:aws:s3:::invoices/*",
                "Condition": {"Bool": {"aws:SecureTransport": "false"}},
            }
        ),
    )
    key = client("kms").create_key(Policy=policy(key_statement()))["KeyMetadata"]["Arn"]
    sqs = client("sqs")
    queue = f"arn:aws:sqs:us-east-1:{ACCOUNT}:orders"
    sqs.create_queue(QueueName="orders", Attributes={"Policy": policy(to_all("sqs:SendMessage", queue))})
    sns = client("sns")
    topic = sns.create_topic(Name="news")["TopicArn"]
    sns.set_topic_attributes(
        TopicArn=topic, AttributeName="Policy", AttributeValue=policy(to_all("sns:Publish", topic))
    )
    secrets = client("secretsmanager")
    secret = secrets.create_secret(Name="db", SecretString="not-for-output")["ARN"]
    secrets.put_resource_policy(
        SecretId=secret, ResourcePolicy=policy(to_all("secretsmanager:GetSecretValue", secret))
    )
    ecr = client("ecr")
    repository = ecr.create_repository(repositoryName="team/web")["repository"]["repositoryArn"]
    statement = to_all("ecr:BatchGetImage", "*")
    del statement["Resource"]
    ecr.set_repository_policy(repositoryName="team/web", policyText=policy(statement))
    organizations(client("organizations"))
    return {
        "key": key,
        "queue": queue,
        "topic": topic,
        "secret": secret,
        "repository": repository,
        "bucket": "arn:aws:s3:::invoices",
    }


def key_statement():
    return {
        "Sid": "Admins",
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:role/admin"},
        "Action": "kms:*",
        "Resource": "*",
    }


def to_all(action, resource):
    return {
        "Sid": "Partner",
        "Effect": "Allow",
        "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
        "Action": action,
        "Resource": resource,
    }


def organizations(client):
    client.create_organization(FeatureSet="ALL")
    root = client.list_roots()["Roots"][0]["Id"]
    account = client.describe_organization()["Organization"]["MasterAccountId"]
    guard = client.create_policy(
        Name="guard",
        Description="",
        Type="SERVICE_CONTROL_POLICY",
        Content=policy({"Sid": "NoDelete", "Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": "*"}),
    )["Policy"]["PolicySummary"]["Id"]
    client.attach_policy(PolicyId=guard, TargetId=root)
    assert account == ACCOUNT


main()
