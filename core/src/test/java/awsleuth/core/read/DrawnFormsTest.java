package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Boxes, quotes, pages and escapes around a failure. */
class DrawnFormsTest {

  @Test
  void djangoStoragesAsksByHead() {
    assertThat(
            told(
                """
                ERROR 2025-09-14 03:12:44,512 log 2114 139872 Internal Server Error: /media/upload/
                Traceback (most recent call last):
                  File "/app/.venv/lib/python3.12/site-packages/django/core/handlers/exception.py", \
                line 55, in inner
                    response = get_response(request)
                  File "/app/.venv/lib/python3.12/site-packages/storages/backends/s3.py", line 575, \
                in exists
                    self.connection.meta.client.head_object(Bucket=self.bucket_name, Key=name)
                  File "/app/.venv/lib/python3.12/site-packages/botocore/client.py", line 1023, in \
                _make_api_call
                    raise error_class(parsed_response, operation_name)
                botocore.exceptions.ClientError: An error occurred (403) when calling the \
                HeadObject operation: Forbidden
                """))
        .containsExactly("ClientError | s3 | HeadObject | 403 | line 9 | 1x | Forbidden");
  }

  @Test
  void djangosErrorPageTellsItTwice() {
    assertThat(
            told(
                """
                ClientError at /admin/photos/photo/add/
                An error occurred (403) when calling the HeadObject operation: Forbidden

                Request Method:\tPOST
                Request URL:\thttps://photos.example/admin/photos/photo/add/
                Django Version:\t5.1.2
                Exception Type:\tClientError
                Exception Value:\tAn error occurred (403) when calling the HeadObject operation: \
                Forbidden
                Exception Location:\t/app/.venv/lib/python3.12/site-packages/botocore/client.py, \
                line 1023, in _make_api_call
                """))
        .containsExactly("ClientError | s3 | HeadObject | 403 | line 2 | 2x | Forbidden");
  }

  @Test
  void awswranglerRaisesWhatBotocoreRaised() {
    assertThat(
            told(
                """
                Traceback (most recent call last):
                  File "/glue/etl.py", line 61, in <module>
                    wr.s3.to_parquet(df=df, path=path, dataset=True, database="sales", \
                table="daily")
                  File "/home/spark/.local/lib/python3.10/site-packages/awswrangler/_utils.py", \
                line 178, in wrapper
                    return func(*args, **kwargs)
                  File \
                "/home/spark/.local/lib/python3.10/site-packages/awswrangler/catalog/_create.py", \
                line 301, in _create_parquet_table
                    client_glue.create_table(**args)
                botocore.errorfactory.EntityNotFoundException: An error occurred \
                (EntityNotFoundException) when calling the CreateTable operation: Database sales \
                not found.
                """))
        .containsExactly(
            "EntityNotFoundException | glue | CreateTable | EntityNotFoundException | line 8 | 1x |"
                + " Database sales not found.");
  }

  @Test
  void richDrawsABoxAroundTheTraceback() {
    assertThat(
            told(
                """
                ╭─────────────────────────────── Traceback (most recent call last) \
                ────────────────────────────────╮
                │ /app/sync.py:41 in main                                                           \
                               │
                │                                                                                   \
                               │
                │   38 │   s3 = boto3.client("s3")                                                  \
                               │
                │   39 │   for key in keys:                                                         \
                               │
                │ ❱ 41 │   │   s3.head_object(Bucket=bucket, Key=key)                               \
                               │
                │   42                                                                              \
                               │
                │                                                                                   \
                               │
                │ /usr/lib/python3.12/site-packages/botocore/client.py:1023 in _make_api_call       \
                               │
                │                                                                                   \
                               │
                │ ❱ 1023 │   │   │   raise error_class(parsed_response, operation_name)             \
                               │
                ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
                ClientError: An error occurred (AccessDenied) when calling the AssumeRole \
                operation: User:\s
                arn:aws:iam::111122223333:user/sync is not authorized to perform: sts:AssumeRole on \
                resource:\s
                arn:aws:iam::444455556666:role/sync-target
                """))
        .containsExactly(
            "ClientError | sts | AssumeRole | AccessDenied | line 13 | 1x | User:"
                + " arn:aws:iam::111122223333:user/sync is not authorized to perform:"
                + " sts:AssumeRole on resource: arn:aws:iam::444455556666:role/sync-target");
  }

