"""Calls that a service answers with an error, in every wire form, over several services."""

import gzip
import json
import pathlib

import boto3
import botocore
import wire

ALL = []


def call(service, method, reply, **parameters):
    """Adds a call with its answer, or its answers in turn."""
    replies = reply if isinstance(reply, list) else [reply]
    ALL.append((f"{service}.{method}.{len(ALL)}", service, method, replies, parameters))


KEY = {"Bucket": "reports", "Key": "2026/report.csv"}
BUCKET = {"Bucket": "reports"}
USER = "arn:aws:iam::123456789012:user/ana"
SESSION = "arn:aws:sts::123456789012:assumed-role/reader/nightly"


def denied(principal, action, resource, why):
    return f"User: {principal} is not authorized to perform: {action} on resource: {resource} {why}"


IDENTITY = "because no identity-based policy allows the {} action"

# --- query XML
call("sts", "get_caller_identity", wire.query("ExpiredToken", "The security token included in the request is expired", 403))
call("sts", "get_caller_identity", wire.query("InvalidClientTokenId", "The security token included in the request is invalid.", 403))
call("sts", "get_caller_identity", wire.query("SignatureDoesNotMatch", "Signature expired: 20260102T000000Z is now earlier than 20260102T001000Z (20260102T001500Z - 5 min.)", 403))
call("sts", "assume_role", wire.query("AccessDenied", f"User: {USER} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/reader", 403), RoleArn="arn:aws:iam::123456789012:role/reader", RoleSessionName="nightly")
call("iam", "get_user", wire.query("NoSuchEntity", "The user with name ghost cannot be found.", 404), UserName="ghost")
call("iam", "create_role", wire.query("EntityAlreadyExists", "Role with name reader already exists.", 409), RoleName="reader", AssumeRolePolicyDocument="{}")
call("iam", "list_users", wire.query("Throttling", "Rate exceeded", 400))
call("cloudformation", "describe_stacks", wire.query("ValidationError", "Stack with id ghost does not exist", 400), StackName="ghost")
call("cloudformation", "update_stack", wire.query("ValidationError", "No updates are to be performed.", 400), StackName="web")
call("rds", "describe_db_instances", wire.query("DBInstanceNotFound", "DBInstance ghost not found.", 404), DBInstanceIdentifier="ghost")
call("sns", "publish", wire.query("AuthorizationError", denied(SESSION, "SNS:Publish", "arn:aws:sns:eu-central-1:123456789012:news", "because no resource-based policy allows the SNS:Publish action"), 403), TopicArn="arn:aws:sns:eu-central-1:123456789012:news", Message="m")
call("autoscaling", "describe_auto_scaling_groups", wire.query("RequestLimitExceeded", "Request limit exceeded.", 503))
call("ses", "send_raw_email", wire.query("MessageRejected", "Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: ana@example.com", 400), RawMessage={"Data": b"x"})

