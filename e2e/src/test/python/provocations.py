"""One short program for every exception class of botocore, boto3 and s3transfer that can be raised."""

import hashlib
import io
import json

import boto3
import boto3.dynamodb.conditions as conditions
import boto3.s3.transfer
import botocore.awsrequest
import botocore.compat
import botocore.credentials
import botocore.eventstream
import botocore.httpsession
import botocore.httpchecksum
import botocore.model
import botocore.parsers
import botocore.regions
import botocore.response
import botocore.retries.bucket
import botocore.session
import botocore.stub
import botocore.utils
import botocore.waiter
import s3transfer
import s3transfer.bandwidth
import s3transfer.exceptions
import s3transfer.futures
import s3transfer.subscribers
import s3transfer.utils
from botocore.config import Config
from frames import frame
from loopback import CLOSED, GARBAGE, RESET, STALLED, Full, Loopback, Reply, free_port, self_signed
from world import KEYS

ALL = []


def raises(exception, service=None, operation=None):
    """Names the class that the program below must die of, and the call that it is about."""

    def keep(program):
        ALL.append((exception, service, operation, program))
        return program

    return keep


ONCE = Config(retries={"total_max_attempts": 1}, connect_timeout=0.3, read_timeout=0.3)
ROLE = "arn:aws:iam::123456789012:role/reader"
SSO = "sso_account_id = 123456789012\nsso_role_name = Reader\n"
PORTAL = "https://example.awsapps.com/start"


# --- credentials


@raises("NoCredentialsError", "s3", "ListBuckets")
def no_credentials(world):
    world.without_credentials()
    boto3.client("s3").list_buckets()


@raises("PartialCredentialsError", "sqs", "ListQueues")
def half_of_a_key(world):
    world.without_credentials()
    world.set(AWS_ACCESS_KEY_ID=KEYS["AWS_ACCESS_KEY_ID"])
    boto3.client("sqs").list_queues()


@raises("PartialCredentialsError")
def half_of_a_profile(world):
    world.file(".aws/credentials", "[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n")
    boto3.Session(profile_name="dev").client("s3").list_buckets()


@raises("ProfileNotFound")
def absent_profile(world):
    boto3.Session(profile_name="prod-admin")


@raises("ProfileNotFound")
def absent_profile_in_the_environment(world):
    world.set(AWS_PROFILE="staging")
    boto3.client("s3")


@raises("ConfigParseError")
def config_without_a_section(world):
    world.config("region = us-east-1\n")
    boto3.client("s3")


@raises("ConfigNotFound")
def absent_credential_file(world):
    world.without_credentials()
    world.set(AWS_CREDENTIAL_FILE=str(world.home / "none"))
    boto3.client("s3").list_buckets()


@raises("InvalidConfigError")
def absent_source_profile(world):
    world.config(f"[profile a]\nrole_arn = {ROLE}\nsource_profile = b\n")
    boto3.Session(profile_name="a").client("s3").list_buckets()


@raises("InfiniteLoopConfigError")
def profiles_in_a_circle(world):
    world.config(
        f"[profile a]\nrole_arn = {ROLE}\nsource_profile = b\n"
        f"[profile b]\nrole_arn = {ROLE}\nsource_profile = a\n"
    )
    boto3.Session(profile_name="a").client("s3").list_buckets()


@raises("CredentialRetrievalError")
def failing_credential_process(world):
    world.without_credentials()
    world.config("[default]\ncredential_process = sh -c 'echo vault is sealed >&2; exit 2'\n")
    boto3.client("s3").list_buckets()


@raises("CredentialRetrievalError")
def failing_container_agent(world):
    world.without_credentials()
    world.set(AWS_CONTAINER_CREDENTIALS_FULL_URI=world.server.url + "/creds")
    world.server.answer(Reply(500, body=b"agent down"))
    boto3.client("s3").list_buckets()


@raises("MetadataRetrievalError")
def metadata_service_without_tokens(world):
    world.without_credentials()
    world.set(
        AWS_EC2_METADATA_DISABLED="false",
        AWS_EC2_METADATA_V1_DISABLED="true",
        AWS_EC2_METADATA_SERVICE_ENDPOINT=world.server.url + "/",
    )
    world.server.answer(Reply(404))
    boto3.client("s3").list_buckets()