  @Test
  void richDrawsWithLettersWhereThereAreNoOthers() {
    assertThat(
            told(
                """
                +----------------------- Traceback (most recent call last) -----------------------+
                | /app/sync.py:41 in main                                                         |
                |                                                                                 |
                | > 41     s3.list_objects_v2(Bucket=bucket)                                      |
                +---------------------------------------------------------------------------------+
                NoSuchBucket: An error occurred (NoSuchBucket) when calling the ListObjectsV2 \
                operation: The specified bucket does not exist
                """))
        .containsExactly(
            "NoSuchBucket | s3 | ListObjectsV2 | NoSuchBucket | line 6 | 1x | The specified bucket"
                + " does not exist");
  }

  @Test
  void aPanelFoldsTheSentence() {
    assertThat(
            told(
                """
                ╭─ Error ──────────────────────────────────────────────────────────────────────────╮
                │ An error occurred (ResourceNotFoundException) when calling the GetFunction       │
                │ operation: Function not found:                                                   │
                │ arn:aws:lambda:eu-west-1:111122223333:function:web                               │
                ╰──────────────────────────────────────────────────────────────────────────────────╯
                """))
        .containsExactly(
            "ClientError | lambda | GetFunction | ResourceNotFoundException | line 2 | 1x |"
                + " Function not found: arn:aws:lambda:eu-west-1:111122223333:function:web");
  }

  @Test
  void quotesMayBeCurly() {
    assertThat(
            told(
                """
                It says “An error occurred (AccessDenied) when calling the ‘GetObject’ operation: \
                Access Denied” when I run the job.
                """))
        .containsExactly(
            "ClientError | s3 | GetObject | AccessDenied | line 1 | 1x | Access Denied");
  }

  @Test
  void aUrlMayStandInCurlyQuotes() {
    assertThat(
            told(
                """
                botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: \
                “https://sqs.eu-west-9.amazonaws.com/”
                """))
        .containsExactly(
            "EndpointConnectionError | sqs | - | - | line 1 | 1x | Could not connect to the"
                + " endpoint URL: “https://sqs.eu-west-9.amazonaws.com/”");
  }

  @Test
  void aParameterMayStandInCurlyQuotes() {
    assertThat(
            told(
                """
                botocore.exceptions.ParamValidationError: Parameter validation failed: Missing \
                required parameter in input: “Bucket”
                """))
        .containsExactly(
            "ParamValidationError | - | - | - | line 1 | 1x | Parameter validation failed: /"
                + " Missing required parameter in input: “Bucket”");
  }

  @Test
  void whatAChainAndItsGroupPrintHappenedOnce() {
    assertThat(
            told(
                """
                Traceback (most recent call last):
                  File "/app/fan.py", line 21, in one
                    client.get_item(TableName="orders", Key=key)
                botocore.errorfactory.ResourceNotFoundException: An error occurred \
                (ResourceNotFoundException) when calling the GetItem operation: Requested resource \
                not found

                During handling of the above exception, another exception occurred:

                Traceback (most recent call last):
                  File "/app/fan.py", line 27, in two
                    s3.get_object(Bucket="b", Key=key)
                botocore.errorfactory.NoSuchKey: An error occurred (NoSuchKey) when calling the \
                GetObject operation: The specified key does not exist.

                During handling of the above exception, another exception occurred:

                  + Exception Group Traceback (most recent call last):
                  |   File "/app/fan.py", line 44, in <module>
                  |     raise ExceptionGroup("jobs", failed)
                  | ExceptionGroup: jobs (2 sub-exceptions)
                  +-+---------------- 1 ----------------
                    | Traceback (most recent call last):
                    |   File "/app/fan.py", line 21, in one
                    |     client.get_item(TableName="orders", Key=key)
                    | botocore.errorfactory.ResourceNotFoundException: An error occurred \
                (ResourceNotFoundException) when calling the GetItem operation: Requested resource \
                not found
                    +---------------- 2 ----------------
                    | Traceback (most recent call last):
                    |   File "/app/fan.py", line 27, in two
                    |     s3.get_object(Bucket="b", Key=key)
                    | botocore.errorfactory.NoSuchKey: An error occurred (NoSuchKey) when calling \
                the GetObject operation: The specified key does not exist.
                    +------------------------------------
                """))
        .hasSize(2)
        .allMatch(failure -> failure.contains(" | 1x | "));
  }

