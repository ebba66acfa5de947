package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.Shape.Limits;
import awsleuth.aws.Shape.Member;
import awsleuth.aws.Shape.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();

  @Test
  void everyServiceLoads() {
    assertThat(CATALOG.services()).hasSizeGreaterThan(400).isSorted();
    for (String name : CATALOG.services()) {
      Service service = CATALOG.service(name).orElseThrow();
      assertThat(service.metadata().name()).isEqualTo(name);
      for (String operation : service.operationNames()) {
        Operation known = service.operation(operation).orElseThrow();
        assertThat(known.name()).isEqualTo(operation);
        assertThat(service.input(operation).isPresent()).isEqualTo(!known.input().isEmpty());
      }
    }
  }

  @Test
  void aServiceTellsOfItself() {
    ServiceMetadata s3 = CATALOG.service("s3").orElseThrow().metadata();
    assertThat(s3.serviceId()).isEqualTo("S3");
    assertThat(s3.apiVersion()).isEqualTo("2006-03-01");
    assertThat(s3.protocols()).containsExactly("rest-xml");
    assertThat(s3.signatureVersion()).isEqualTo("s3");
    ServiceMetadata ec2 = CATALOG.service("ec2").orElseThrow().metadata();
    assertThat(ec2.apiVersions()).startsWith("2014-09-01").endsWith("2016-11-15");
    ServiceMetadata logs = CATALOG.service("sso").orElseThrow().metadata();
    assertThat(logs.signingName()).isEqualTo("awsssoportal");
    assertThat(logs.endpointPrefix()).isEqualTo("portal.sso");
  }

  @Test
  void anOperationTellsItsRequestAndItsErrors() {
    Service s3 = CATALOG.service("s3").orElseThrow();
    Operation list = s3.operation("ListObjectsV2").orElseThrow();
    assertThat(list.method()).isEqualTo("GET");
    assertThat(list.uri()).isEqualTo("/{Bucket}?list-type=2");
    assertThat(list.errors()).containsExactly("NoSuchBucket");
    assertThat(list.paginated()).isTrue();
    assertThat(list.methodName()).isEqualTo("list_objects_v2");
    assertThat(list.commandName()).isEqualTo("list-objects-v2");
    assertThat(s3.waitersOf("HeadBucket")).containsExactly("BucketExists", "BucketNotExists");
    assertThat(s3.operation("NoSuchOperation")).isEmpty();
    Service sts = CATALOG.service("sts").orElseThrow();
    assertThat(sts.operation("AssumeRoleWithWebIdentity").orElseThrow().unsigned()).isTrue();
    assertThat(sts.operation("GetCallerIdentity").orElseThrow().unsigned()).isFalse();
  }

  @Test
  void aPathTellsItsOperationsAndNoneWhereItHasNoWordOfThem() {
    assertThat(at("lambda", "/2015-03-31/functions/f/invocations")).containsExactly("Invoke");
    assertThat(at("lambda", "/2015-03-31/functions/f/"))
        .containsExactly("DeleteFunction", "GetFunction");
    assertThat(at("bedrock-runtime", "/model/m/converse-stream")).containsExactly("ConverseStream");
    assertThat(at("bedrock-agentcore", "/runtimes/arn%3Aaws%3Ax/invocations?qualifier=DEFAULT"))
        .containsExactly("InvokeAgentRuntime");
    assertThat(at("s3", "/b?list-type=2&prefix=a")).containsExactly("ListObjectsV2");
    assertThat(at("s3", "/b/k/l?uploads")).containsExactly("CreateMultipartUpload");
    assertThat(at("s3", "/b/k")).isEmpty();
    assertThat(at("sqs", "/")).isEmpty();
    assertThat(at("sso", "/federation/credentials?role_name=r"))
        .containsExactly("GetRoleCredentials");
  }

  private static List<String> at(String service, String path) {
    return CATALOG.service(service).orElseThrow().operationsAt(path);
  }

  @Test
  void anOperationTellsHowItIsSignedAndWhatItSetsForTheEndpointRules() {
    Service s3 = CATALOG.service("s3").orElseThrow();
    assertThat(s3.metadata().auth()).containsExactly("aws.auth#sigv4");
    assertThat(s3.metadata().clientParameters()).contains("ForcePathStyle", "UseArnRegion");
    assertThat(s3.operation("CreateBucket").orElseThrow().ruleParameters())
        .contains(new Operation.RuleParameter.Fixed("DisableAccessPoints", "true"));
    assertThat(s3.operation("PutBucketPolicy").orElseThrow().checksum())
        .isEqualTo(new Operation.Checksum(true, "ChecksumAlgorithm", ""));
    Service dynamodb = CATALOG.service("dynamodb").orElseThrow();
    assertThat(dynamodb.operation("BatchGetItem").orElseThrow().ruleParameters())
        .containsExactly(new Operation.RuleParameter.Path("ResourceArnList", "keys(RequestItems)"));
    Service timestream = CATALOG.service("timestream-query").orElseThrow();
    assertThat(timestream.operation("Query").orElseThrow().discovery())
        .isEqualTo(Operation.Discovery.REQUIRED);
    assertThat(timestream.operation("DescribeEndpoints").orElseThrow().discovery())
        .isEqualTo(Operation.Discovery.DISCOVERS);
    Service sts = CATALOG.service("sts").orElseThrow();
    assertThat(sts.operation("AssumeRoleWithSAML").orElseThrow().auth())
        .containsExactly("smithy.api#noAuth");
    assertThat(CATALOG.service("sqs").orElseThrow().metadata().queryCompatible()).isTrue();
  }

  @Test
  void aShapeTellsItsMembersAndLimits() {
    Service s3 = CATALOG.service("s3").orElseThrow();
    Member bucket = s3.input("ListObjectsV2").orElseThrow().member("Bucket").orElseThrow();
    assertThat(bucket.required()).isTrue();
    assertThat(bucket.location()).isEqualTo("uri");
    assertThat(bucket.contextParam()).isEqualTo("Bucket");
    Scalar acl = (Scalar) s3.shape("ObjectCannedACL").orElseThrow();
    assertThat(acl.values()).contains("public-read", "bucket-owner-full-control");
    Scalar role = (Scalar) CATALOG.service("iam").orElseThrow().shape("roleNameType").orElseThrow();
    assertThat(role.limits()).isEqualTo(new Limits("1", "64"));
    assertThat(role.pattern()).isEqualTo("[\\w+=,.@-]+");
  }

  @Test
  void aStreamOfBytesIsToldByTheMemberOrByItsShape() {
    Service s3 = CATALOG.service("s3").orElseThrow();
    Service glacier = CATALOG.service("glacier").orElseThrow();
    Service kinesis = CATALOG.service("kinesis").orElseThrow();
    assertThat(s3.isStreaming(s3.input("PutObject").orElseThrow().member("Body").orElseThrow()))
        .isTrue();
    assertThat(s3.isStreaming(s3.input("PutObject").orElseThrow().member("Key").orElseThrow()))
        .isFalse();
    assertThat(
            glacier.isStreaming(
                glacier.input("UploadArchive").orElseThrow().member("body").orElseThrow()))
        .isTrue();
    assertThat(
            kinesis.isStreaming(
                kinesis.input("PutRecord").orElseThrow().member("Data").orElseThrow()))
        .isFalse();
  }

  @Test
  void anErrorTellsItsCodeStatusAndRetry() {
    Service iam = CATALOG.service("iam").orElseThrow();
    assertThat(iam.errorsWithCode("NoSuchEntity"))
        .containsExactly(
            new ErrorShape(
                "NoSuchEntityException", "NoSuchEntity", 404, true, false, false, false));
    ErrorShape bedrock =
        CATALOG
            .service("bedrock-runtime")
            .orElseThrow()
            .errorsWithCode("ModelNotReadyException")
            .getFirst();
    assertThat(bedrock.httpStatus()).isEqualTo(429);
    assertThat(bedrock.retryable()).isTrue();
    assertThat(bedrock.throttling()).isFalse();
  }

  @Test
  void anUnknownServiceIsEmpty() {
    assertThat(CATALOG.service("S3")).isEmpty();
    assertThat(CATALOG.service("")).isEmpty();
    assertThat(CATALOG.hasService("nothing")).isFalse();
  }

  @Test
  void theCatalogSaysWhereItIsFrom() {
    assertThat(CATALOG.version()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(CATALOG.origin())
        .matches(
            "embedded pack, botocore \\d+\\.\\d+\\.\\d+ \\(newest API \\d{4}-\\d{2}-\\d{2}\\)");
  }
}