@raises("InvalidIMDSEndpointError")
def metadata_endpoint_with_a_bad_name(world):
    world.without_credentials()
    world.set(
        AWS_EC2_METADATA_DISABLED="false", AWS_EC2_METADATA_SERVICE_ENDPOINT="http://bad_host/"
    )
    boto3.client("s3").list_buckets()


@raises("InvalidIMDSEndpointModeError")
def metadata_endpoint_mode_of_no_kind(world):
    world.without_credentials()
    world.set(AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE="ipv5")
    boto3.client("s3").list_buckets()


@raises("BadIMDSRequestError")
def metadata_service_refuses_the_token_request(world):
    world.server.answer(Reply(400))
    botocore.utils.InstanceMetadataFetcher(
        base_url=world.server.url + "/", env={}
    )._fetch_metadata_token()


@raises("SSOTokenLoadError")
def never_signed_in(world):
    world.without_credentials()
    world.config(f"[default]\nsso_start_url = {PORTAL}\nsso_region = us-east-1\n{SSO}")
    boto3.client("s3").list_buckets()


def expired_token(world, name):
    token = {"startUrl": PORTAL, "accessToken": "expired", "expiresAt": "2020-01-01T00:00:00Z"}
    cached = hashlib.sha1(name.encode()).hexdigest() + ".json"
    world.file(".aws/sso/cache/" + cached, json.dumps(token))


@raises("UnauthorizedSSOTokenError")
def portal_session_expired(world):
    world.without_credentials()
    expired_token(world, PORTAL)
    world.config(f"[default]\nsso_start_url = {PORTAL}\nsso_region = us-east-1\n{SSO}")
    boto3.client("s3").list_buckets()


@raises("TokenRetrievalError")
def sso_session_expired(world):
    world.without_credentials()
    expired_token(world, "corp")
    world.config(
        f"[default]\nsso_session = corp\n{SSO}"
        f"[sso-session corp]\nsso_start_url = {PORTAL}\nsso_region = us-east-1\n"
    )
    boto3.client("s3").list_buckets()


@raises("LoginTokenLoadError")
def never_logged_in(world):
    cache = botocore.utils.JSONFileCache(str(world.home))
    botocore.credentials.LoginCredentialFetcher(
        "arn:aws:iam::123456789012:user/ana", botocore.utils.LoginTokenLoader(cache), boto3.client
    ).load_cached_credentials()


@raises("MD5UnavailableError", "s3", "PutObject")
def python_without_md5(world):
    found = botocore.compat.MD5_AVAILABLE
    botocore.compat.MD5_AVAILABLE = False  # as botocore finds it where Python is bound to FIPS 140
    try:
        s3 = boto3.client("s3", region_name="us-east-1")
        s3.put_object(Bucket="b", Key="k", SSECustomerKey="0" * 32, SSECustomerAlgorithm="AES256")
    finally:
        botocore.compat.MD5_AVAILABLE = found


@raises("MissingDependencyException")
def login_session_without_crt(world):
    world.without_credentials()
    world.config("[default]\nlogin_session = arn:aws:iam::123456789012:user/ana\n")
    boto3.client("s3").list_buckets()


@raises("NoAuthTokenError", "codecatalyst", "ListSpaces")
def no_bearer_token(world):
    boto3.client("codecatalyst").list_spaces()


@raises("RefreshWithMFAUnsupportedError")
def second_code_wanted(world):
    refresh = botocore.credentials.create_mfa_serial_refresher(lambda: {})
    refresh()
    refresh()


@raises("UnknownCredentialError")
def provider_of_no_name(world):
    session = botocore.session.get_session()
    session.get_component("credential_provider").insert_before("vault", None)


# --- creating a client


@raises("NoRegionError")
def no_region(world):
    world.at_aws()
    world.set(AWS_DEFAULT_REGION=None)
    boto3.client("ec2").describe_instances()


@raises("InvalidRegionError")
def region_with_underscores(world):
    boto3.client("ec2", region_name="us_east_1")


@raises("UnknownRegionError")
def region_of_no_partition(world):
    boto3.Session().get_partition_for_region("moon-1")


@raises("UnknownServiceError")
def service_of_no_name(world):
    boto3.client("dynamo")


@raises("DataNotFoundError")
def version_of_no_service(world):
    boto3.client("s3", api_version="1999-01-01")