  @Test
  void aGroupOfExceptionsHasEachOfThem() {
    assertThat(
            told(
                """
                  + Exception Group Traceback (most recent call last):
                  |   File "/app/fan.py", line 44, in <module>
                  |     asyncio.run(main())
                  |   File "/app/fan.py", line 38, in main
                  |     async with asyncio.TaskGroup() as tg:
                  | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)
                  +-+---------------- 1 ----------------
                    | Traceback (most recent call last):
                    |   File "/app/fan.py", line 21, in one
                    |     return client.get_item(TableName="orders", Key=key)
                    | botocore.errorfactory.ProvisionedThroughputExceededException: An error \
                occurred (ProvisionedThroughputExceededException) when calling the GetItem \
                operation (reached max retries: 9): The level of configured provisioned throughput \
                for the table was exceeded.
                    +---------------- 2 ----------------
                    | Traceback (most recent call last):
                    |   File "/app/fan.py", line 27, in two
                    |     return s3.get_object(Bucket="b", Key=key)
                    | botocore.errorfactory.NoSuchKey: An error occurred (NoSuchKey) when calling \
                the GetObject operation: The specified key does not exist.
                    +------------------------------------
                """))
        .containsExactly(
            "NoSuchKey | s3 | GetObject | NoSuchKey | line 16 | 1x | The specified key does not"
                + " exist.",
            "ProvisionedThroughputExceededException | dynamodb | GetItem |"
                + " ProvisionedThroughputExceededException | line 11 | 1x | The level of configured"
                + " provisioned throughput for the table was exceeded.");
  }

  @Test
  void aTextMayBeEscapedTwice() {
    assertThat(
            told(
                """
                {"traceback": "Traceback (most recent call last):\\\\n  File \
                \\\\\\"/app/w.py\\\\\\", line 9, in run\\\\n    \
                q.send_message(MessageBody=b)\\\\nbotocore.exceptions.ClientError: An error \
                occurred (InvalidParameterValue) when calling the SendMessage operation: Value for \
                parameter MessageBody is invalid.\\\\n"}
                """))
        .containsExactly(
            "ClientError | sqs | SendMessage | InvalidParameterValue | line 1 | 1x | Value for"
                + " parameter MessageBody is invalid.");
  }

  @Test
  void bytesMayBePrintedAsALiteral() {
    assertThat(
            told(
                """
                b'Traceback (most recent call last):\\n  File "/app/w.py", line 9, in run\\n    \
                q.send_message(MessageBody=b)\\nbotocore.exceptions.ClientError: An error occurred \
                (InvalidParameterValue) when calling the SendMessage operation: Value for parameter \
                MessageBody is invalid.\\n'
                """))
        .containsExactly(
            "ClientError | sqs | SendMessage | InvalidParameterValue | line 1 | 1x | Value for"
                + " parameter MessageBody is invalid.");
  }

  @Test
  void aResultOfCeleryHasItsTracebackAsText() {
    assertThat(
            told(
                """
                {"status": "FAILURE", "result": {"exc_type": "ClientError", "exc_message": ["An \
                error occurred (AccessDenied) when calling the DeleteObject operation: Access \
                Denied"], "exc_module": "botocore.exceptions"}, "traceback": "Traceback (most \
                recent call last):\\n  File \\"/app/w.py\\", line 9, in run\\n    \
                s3.delete_object(Bucket=b, Key=k)\\nbotocore.exceptions.ClientError: An error \
                occurred (AccessDenied) when calling the DeleteObject operation: Access Denied\\n"}
                """))
        .containsExactly(
            "ClientError | s3 | DeleteObject | AccessDenied | line 1 | 1x | Access Denied");
  }

  @Test
  void quotesMayBeEntities() {
    assertThat(
            told(
                """
                botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the \
                GetObject operation: User: arn:aws:iam::111122223333:user/ci is not authorized to \
                perform: s3:GetObject on resource: &quot;arn:aws:s3:::acme/k&quot; because no \
                identity-based policy allows the s3:GetObject action
                """))
        .containsExactly(
            "ClientError | s3 | GetObject | AccessDenied | line 1 | 1x | User:"
                + " arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:GetObject on"
                + " resource: \"arn:aws:s3:::acme/k\" because no identity-based policy allows the"
                + " s3:GetObject action");
  }
}