# --- EC2
call("ec2", "describe_instances", wire.ec2("UnauthorizedOperation", "You are not authorized to perform this operation. " + denied(SESSION, "ec2:DescribeInstances", "*", IDENTITY.format("ec2:DescribeInstances")), 403))
call("ec2", "describe_instances", wire.ec2("InvalidInstanceID.NotFound", "The instance ID 'i-0123456789abcdef0' does not exist", 400), InstanceIds=["i-0123456789abcdef0"])
call("ec2", "describe_vpcs", wire.ec2("AuthFailure", "AWS was not able to validate the provided access credentials", 401))
call("ec2", "run_instances", wire.ec2("InstanceLimitExceeded", "You have requested more instances (21) than your current instance limit of 20 allows for the specified instance type.", 400), ImageId="ami-1", MinCount=1, MaxCount=1)
call("ec2", "run_instances", wire.ec2("RequestLimitExceeded", "Request limit exceeded.", 503), ImageId="ami-1", MinCount=1, MaxCount=1)
call("ec2", "terminate_instances", wire.ec2("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412), InstanceIds=["i-0123456789abcdef0"])

# --- REST-XML: S3 and others
call("s3", "get_object", wire.s3("NoSuchKey", "The specified key does not exist.", 404, Key=KEY["Key"]), **KEY)
call("s3", "get_object", wire.s3("NoSuchBucket", "The specified bucket does not exist", 404, BucketName="reports"), **KEY)
call("s3", "get_object", wire.s3("AccessDenied", denied(SESSION, "s3:GetObject", '"arn:aws:s3:::reports/2026/report.csv"', IDENTITY.format("s3:GetObject")), 403), **KEY)
call("s3", "list_objects_v2", wire.s3("AccessDenied", denied(SESSION, "s3:ListBucket", '"arn:aws:s3:::reports"', "with an explicit deny in a resource-based policy"), 403), **BUCKET)
call("s3", "put_object", wire.s3("AccessDenied", "Access Denied", 403), Body=b"x", **KEY)
call("s3", "put_object", wire.s3("SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your key and signing method.", 403, AWSAccessKeyId="AKIAIOSFODNN7EXAMPLE"), Body=b"x", **KEY)
call("s3", "put_object", wire.s3("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.", 400), Body=b"x", **KEY)
call("s3", "list_buckets", wire.s3("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403, AWSAccessKeyId="AKIAIOSFODNN7EXAMPLE"))
call("s3", "list_buckets", wire.s3("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.", 403, ServerTime="2026-01-02T00:00:00Z"))
call("s3", "create_bucket", wire.s3("IllegalLocationConstraintException", "The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.", 400), **BUCKET)
call("s3", "create_bucket", wire.s3("BucketAlreadyExists", "The requested bucket name is not available.", 409, BucketName="reports"), **BUCKET)
call("s3", "delete_bucket", wire.s3("BucketNotEmpty", "The bucket you tried to delete is not empty", 409, BucketName="reports"), **BUCKET)
call("s3", "delete_objects", wire.s3("SlowDown", "Please reduce your request rate.", 503), Bucket="reports", Delete={"Objects": [{"Key": "k"}]})
MOVED = wire.s3("PermanentRedirect", "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.", 301, Endpoint="reports.s3.eu-west-1.amazonaws.com", Bucket="reports")
call("s3", "list_objects_v2", [MOVED, wire.s3_empty(301, **{"x-amz-bucket-region": "eu-west-1"}), MOVED], **BUCKET)
call("s3", "get_bucket_policy", wire.s3("NoSuchBucketPolicy", "The bucket policy does not exist", 404), **BUCKET)
call("s3", "head_object", wire.s3_empty(403), **KEY)
call("s3", "head_object", wire.s3_empty(404), **KEY)
call("s3", "head_object", wire.s3_empty(400), **KEY)
call("s3", "head_bucket", wire.s3_empty(301, **{"x-amz-bucket-region": "eu-central-1"}), **BUCKET)
call("s3", "head_bucket", wire.s3_empty(403), **BUCKET)
call("s3", "get_object", wire.s3_empty(503), **KEY)
call("route53", "get_hosted_zone", wire.query("NoSuchHostedZone", "No hosted zone found with ID: ZGHOST", 404), Id="ZGHOST")
call("route53", "list_hosted_zones", wire.query("AccessDenied", denied(SESSION, "route53:ListHostedZones", "*", IDENTITY.format("route53:ListHostedZones")), 403))
call("cloudfront", "get_distribution", wire.query("NoSuchDistribution", "The specified distribution does not exist.", 404), Id="EGHOST")

# --- JSON 1.0 and 1.1
NAMESPACE = "com.amazonaws.dynamodb.v20120810#"
call("dynamodb", "get_item", wire.json_rpc(NAMESPACE + "ResourceNotFoundException", "Requested resource not found", 400, version="1.0"), TableName="orders", Key={"id": {"S": "1"}})
call("dynamodb", "put_item", wire.json_rpc(NAMESPACE + "ConditionalCheckFailedException", "The conditional request failed", 400, version="1.0"), TableName="orders", Item={"id": {"S": "1"}})
call("dynamodb", "query", wire.json_rpc(NAMESPACE + "ProvisionedThroughputExceededException", "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.", 400, version="1.0"), TableName="orders", KeyConditionExpression="id = :i", ExpressionAttributeValues={":i": {"S": "1"}})
call("dynamodb", "list_tables", wire.json_rpc("com.amazon.coral.service#UnrecognizedClientException", "The security token included in the request is invalid.", 400, version="1.0"))
call("dynamodb", "scan", wire.json_rpc("com.amazon.coral.service#AccessDeniedException", denied(SESSION, "dynamodb:Scan", "arn:aws:dynamodb:eu-central-1:123456789012:table/orders", IDENTITY.format("dynamodb:Scan")), 400, member="Message", version="1.0"), TableName="orders")
call("stepfunctions", "start_execution", wire.json_rpc("com.amazonaws.swf.service.v2.model#StateMachineDoesNotExist", "State Machine Does Not Exist: 'arn:aws:states:eu-central-1:123456789012:stateMachine:ghost'", 400, version="1.0"), stateMachineArn="arn:aws:states:eu-central-1:123456789012:stateMachine:ghost")
QUEUE = "The specified queue does not exist."
call("sqs", "get_queue_url", wire.json_rpc("com.amazonaws.sqs#QueueDoesNotExist", QUEUE, 400, version="1.0", query_error="AWS.SimpleQueueService.NonExistentQueue;Sender"), QueueName="ghost")
call("sqs", "receive_message", wire.json_rpc("com.amazonaws.sqs#QueueDoesNotExist", QUEUE, 400, version="1.0"), QueueUrl="https://sqs.eu-central-1.amazonaws.com/123456789012/ghost")
call("kms", "decrypt", wire.json_rpc("AccessDeniedException", "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.", 400, member="Message"), CiphertextBlob=b"x")
call("kms", "describe_key", wire.json_rpc("NotFoundException:http://internal.amazon.com/coral/com.amazonaws.kms/", "Key 'arn:aws:kms:eu-central-1:123456789012:key/ghost' does not exist", 400), KeyId="ghost")
call("ssm", "get_parameter", wire.json_rpc("ParameterNotFound", "", 400), Name="/ghost")
call("ssm", "get_parameters", wire.json_rpc("AccessDeniedException", denied(SESSION, "ssm:GetParameters", "arn:aws:ssm:eu-central-1:123456789012:*", IDENTITY.format("ssm:GetParameters")), 400), Names=["/ghost"])
call("secretsmanager", "get_secret_value", wire.json_rpc("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", 400, member="Message"), SecretId="ghost")
call("logs", "put_log_events", wire.json_rpc("InvalidSequenceTokenException", "The given sequenceToken is invalid. The next expected sequenceToken is: 4962", 400), logGroupName="g", logStreamName="s", logEvents=[{"timestamp": 1, "message": "m"}])
call("kinesis", "put_record", wire.json_rpc("ProvisionedThroughputExceededException", "Rate exceeded for shard shardId-000000000000 in stream clicks under account 123456789012.", 400), StreamName="clicks", Data=b"x", PartitionKey="p")
call("ecs", "run_task", wire.json_rpc("ClusterNotFoundException", "Cluster not found.", 400), cluster="ghost", taskDefinition="t")
call("cloudtrail", "lookup_events", wire.json_rpc("ThrottlingException", "Rate exceeded", 400))
call("events", "put_rule", wire.json_rpc("InternalException", "An internal error occurred", 500), Name="r", ScheduleExpression="rate(1 day)")
call("glue", "start_job_run", wire.json_rpc("EntityNotFoundException", "Failed to start job run due to missing metadata", 400, member="Message"), JobName="ghost")

# --- REST-JSON
FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:ghost"
call("lambda", "invoke", wire.rest_json(f"Function not found: {FUNCTION}", 404, header="ResourceNotFoundException", Type="User"), FunctionName="ghost")
call("lambda", "invoke", wire.rest_json("Rate Exceeded.", 429, header="TooManyRequestsException:http://internal.amazon.com/coral/com.amazonaws.awsgirapi/", Reason="ReservedFunctionConcurrentInvocationLimitExceeded"), FunctionName="ghost")
call("lambda", "update_function_code", wire.rest_json(f"The operation cannot be performed at this time. An update is in progress for resource: {FUNCTION}", 409, header="ResourceConflictException"), FunctionName="ghost", ZipFile=b"x")
call("lambda", "create_function", wire.rest_json("The role defined for the function cannot be assumed by Lambda.", 400, code="InvalidParameterValueException"), FunctionName="f", Role="arn:aws:iam::123456789012:role/reader", Code={"ZipFile": b"x"})
call("apigateway", "get_rest_api", wire.rest_json("Invalid API identifier specified 123456789012:ghost", 404, header="NotFoundException"), restApiId="ghost")
call("eks", "describe_cluster", wire.rest_json("No cluster found for name: ghost.", 404, header="com.amazonaws.eks#ResourceNotFoundException"), name="ghost")
call("batch", "submit_job", wire.rest_json("JobQueue ghost not found", 400, Code="ClientException"), jobName="j", jobQueue="ghost", jobDefinition="d")
call("bedrock-runtime", "converse", wire.rest_json("Too many requests, please wait before trying again.", 429, header="ThrottlingException:http://internal.amazon.com/coral/com.amazon.coral.service/"), modelId="m", messages=[])
call("bedrock-runtime", "invoke_model", wire.rest_json("You don't have access to the model with the specified model ID.", 403, header="AccessDeniedException"), modelId="m", body=b"{}")
call("efs", "describe_file_systems", wire.rest_json("", 403, header="AccessDeniedException"))

# --- CBOR
call("cloudwatch", "put_metric_data", wire.cbor("com.amazonaws.cloudwatch#InvalidParameterValueException", "The value NaN for parameter MetricData.member.1.Value is invalid.", 400), Namespace="Shop", MetricData=[])
call("cloudwatch", "describe_alarms", wire.cbor("AccessDenied", denied(SESSION, "cloudwatch:DescribeAlarms", "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:*", IDENTITY.format("cloudwatch:DescribeAlarms")), 403))
call("cloudwatch", "get_metric_data", wire.cbor("com.amazonaws.cloudwatch#InternalServiceFault", "Internal error", 500), MetricDataQueries=[], StartTime=0, EndTime=1)

# --- no form at all
call("sqs", "send_message", wire.html(503, "Service Unavailable"), QueueUrl="https://sqs.eu-central-1.amazonaws.com/123456789012/q", MessageBody="m")
call("s3", "list_objects_v2", wire.html(502, "Bad Gateway"), **BUCKET)
call("s3", "list_objects_v2", wire.html(403, "Blocked by the proxy"), **BUCKET)
call("iam", "list_roles", wire.html(403, "Forbidden"))
call("dynamodb", "describe_table", wire.html(413, "Request Entity Too Large"), TableName="orders")


def speak_cbor(folder):
    """Writes a model of CloudWatch that offers CBOR alone, and returns the data path it is under."""
    data = pathlib.Path(botocore.__path__[0], "data", "cloudwatch")
    version = max(data.iterdir())
    with gzip.open(version / "service-2.json.gz") as packed:
        model = json.load(packed)
    model["metadata"].update(protocol="smithy-rpc-v2-cbor", protocols=["smithy-rpc-v2-cbor"])
    target = pathlib.Path(folder, "cloudwatch", version.name)
    target.mkdir(parents=True)
    (target / "service-2.json").write_text(json.dumps(model))
    return str(folder)


def program(service, method, replies, parameters):
    """A program that makes this call and gets these answers."""

    def failing(world):
        if service == "cloudwatch":
            world.set(AWS_DATA_PATH=speak_cbor(world.home / "models"))
        world.server.answer(*replies)
        client = boto3.client(service)
        getattr(client, method)(**parameters)

    return failing