@raises("EndpointVariantError")
def dual_stack_where_there_is_none(world):
    world.at_aws()
    dual = Config(use_dualstack_endpoint=True)
    boto3.client("s3", region_name="eu-isoe-west-1", config=dual)


@raises("InvalidRetryConfigurationError")
def retries_by_a_wrong_name(world):
    boto3.client("s3", config=Config(retries={"max_retries": 3}))


@raises("InvalidMaxRetryAttemptsError")
def retries_below_none(world):
    boto3.client("s3", config=Config(retries={"max_attempts": -1}))


@raises("InvalidRetryModeError")
def retry_mode_of_no_kind(world):
    world.set(AWS_RETRY_MODE="aggressive")
    boto3.client("s3")


@raises("InvalidDefaultsMode")
def defaults_mode_of_no_kind(world):
    world.set(AWS_DEFAULTS_MODE="fast")
    boto3.client("s3")


@raises("InvalidSTSRegionalEndpointsConfigError")
def sts_endpoints_of_no_kind(world):
    world.at_aws()
    world.set(AWS_STS_REGIONAL_ENDPOINTS="yes")
    boto3.client("sts")


@raises("InvalidS3UsEast1RegionalEndpointConfigError")
def us_east_1_endpoint_of_no_kind(world):
    world.set(AWS_S3_US_EAST_1_REGIONAL_ENDPOINT="yes")
    boto3.client("s3")


@raises("InvalidS3AddressingStyleError")
def addressing_style_of_no_kind(world):
    boto3.client("s3", config=Config(s3={"addressing_style": "host"}))


@raises("InvalidChecksumConfigError")
def checksums_of_no_kind(world):
    world.set(AWS_REQUEST_CHECKSUM_CALCULATION="never")
    boto3.client("s3")


@raises("InvalidEndpointDiscoveryConfigurationError")
def discovery_of_no_kind(world):
    world.at_aws()
    world.set(AWS_ENDPOINT_DISCOVERY_ENABLED="maybe")
    boto3.client("timestream-write")


@raises("EndpointDiscoveryRequired", "timestream-write", "ListDatabases")
def discovery_turned_off(world):
    world.at_aws()
    world.set(AWS_ENDPOINT_DISCOVERY_ENABLED="false")
    boto3.client("timestream-write").list_databases()


@raises("EndpointDiscoveryRefreshFailed", "timestream-write")
def discovery_without_a_network(world):
    world.at_aws()
    boto3.client("timestream-write", config=ONCE).list_databases()


@raises("UnknownSignatureVersionError", "s3", "ListBuckets")
def signature_of_no_version(world):
    boto3.client("s3", config=Config(signature_version="v9")).list_buckets()


@raises("UnsupportedSignatureVersionError")
def presigning_with_no_version(world):
    client = boto3.client("s3", config=Config(signature_version="v9"))
    client.generate_presigned_url("get_object", Params={"Bucket": "reports", "Key": "k"})


@raises("UnknownClientMethodError")
def presigning_a_method_that_is_not(world):
    boto3.client("s3").generate_presigned_url("get_objects", Params={})


@raises("OperationNotPageableError")
def paging_what_has_no_pages(world):
    boto3.client("s3").get_paginator("get_object")


@raises("MissingServiceIdError")
def model_without_an_id(world):
    botocore.model.ServiceModel({"metadata": {"endpointPrefix": "x"}}, "myservice").service_id


@raises("UndefinedModelAttributeError")
def model_without_a_signature_version(world):
    model = botocore.model.ServiceModel({"metadata": {}}, "myservice")
    model.endpoint_prefix


@raises("UnsupportedServiceProtocolsError")
def model_of_a_foreign_protocol(world):
    pigeons = {"endpointPrefix": "x", "protocol": "pigeon", "protocols": ["pigeon"]}
    botocore.model.ServiceModel({"metadata": pigeons}, "myservice").resolved_protocol


@raises("OperationNotFoundError")
def model_without_the_operation(world):
    boto3.client("s3").meta.service_model.operation_model("GetObjects")


@raises("NoShapeFoundError")
def model_without_the_shape(world):
    boto3.client("s3").meta.service_model.shape_for("GetObjectsRequest")


