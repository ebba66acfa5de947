package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in which the words of a failure stand and nothing has failed, and their neighbours. */
class SpokenTest {

  private static final String LOGGED =
      "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "        raise ValueError(\"Unable to locate credentials\")",
        "  throw new IllegalStateException(\"The config profile (dev) could not be found\");",
        "  throw Error('Unable to locate credentials')",
        "if ! aws sts get-caller-identity; then\n  echo \"Unable to locate credentials, sleeping\"\nfi",
        "aws s3 cp a s3://b/ || { echo 'AccessDenied: ask the platform team'; exit 1; }",
        "    logger.error(\"An error occurred (SlowDown) when calling the PutObject operation\")",
        "    log.warn(\"ThrottlingException: Rate exceeded\", e);",
        "    print(\"Unable to locate credentials\")",
        "    except NoCredentialsError:\n        return \"Unable to locate credentials\"",
        "if code == \"InvalidAccessKeyId\":",
        "  } else if (err.name === 'ExpiredTokenException') {",
        "MESSAGE = \"SignatureDoesNotMatch: the clock may be wrong\"",
        "const DENIED = 'AccessDenied: not for you (aws)'",
        "with pytest.raises(ClientError, match=\"An error occurred (NoSuchKey) when calling the G\"):",
        "// InvalidClientTokenId: the key was deleted",
        "/* ExpiredToken - log in again */",
        "/**\n * Loads it.\n * @throws AmazonS3Exception if there is none (NoSuchBucket)\n */",
        "/*\n * The server answers SignatureDoesNotMatch: check the clock.\n */",
        "src/app.py:12: error: Module \"botocore\" has no attribute \"NoSuchEntityException\"",
        "src/x.ts:4:9 - error TS2304: Cannot find name 'NoSuchBucketPolicy'. aws"
      })
  void programsNameErrorsThatTheyRaiseOrHandle(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    raise error_class(parsed_response, operation_name)\n" + LOGGED,
        "botocore.exceptions.NoCredentialsError: Unable to locate credentials",
        "Unable to locate credentials. You can configure credentials by running \"aws configure\".",
        "+ aws s3 ls\nUnable to locate credentials",
        "NoCredentialsError('Unable to locate credentials')",
        "print(s3.list_buckets())\nbotocore.exceptions.NoRegionError: You must specify a region.",
        "Error: ClientError(\"" + LOGGED + "\")",
        "level=error err=\"" + LOGGED + "\"",
        "return code 1: " + LOGGED,
        "raised by the worker: " + LOGGED,
        "* " + LOGGED,
        "console: " + LOGGED,
        "case 7 failed: ExpiredTokenException: The security token included in the request is expired",
        "Error: InvalidClientTokenId: The security token included in the request is invalid."
      })
  void whatAProgramHasPrintedIsRead(String text) {
    assertThat(read(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| error | what to do |\n|---|---|\n| ExpiredToken | aws sso login |",
        "| Code | Meaning |\n| :--- | :---: |\n| `SignatureDoesNotMatch` | wrong secret (aws) |",
        "## 3.0.2\n- Fixed: `botocore.exceptions.NoRegionError: You must specify a region.` on Windows",
        "## [1.4.0] - 2026-02-01\n### Fixed\n* retry on \"ThrottlingException: Rate exceeded\" (#12)",
        "v2.1.0 (2026-02-01)\n\n- Explain \"" + LOGGED + "\"",
        "commit 0a1b2c3d\nAuthor: A <a@b.example>\nDate:   Mon\n\n    Say more of " + LOGGED,
        "S3.Client.exceptions.NoSuchUpload",
        "    Lambda.Client.exceptions.ResourceNotFoundException",
        "If the job fails with \"AccessDenied: User is not authorized to perform: s3:GetObject\" ask ops",
        "When a key is deleted, AWS answers InvalidAccessKeyId: see below.",
        "Whenever ExpiredTokenException shows up, run `aws sso login`.",
        "maybe throttling, or ExpiredToken?",
        "is that SignatureDoesNotMatch?",
        "Retryable: AuthFailure or RequestTimeTooSkewed",
        "In case a role is missing: User: <arn> is not authorized to perform: <action>"
      })
  void documentsAndTalkNameErrors(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "When I upload I get ExpiredToken, why?",
        "I get a SignatureDoesNotMatch error from my script",
        "boto3 says: ExpiredToken",
        "our aws deploy failed with InvalidClientTokenId",
        "[ExpiredToken] The provided token has expired",
        "ExpiredToken",
        "SignatureDoesNotMatch - check your key",
        "- " + LOGGED,
        "# Bug\n\nRunning it gives\n\n```\n" + LOGGED + "\n```",
        "### Steps\n1. aws s3 ls\n\n" + LOGGED,
        "If it helps: User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject",
        "a | b\n" + LOGGED,
        "---------\n|  x  |\n+-----+\n| " + LOGGED + " |"
      })
  void aReportOfAFailureIsRead(String text) {
    assertThat(read(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws_errors_total{service=\"dynamodb\",code=\"ThrottlingException\"} 0",
        "aws_sdk_errors{code=\"ExpiredToken\",op=\"PutObject\"} 12 1700000000000",
        "job:aws_failures:rate5m{code=\"AccessDenied\"} 1.5e-05",
        "boto_retries{reason=\"SlowDown: busy\"} NaN",
        "aws stats ThrottlingException count=0 errors=0",
        "aws: errors by code: AccessDeniedException: 0",
        "pattern: '?\"ThrottlingException\" ?\"Rate exceeded\"'",
        "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }",
        "rule: matches 'ExpiredToken|InvalidClientTokenId' -> page on-call",
        "aws_retry: { errors: [SlowDown, ExpiredToken, InternalError] }",
        "2026-01-01 INFO aws error NoSuchKey is expected on the first run",
        "NOTE: aws NoSuchKey errors are ignored",
        "INFO ignoring NoSuchBucketPolicy, as none is needed",
        "WARN (NoSuchUpload) handled, starting anew"
      })
  void metricsPatternsAndWhatWasForeseenAreNoFailures(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Error\": {\"Code\": \"AccessDenied\", \"Message\": \"aws says no\"}}",
        "{level=\"error\"} " + LOGGED,
        "ERROR|loader|" + LOGGED,
        "2026-01-01 INFO " + LOGGED,
        "INFO - botocore.errorfactory.NoSuchKey: An error occurred (NoSuchKey) when calling the"
            + " GetObject operation: The specified key does not exist.",
        "aws call failed: NoSuchBucketPolicy",
        "aws errors=1 code=ThrottlingException status=400",
        "Error Code: SlowDown, Error Message: Reduce your request rate, aws",
        "WARN ignored: " + LOGGED,
        "ThrottlingException: Rate exceeded"
      })
  void theSameWordsOfAFailureAreRead(String text) {
    assertThat(read(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.4 - - [20/Nov/2026:10:00:00 +0000] \"GET /aws/AccessDenied HTTP/1.1\" 403 153 \"-\" \"x\"",
        "10.0.0.4 - - [x] \"POST /login HTTP/1.1\" 401 88 \"-\" \"Boto3/1.34 Botocore/1.34\"",
        "INFO:     10.2.0.1:0 - \"PUT /s3/upload HTTP/1.1\" 503 Service Unavailable",
        "INFO:     127.0.0.1:51234 - \"GET /api/aws/x HTTP/1.1\" 500 Internal Server Error",
        "::1 - - [x] \"GET / HTTP/2.0\" 404 0",
        "web_1 | 172.18.0.1 - - \"GET /NoSuchBucket HTTP/1.1\" 404 12 \"aws-cli/2.15.0\"",
        "[20/Nov/2026 10:00:00] \"GET /iam/roles HTTP/1.1\" 403 2868",
        "127.0.0.1 \"DELETE /sqs/1 HTTP/1.1\" 503 - aws",
        "router: at=info \"GET /ec2 HTTP/1.1\" 403 12",
        "urllib3.connectionpool: https://api.github.com:443 \"GET /user HTTP/1.1\" 401 80"
      })
  void aServersAccessLogTellsOfOthersRequests(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sts.amazonaws.com:443 \"POST / HTTP/1.1\" 403 300",
        "DEBUG urllib3.connectionpool https://s3.eu-west-1.amazonaws.com:443 \"GET /b/k HTTP/1.1\" 404 0",
        "DEBUG botocore.endpoint Making request for OperationModel(name=HeadBucket) with params: {}\n"
            + "DEBUG urllib3.connectionpool http://minio.example:9000 \"HEAD /b HTTP/1.1\" 403 0",
        "http://localhost:4566 \"POST / HTTP/1.1\" 400 78",
        "10.0.0.4 \"GET / HTTP/1.1\" 200 1\n" + LOGGED
      })
  void aClientsLogTellsOfItsOwn(String text) {
    assertThat(read(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t.py::a PASSED\n------------- Captured log call -------------\nERROR x "
            + LOGGED
            + "\n======= 1 passed in 0.10s =======",
        "------- Captured stderr call -------\n" + LOGGED + "\n==== 3 passed, 1 skipped in 2s ====",
        "------- Captured stdout setup -------\nUnable to locate credentials\n=== 12 passed in 9.1s ===",
        "------- Captured log call -------\nExpiredToken: gone\n=== 1 passed, 2 warnings in 1s ===="
      })
  void aPassedTestHasOnlyPlayedItsFailure(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "------- Captured log call -------\nERROR x "
            + LOGGED
            + "\n=== 1 failed, 2 passed in 1s ===",
        LOGGED + "\n=== 1 passed, 1 error in 1s ===",
        "------- Captured log call -------\n" + LOGGED,
        "E   botocore.exceptions.ClientError: " + LOGGED + "\n=== 1 failed in 0.1s ==="
      })
  void aFailedTestIsRead(String text) {
    assertThat(read(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "google.api_core.exceptions.NotFound: 404 GET https://storage.googleapis.com/b: The specified"
            + " bucket does not exist.",
        "gcsfs.retry.HttpError: The specified bucket does not exist., 404",
        "FileNotFoundError: gs://b/k: The specified key does not exist",
        "azure.core.exceptions.HttpResponseError: AuthFailure: no",
        "oss2.exceptions.NoSuchKey: The specified key does not exist",
        "HttpError 404 https://b.blob.core.windows.net/c?x: The specified key does not exist.",
        "DEBUG botocore.retryhandler retry needed: exception type ThrottlingException aws error",
        "botocore.retries.standard Retry needed, error code ThrottlingException, sleeping 0.8 s",
        "RuntimeError: cannot schedule new futures after interpreter shutdown",
        "error: You must be logged in to the server (Unauthorized)",
        "RuntimeError: can't start new thread",
        "ValueError: I/O operation on closed file"
      })
  void otherCloudsAndOtherProgramsHaveTheSameWords(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The specified bucket does not exist",
        "NoSuchKey: The specified key does not exist.",
        "boto3 to https://storage.googleapis.com: " + LOGGED,
        "s3fs: The specified key does not exist",
        "$ aws eks update-kubeconfig --name a\nerror: You must be logged in to the server (Unauthorized)",
        "  File \"/x/s3transfer/futures.py\", line 9, in submit\nRuntimeError: cannot schedule new futures"
            + " after interpreter shutdown",
        "  File \"/x/botocore/httpsession.py\", line 9, in send\nRuntimeError: can't start new thread",
        "retry needed\n" + LOGGED
      })
  void whatShowsThatItIsOfAwsIsRead(String text) {
    assertThat(read(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requests.exceptions.SSLError: HTTPSConnectionPool(host='packages.example.org', port=443): Max retries"
            + " exceeded with url: /simple/ (Caused by SSLError(SSLCertVerificationError(1, '[SSL:"
            + " CERTIFICATE_VERIFY_FAILED]')))",
        "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='api.github.com', port=443): Max"
            + " retries exceeded with url: /aws (Caused by NewConnectionError('[Errno -2] Name or"
            + " service not known'))",
        "urllib3.exceptions.MaxRetryError: HTTPConnectionPool(host='elasticsearch', port=9200): Max"
            + " retries exceeded with url: /_bulk (Connection refused)",
        "requests.exceptions.ProxyError: HTTPSConnectionPool(host='api.stripe.com', port=443): Max"
            + " retries exceeded with url: /v1 (Tunnel connection failed: 403)",
        "socket.gaierror: [Errno -2] Name or service not known\n"
            + "  connecting to db.cluster-x.eu-west-1.rds.amazonaws.com:5432",
        "curl: (6) Could not resolve host: hub.example.com (aws mirror)",
        "Error: getaddrinfo ENOTFOUND api.example.com aws",
        "Error: connect ECONNREFUSED 10.1.2.3:6379 cache of aws",
        "dial tcp: lookup vault.internal.example: no such host (auth/aws)",
        "urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='s.use1.cache.amazonaws.com', port=6379):"
            + " Max retries exceeded with url: /"
      })
  void aConnectionToAnotherHostIsNoCallOfAws(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requests.exceptions.SSLError: HTTPSConnectionPool(host='s3.eu-west-1.amazonaws.com', port=443):"
            + " Max retries exceeded with url: / (CERTIFICATE_VERIFY_FAILED)",
        "urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='sts.amazonaws.com', port=443): Max"
            + " retries exceeded with url: / (Caused by NewConnectionError)",
        "Traceback (most recent call last):\n  File \"/x/botocore/httpsession.py\", line 9, in send\n"
            + "urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='store.example', port=443):"
            + " Max retries exceeded with url: /b",
        "socket.gaierror: [Errno -3] Temporary failure in name resolution",
        "Error: getaddrinfo ENOTFOUND sqs.eu-west-9.amazonaws.com",
        "dial tcp: lookup s3.eu-west-1.amazonaws.com: no such host",
        "curl: (6) Could not resolve host: 111122223333.dkr.ecr.eu-west-1.amazonaws.com",
        "HTTPConnectionPool(host='169.254.169.254', port=80): Max retries exceeded with url: /latest/",
        "HTTPConnectionPool(host='localhost', port=4566): Max retries exceeded with url: /b",
        "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:645)",
        "AWSHTTPSConnectionPool(host='store.example', port=443): Max retries exceeded with url: /"
      })
  void aConnectionToAwsOrOfItsClientsIsRead(String text) {
    assertThat(read(text)).hasSize(1);
  }
}
