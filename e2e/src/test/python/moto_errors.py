"""Programs that fail against moto, so that the error bodies are somebody else's."""

import boto3


def bucket():
    client = boto3.client("s3")
    where = {"LocationConstraint": client.meta.region_name}
    client.create_bucket(Bucket="reports", CreateBucketConfiguration=where)
    return client


def absent_bucket():
    boto3.client("s3").get_object(Bucket="no-such-reports", Key="k")


def absent_key():
    bucket().get_object(Bucket="reports", Key="absent")


def absent_key_asked_by_head():
    bucket().head_object(Bucket="reports", Key="absent")


def bucket_with_content():
    client = bucket()
    client.put_object(Bucket="reports", Key="k", Body=b"")
    client.delete_bucket(Bucket="reports")


def absent_table():
    boto3.client("dynamodb").get_item(TableName="ghost", Key={"id": {"S": "1"}})


def absent_user():
    boto3.client("iam").get_user(UserName="ghost")


def user_twice():
    client = boto3.client("iam")
    client.create_user(UserName="ana")
    client.create_user(UserName="ana")


def absent_queue():
    boto3.client("sqs").get_queue_url(QueueName="ghost")


def absent_instance():
    boto3.client("ec2").describe_instances(InstanceIds=["i-0123456789abcdef0"])


def absent_secret():
    boto3.client("secretsmanager").get_secret_value(SecretId="ghost")


def absent_parameter():
    boto3.client("ssm").get_parameter(Name="/ghost")


def absent_stack():
    boto3.client("cloudformation").describe_stacks(StackName="ghost")


def absent_function():
    boto3.client("lambda").get_function(FunctionName="ghost")


def absent_zone():
    boto3.client("route53").get_hosted_zone(Id="ZGHOST")


ALL = {
    "s3": [absent_bucket, absent_key, absent_key_asked_by_head, bucket_with_content],
    "dynamodb": [absent_table],
    "iam": [absent_user, user_twice],
    "sqs": [absent_queue],
    "ec2": [absent_instance],
    "secretsmanager": [absent_secret],
    "ssm": [absent_parameter],
    "cloudformation": [absent_stack],
    "lambda": [absent_function],
    "route53": [absent_zone],
}


def against_moto(failing):
    """The program with moto in AWS's place."""
    import moto

    def program(world):
        world.at_aws()
        with moto.mock_aws():
            failing()

    program.__name__ = failing.__name__
    return program