@raises("InvalidShapeError")
def shape_of_no_type(world):
    botocore.model.ShapeResolver({"Thing": {}}).get_shape_by_name("Thing")


@raises("InvalidShapeReferenceError")
def reference_to_no_shape(world):
    botocore.model.ShapeResolver({}).resolve_shape_ref({"name": "Thing"})


# --- parameters


@raises("ParamValidationError", "s3", "GetObject")
def missing_parameter(world):
    boto3.client("s3").get_object(Bucket="reports")


@raises("ParamValidationError", "dynamodb", "PutItem")
def parameter_of_a_wrong_type(world):
    boto3.client("dynamodb").put_item(TableName="orders", Item={"id": "x"})


@raises("ParamValidationError", "ec2", "RunInstances")
def many_wrong_parameters(world):
    boto3.client("ec2").run_instances(ImageId=5, MinCount="1", Count=[1, {"a": "it's"}])


@raises("ParamValidationError", "s3", "ListObjectsV2")
def bucket_name_with_a_space(world):
    boto3.client("s3").list_objects_v2(Bucket="my reports")


@raises("AliasConflictParameterError", "logs", "CreateExportTask")
def parameter_and_its_alias(world):
    boto3.client("logs").create_export_task(
        logGroupName="g", fromTime=1, to=2, destination="reports", **{"from": 1}
    )


@raises("EndpointResolutionError", "s3control", "ListJobs")
def account_id_that_is_no_host_label(world):
    world.at_aws()
    boto3.client("s3control").list_jobs(AccountId="12_34")


@raises("InvalidEndpointConfigurationError", "events", "PutEvents")
def event_bus_endpoint_of_no_form(world):
    world.at_aws()
    boto3.client("events").put_events(Entries=[{"Detail": "{}"}], EndpointId="bad_id")


@raises("UnknownEndpointResolutionBuiltInName")
def rule_set_with_an_unknown_builtin(world):
    client = boto3.client("s3")
    client._ruleset_resolver._resolve_param_as_builtin("AWS::Moon", {})


@raises("UnsupportedS3AccesspointConfigurationError", "s3", "GetObject")
def access_point_of_another_region(world):
    world.at_aws()
    world.set(AWS_S3_USE_ARN_REGION="false")
    arn = "arn:aws:s3:us-west-2:123456789012:accesspoint/ap"
    boto3.client("s3").get_object(Bucket=arn, Key="k")


@raises("UnsupportedS3ConfigurationError", "s3", "ListObjectsV2")
def acceleration_with_fips(world):
    world.at_aws()
    both = Config(use_fips_endpoint=True, s3={"use_accelerate_endpoint": True})
    boto3.client("s3", region_name="us-east-1", config=both).list_objects_v2(Bucket="reports")


@raises("UnsupportedS3ControlArnError", "s3control", "GetBucket")
def bucket_arn_of_no_outpost(world):
    world.at_aws()
    arn = "arn:aws:s3:us-west-2:123456789012:reports"
    boto3.client("s3control").get_bucket(AccountId="123456789012", Bucket=arn)


@raises("UnsupportedS3ControlConfigurationError", "s3control", "GetBucket")
def outpost_of_another_region(world):
    world.at_aws()
    arn = "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1/bucket/reports"
    boto3.client("s3control").get_bucket(AccountId="123456789012", Bucket=arn)


@raises("InvalidHostLabelError", "s3", "GetObject")
def access_point_region_of_no_form(world):
    world.at_aws()
    arn = "arn:aws:s3:us-we-2-:123456789012:accesspoint/ap"
    boto3.client("s3").get_object(Bucket=arn, Key="k")


def handle_arn(arn):
    operation = boto3.client("s3").meta.service_model.operation_model("GetObject")
    botocore.utils.S3ArnParamHandler().handle_arn({"Bucket": arn}, operation, {})


@raises("UnsupportedS3ArnError")
def bucket_arn_of_no_access_point(world):
    handle_arn("arn:aws:s3:us-west-2:123456789012:reports")


@raises("UnsupportedOutpostResourceError")
def outpost_arn_without_an_access_point(world):
    handle_arn("arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1")


@raises("InvalidArnException")
def arn_with_too_few_parts(world):
    botocore.utils.ArnParser().parse_arn("arn:aws:s3")


