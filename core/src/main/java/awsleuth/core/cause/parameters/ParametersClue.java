package awsleuth.core.cause.parameters;

import awsleuth.core.fact.Clue;
import java.util.List;

/** Words of botocore, boto3 and services about parameters. */
enum ParametersClue implements Clue {
  FLOAT("float types are not supported"),
  NOT_SERIALIZABLE(
      "is not json serializable", "unsupported type \"", "cannot be converted to a numeric"),
  DYNAMODB_TYPE("unsupported type \"", "cannot be converted to a numeric"),
  BOTO("boto3", "botocore", "unable to marshal response", "lambda_function", "/var/task/") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  EMULATOR("localstack", "moto", "minio", "elasticmq", "localhost", "127.0.0.1") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  PYTHON_TYPE(
      "expected string or bytes-like",
      "must be a string",
      "fileobj must implement",
      "bytes-like object is required",
      "object supporting the buffer api required",
      "must be of type <"),
  NO_ATTRIBUTE("object has no attribute", "has no attribute"),
  POSITIONAL("only accepts keyword arguments"),
  INFERENCE_PROFILE("retry your request with the id or arn of an inference profile"),
  NO_WAITER("waiter does not exist"),
  TERMINAL("terminal failure state"),
  NULL_MEMBER("member must not be null"),
  NO_NAME("required parameter name not set", "required parameter"),
  CHECKSUM(
      "content-sha256",
      "x-amz-checksum",
      "streaming-unsigned-payload-trailer",
      "trailer",
      "content-length http header",
      "x-amz-sdk-checksum-algorithm",
      "aws-chunked",
      "malformed chunked encoding"),
  /** Of S3 itself too, where the length of what is uploaded is not known before. */
  HEADER("a header you provided implies functionality that is not implemented"),
  MISSING_LENGTH("content-length"),
  UNSPECIFIED_LOCATION("the unspecified location constraint"),
  DATE("could not parse the provided"),
  SSM_NAME("resource: arn:aws:ssm: * :parameter/"),
  INVALID_NAME(
      "invalid bucket name",
      "not a valid arn",
      "invalid arn",
      "malformed arn",
      "arn: * must be of the format",
      "is not a valid",
      "invalid id: "),
  /** Of the rules of endpoints, about a parameter that goes into the host. */
  HOST_LABEL("must only contain a-z, a-z, 0-9 and `-`", "must be a valid host label"),
  PATTERN("satisfy constraint: member must satisfy regular expression"),
  /** Of a presigned URL (S3 API reference, "Authenticating requests: query parameters"). */
  LIVES_TOO_LONG("x-amz-expires must be less than a week"),
  NO_SECRET_HASH("secret_hash was not received"),
  WRONG_SECRET_HASH("unable to verify secret hash"),
  PRINCIPAL("invalid principal in policy"),
  TOO_LARGE("string longer than 2147483647 bytes"),
  EXTRA_ARG("invalid extra_args key");

  private final List<String> phrases;

  ParametersClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