@raises("InvalidDNSNameError")
def bucket_name_that_is_no_host(world):
    url = "https://s3.amazonaws.com/My_Reports/k"
    request = botocore.awsrequest.AWSRequest(method="GET", url=url)
    botocore.utils.switch_to_virtual_host_style(request, "s3v4", "https://s3.amazonaws.com")


@raises("FlexibleChecksumError", "s3", "PutObject")
def checksum_of_no_kind(world):
    boto3.client("s3").put_object(Bucket="reports", Key="k", Body=b"x", ChecksumAlgorithm="CRC99")


@raises("MissingDependencyException", "s3", "PutObject")
def checksum_that_needs_crt(world):
    boto3.client("s3").put_object(Bucket="reports", Key="k", Body=b"x", ChecksumAlgorithm="CRC32C")


@raises("AwsChunkedWrapperError")
def seeking_in_a_chunked_body(world):
    botocore.httpchecksum.AwsChunkedWrapper(io.BytesIO(b"body")).seek(2)


@raises("InvalidExpressionError")
def expression_with_an_index(world):
    botocore.utils.set_value_from_jmespath({}, "a[0].b", 1)


# --- the network


@raises("EndpointConnectionError", "sqs", "ListQueues")
def nobody_listens(world):
    url = f"http://127.0.0.1:{free_port()}"
    boto3.client("sqs", endpoint_url=url, config=ONCE).list_queues()


@raises("EndpointConnectionError", "sqs", "ListQueues")
def nobody_knows_the_host(world):
    world.at_aws()
    boto3.client("sqs", region_name="us-eest-1", config=ONCE).list_queues()


@raises("ConnectTimeoutError", "sqs", "ListQueues")
def nobody_accepts(world):
    full = Full()
    try:
        boto3.client("sqs", endpoint_url=full.url, config=ONCE).list_queues()
    finally:
        full.close()


@raises("ReadTimeoutError", "sqs", "ListQueues")
def nobody_answers(world):
    world.server.answer(STALLED)
    boto3.client("sqs", config=ONCE).list_queues()


@raises("ConnectionClosedError", "sqs", "ListQueues")
def connection_closed(world):
    world.server.answer(CLOSED)
    boto3.client("sqs").list_queues()


@raises("ConnectionClosedError", "sqs", "ListQueues")
def connection_reset(world):
    world.server.answer(RESET)
    boto3.client("sqs").list_queues()


@raises("ConnectionClosedError", "sqs", "ListQueues")
def another_protocol_answers(world):
    world.server.answer(GARBAGE)
    boto3.client("sqs").list_queues()


@raises("SSLError", "sqs", "ListQueues")
def certificate_that_nobody_trusts(world):
    server = Loopback(tls=self_signed(world.home))
    try:
        boto3.client("sqs", endpoint_url=server.url, config=ONCE).list_queues()
    finally:
        server.close()


@raises("SSLError", "sqs", "ListQueues")
def certificates_file_that_is_not_there(world):
    url = f"https://127.0.0.1:{world.server.port}"
    boto3.client("sqs", endpoint_url=url, verify="/no/such/ca.pem", config=ONCE).list_queues()


@raises("ProxyConnectionError", "sqs", "ListQueues")
def proxy_that_does_not_listen(world):
    proxy = Config(proxies={"https": f"http://127.0.0.1:{free_port()}"}).merge(ONCE)
    url = "https://sqs.eu-central-1.amazonaws.com"
    boto3.client("sqs", endpoint_url=url, config=proxy).list_queues()


@raises("ProxyConnectionError", "sqs", "ListQueues")
def proxy_that_forbids(world):
    world.server.answer(Reply(403, body=b"<html>blocked</html>", then="close"))
    proxy = Config(proxies={"https": world.server.url}).merge(ONCE)
    url = "https://sqs.eu-central-1.amazonaws.com"
    boto3.client("sqs", endpoint_url=url, config=proxy).list_queues()


@raises("InvalidProxiesConfigError")
def proxy_certificate_that_is_not_there(world):
    session = botocore.httpsession.URLLib3Session(
        proxies={"https": "https://127.0.0.1:1"},
        proxies_config={"proxy_ca_bundle": "/no/such/ca.pem"},
    )
    session._setup_proxy_ssl_context("https://127.0.0.1:1")


@raises("HTTPClientError", "sqs", "ListQueues")
def header_with_a_line_break(world):
    client = boto3.client("sqs", config=ONCE)
    client.meta.events.register(
        "before-sign", lambda request, **rest: request.headers.add_header("X-Team", "a\nb")
    )
    client.list_queues()


@raises("ResponseStreamingError", "s3", "GetObject")
def body_that_ends_early(world):
    world.server.answer(Reply(200, body=b"abc", length=500, then="close"))
    boto3.client("s3").get_object(Bucket="reports", Key="k")["Body"].read()


@raises("ReadTimeoutError", "s3", "GetObject")
def body_that_stops(world):
    world.server.answer(Reply(200, body=b"abc", length=500, then="stall"))
    boto3.client("s3", config=ONCE).get_object(Bucket="reports", Key="k")["Body"].read()


@raises("IncompleteReadError")
def stub_body_that_is_too_short(world):
    botocore.response.StreamingBody(io.BytesIO(b"abc"), 500).read()


@raises("UnseekableStreamError", "lex-runtime", "PostContent")
def stream_that_cannot_be_sent_again(world):
    class Microphone:
        data = [b"audio", b""]

        def read(self, size=-1):
            return self.data.pop(0) if self.data else b""

    world.server.answer(Reply(503, then="close"))
    boto3.client("lex-runtime").post_content(
        botName="b", botAlias="a", userId="u1", contentType="audio/x-l16", inputStream=Microphone()
    )


@raises("ChecksumError", "dynamodb", "ListTables")
def answer_with_a_wrong_crc(world):
    world.server.answer(Reply(200, {"x-amz-crc32": "1"}, b"{}"))
    boto3.client("dynamodb").list_tables()


@raises("FlexibleChecksumError", "s3", "GetObject")
def object_with_a_wrong_checksum(world):
    world.server.answer(Reply(200, {"x-amz-checksum-crc32": "AAAAAA=="}, b"abc"))
    boto3.client("s3").get_object(Bucket="reports", Key="k")["Body"].read()


@raises("ResponseParserError", "sts", "GetCallerIdentity")
def page_of_a_proxy(world):
    world.server.answer(Reply(403, body=b"<html><p>Forbidden<br></html>"))
    boto3.client("sts").get_caller_identity()


@raises("ResponseParserError", "ec2", "DescribeInstances")
def sign_in_page(world):
    world.server.answer(Reply(200, body=b"Please sign in"))
    boto3.client("ec2").describe_instances()


# --- event streams


def select(world, body):
    world.server.answer(Reply(200, {"Content-Type": "application/vnd.amazon.eventstream"}, body))
    answer = boto3.client("s3").select_object_content(
        Bucket="reports",
        Key="k",
        Expression="select * from s3object",
        ExpressionType="SQL",
        InputSerialization={"CSV": {}},
        OutputSerialization={"CSV": {}},
    )
    list(answer["Payload"])


@raises("EventStreamError", "s3", "SelectObjectContent")
def stream_with_an_error(world):
    message = "We encountered an internal error. Please try again."
    headers = {":error-code": "InternalError", ":error-message": message}
    select(world, frame({":message-type": "error", **headers}))


@raises("ChecksumMismatch", "s3", "SelectObjectContent")
def stream_with_a_flipped_byte(world):
    select(world, frame({":message-type": "event"}, b"rows")[:-1] + b"\x00")


@raises("DuplicateHeader", "s3", "SelectObjectContent")
def stream_with_a_header_twice(world):
    select(world, frame([(":message-type", "event"), (":message-type", "event")]))


@raises("InvalidHeadersLength", "s3", "SelectObjectContent")
def stream_with_long_headers(world):
    select(world, frame({}, headers_length=200_000))


@raises("InvalidPayloadLength", "s3", "SelectObjectContent")
def stream_with_a_long_payload(world):
    select(world, frame({}, total_length=30_000_000))


NOT_THE_FIRST = frame({":message-type": "event", ":event-type": "SubscribeToShardEvent"}, b"{}")


@raises("NoInitialResponseError", "kinesis", "SubscribeToShard")
def stream_without_a_beginning(world):
    operation = boto3.client("kinesis").meta.service_model.operation_model("SubscribeToShard")
    stream = io.BytesIO(NOT_THE_FIRST)
    stream.stream = lambda: [NOT_THE_FIRST]
    parser = botocore.parsers.EventStreamJSONParser()
    events = operation.get_event_stream_output()
    botocore.eventstream.EventStream(stream, events, parser, operation.name).get_initial_response()


@raises("ResponseParserError", "kinesis", "SubscribeToShard")
def call_whose_stream_has_no_beginning(world):
    kind = {"Content-Type": "application/vnd.amazon.eventstream"}
    world.server.answer(Reply(200, kind, NOT_THE_FIRST))
    boto3.client("kinesis").subscribe_to_shard(
        ConsumerARN="arn:aws:kinesis:eu-central-1:123456789012:stream/s/consumer/c:1",
        ShardId="s",
        StartingPosition={"Type": "LATEST"},
    )


# --- paginators, waiters, stubs, retries


@raises("PaginationError", "logs", "DescribeLogGroups")
def the_same_page_again(world):
    world.server.answer(Reply(200, body=b'{"logGroups": [], "nextToken": "same"}'))
    list(boto3.client("logs").get_paginator("describe_log_groups").paginate())


DENIED = b"<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not \
authorized to perform this operation.</Message></Error></Errors><RequestID>\
5a2d8e6b-1c1f-4a54-9b0e-7d3f1f2a9c11</RequestID></Response>"


@raises("WaiterError", "ec2", "DescribeInstances")
def waiting_for_what_is_denied(world):
    world.server.answer(Reply(403, body=DENIED))
    boto3.client("ec2").get_waiter("instance_running").wait(InstanceIds=["i-1"])


@raises("WaiterError", "s3", "HeadBucket")
def waiting_for_what_does_not_come(world):
    world.server.answer(Reply(404))
    few = {"MaxAttempts": 2}
    boto3.client("s3").get_waiter("bucket_exists").wait(Bucket="reports", WaiterConfig=few)


@raises("WaiterConfigError")
def waiters_of_another_version(world):
    botocore.waiter.WaiterModel({"version": 1, "waiters": {}})


@raises("UnStubbedResponseError", "s3", "ListBuckets")
def stub_with_nothing_queued(world):
    client = boto3.client("s3")
    with botocore.stub.Stubber(client):
        client.list_buckets()


@raises("StubResponseError", "s3", "ListBuckets")
def stub_for_another_operation(world):
    client = boto3.client("s3")
    stub = botocore.stub.Stubber(client)
    stub.add_response("get_bucket_acl", {})
    stub.activate()
    client.list_buckets()


@raises("StubAssertionError", "s3", "GetBucketAcl")
def stub_for_another_bucket(world):
    client = boto3.client("s3")
    stub = botocore.stub.Stubber(client)
    stub.add_response("get_bucket_acl", {}, {"Bucket": "reports"})
    stub.activate()
    client.get_bucket_acl(Bucket="drafts")


@raises("CapacityNotAvailableError")
def bucket_of_tokens_run_dry(world):
    clock = botocore.retries.bucket.Clock()
    tokens = botocore.retries.bucket.TokenBucket(max_rate=1, clock=clock)
    tokens.acquire(amount=100, block=False)


# --- boto3 and s3transfer


@raises("ResourceNotExistsError")
def resource_where_there_is_only_a_client(world):
    boto3.resource("lambda")


@raises("UnknownAPIVersionError")
def resource_of_no_version(world):
    boto3.resource("s3", api_version="1999-01-01")


@raises("ResourceLoadException")
def resource_that_cannot_be_loaded(world):
    boto3.resource("s3").MultipartUploadPart("reports", "k", "id", 1).e_tag


@raises("DynamoDBOperationNotSupportedError")
def condition_and_a_number(world):
    conditions.Key("id").eq(1) & 5


@raises("DynamoDBNeedsConditionError")
def filter_that_is_a_number(world):
    conditions.ConditionExpressionBuilder().build_expression(5)


@raises("DynamoDBNeedsKeyConditionError", "dynamodb", "Query")
def key_condition_on_an_attribute(world):
    wrong = conditions.Attr("id").eq(1)
    boto3.resource("dynamodb").Table("orders").query(KeyConditionExpression=wrong)


ACCESS_DENIED = b"<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"


@raises("boto3.exceptions.S3UploadFailedError", "s3", "PutObject")
def upload_that_is_denied(world):
    path = world.file("report.csv", "a,b\n")
    world.server.answer(Reply(403, body=ACCESS_DENIED))
    boto3.client("s3").upload_file(path, "reports", "2026/report.csv")


@raises("boto3.exceptions.RetriesExceededError", "s3", "GetObject")
def download_that_ends_early_each_time(world):
    full = {"ETag": '"e"'}
    short = Reply(200, full, b"a", length=3, then="close")
    world.server.answer(Reply(200, full, b"abc"), short)
    boto3.client("s3").download_file("reports", "k", str(world.home / "out"))


@raises("s3transfer.exceptions.S3DownloadFailedError", "s3", "GetObject")
def download_of_what_has_changed(world):
    changed = b"<Error><Code>PreconditionFailed</Code><Message>no</Message></Error>"
    world.server.answer(Reply(200, {"ETag": '"e"'}, length=20_000_000), Reply(412, body=changed))
    boto3.client("s3").download_file("reports", "k", str(world.home / "out"))


@raises("s3transfer.exceptions.S3ValidationError", "s3", "GetObject")
def download_of_another_range(world):
    world.server.answer(
        Reply(200, {"ETag": '"e"'}, length=20_000_000),
        Reply(206, {"Content-Range": "bytes 5-10/20000000"}, b"abcdef"),
    )
    boto3.client("s3").download_file("reports", "k", str(world.home / "out"))


@raises("s3transfer.exceptions.S3CopyFailedError", "s3", "UploadPartCopy")
def copy_of_what_has_changed(world):
    changed = b"<Error><Code>PreconditionFailed</Code><Message>no</Message></Error>"
    begun = b"<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>"
    world.server.answer(
        Reply(200, {"ETag": '"e"'}, length=100),
        Reply(200, body=begun),
        Reply(412, body=changed),
        Reply(204),
    )
    parts = boto3.s3.transfer.TransferConfig(multipart_threshold=1)
    boto3.client("s3").copy({"Bucket": "drafts", "Key": "k"}, "reports", "k", Config=parts)


@raises("s3transfer.exceptions.S3UploadFailedError", "s3", "UploadPart")
def parts_that_are_denied(world):
    path = world.file("report.bin", "x" * 100)
    begun = b"<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>"
    world.server.answer(Reply(200, body=begun), Reply(403, body=ACCESS_DENIED), Reply(204))
    small = s3transfer.TransferConfig(multipart_threshold=1, max_concurrency=1)
    s3transfer.S3Transfer(boto3.client("s3"), small).upload_file(path, "reports", "report.bin")


@raises("s3transfer.exceptions.RetriesExceededError", "s3", "GetObject")
def older_download_that_ends_early_each_time(world):
    world.server.answer(Reply(200, {}, b"abc"), Reply(200, {}, b"a", length=3, then="close"))
    s3transfer.S3Transfer(boto3.client("s3")).download_file("reports", "k", str(world.home / "out"))


@raises("s3transfer.exceptions.TransferNotDoneError")
def result_before_the_end(world):
    s3transfer.futures.TransferFuture().set_exception(ValueError())


@raises("s3transfer.exceptions.InvalidSubscriberMethodError")
def subscriber_without_keywords(world):
    class Counter(s3transfer.subscribers.BaseSubscriber):
        def on_progress(self, future):
            pass

    Counter()


@raises("s3transfer.exceptions.FatalError")
def transfer_manager_left_in_anger(world):
    coordinator = s3transfer.futures.TransferCoordinator()
    coordinator.cancel("left early", s3transfer.exceptions.FatalError)
    s3transfer.futures.TransferFuture(coordinator=coordinator).result()


@raises("QueueShutdownError")
def queue_that_was_shut(world):
    queue = s3transfer.ShutdownQueue(1)
    queue.trigger_shutdown()
    queue.put("part")


@raises("RequestExceededException")
def bandwidth_used_up(world):
    limit = s3transfer.bandwidth.LeakyBucket(10)
    token = s3transfer.bandwidth.RequestToken()
    for _ in range(9):
        limit.consume(1000, token)


@raises("NoResourcesAvailable")
def no_more_places(world):
    places = s3transfer.utils.TaskSemaphore(1)
    places.acquire("part", blocking=False)
    places.acquire("part", blocking=False)
