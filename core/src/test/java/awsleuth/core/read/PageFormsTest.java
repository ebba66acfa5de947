package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Failures in web pages and mails, and in quotes of other languages. */
class PageFormsTest {

  @Test
  void aMailOfAirflowHasTagsAfterTheMessage() {
    assertThat(
            told(
                """
                Exception:<br>An error occurred (AccessDenied) when calling the ListObjectsV2 \
                operation: Access Denied<br>Log: <a href="http://localhost:8080/log">Link</a><br>
                """))
        .containsExactly(
            "ClientError | s3 | ListObjectsV2 | AccessDenied | line 1 | 1x | Access Denied");
  }

  @Test
  void aTracebackOfAPageHasEntities() {
    assertThat(
            told(
                """
                <pre>Traceback (most recent call last):
                  File &quot;/app/w.py&quot;, line 9, in run
                botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the \
                PutItem operation: User: arn:aws:sts::111122223333:assumed-role/w/x is not \
                authorized to perform: dynamodb:PutItem on resource: \
                arn:aws:dynamodb:eu-west-1:111122223333:table/orders because no identity-based \
                policy allows the dynamodb:PutItem action</pre>
                """))
        .containsExactly(
            "ClientError | dynamodb | PutItem | AccessDenied | line 3 | 1x | User:"
                + " arn:aws:sts::111122223333:assumed-role/w/x is not authorized to perform:"
                + " dynamodb:PutItem on resource:"
                + " arn:aws:dynamodb:eu-west-1:111122223333:table/orders because no identity-based"
                + " policy allows the dynamodb:PutItem action");
  }

  @Test
  void germanQuotesEndTheMessage() {
    assertThat(
            told(
                """
                „An error occurred (AccessDenied) when calling the GetObject operation: Access \
                Denied“ kam
                """))
        .containsExactly(
            "ClientError | s3 | GetObject | AccessDenied | line 1 | 1x | Access Denied");
  }

  @Test
  void anApostropheIsNoEndOfAQuote() {
    assertThat(
            told(
                """
                err: ‘An error occurred (ValidationException) when calling the PutItem operation: \
                The table’s key isn’t valid’ in job
                """))
        .containsExactly(
            "ClientError | dynamodb | PutItem | ValidationException | line 1 | 1x | The table’s key"
                + " isn’t valid");
  }

  @Test
  void groupsOfExceptionsMayBeNested() {
    assertThat(
            told(
                """
                  + Exception Group Traceback (most recent call last):
                  |   File "/app/fan.py", line 44, in <module>
                  |     asyncio.run(main())
                  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
                  +-+---------------- 1 ----------------
                    | Exception Group Traceback (most recent call last):
                    |   File "/app/fan.py", line 12, in inner
                    | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
                    +-+---------------- 1 ----------------
                      | Traceback (most recent call last):
                      |   File "/app/fan.py", line 27, in two
                      |     return s3.get_object(Bucket="b", Key=key)
                      | botocore.errorfactory.NoSuchKey: An error occurred (NoSuchKey) when calling \
                the GetObject operation: The specified key does not exist.
                      +------------------------------------
                """))
        .containsExactly(
            "NoSuchKey | s3 | GetObject | NoSuchKey | line 13 | 1x | The specified key does not"
                + " exist.");
  }

  @Test
  void managedAirflowWritesTwoBraces() {
    assertThat(
            told(
                """
                *** Reading remote log from Cloudwatch log_group: airflow-prod-Task log_stream: \
                dag_id=export/run_id=scheduled__2025-09-13T03_00_00+00_00/task_id=copy/attempt=1.log.
                [2025-09-14, 03:12:44 UTC] {{taskinstance.py:1937}} ERROR - Task failed with \
                exception
                Traceback (most recent call last):
                  File "/usr/local/airflow/dags/export.py", line 20, in copy
                    hook.load_file(filename, key, bucket)
                  File \
                "/usr/local/airflow/.local/lib/python3.11/site-packages/boto3/s3/transfer.py", line \
                378, in upload_file
                    raise S3UploadFailedError(
                boto3.exceptions.S3UploadFailedError: Failed to upload /tmp/x.csv to acme/x.csv: An \
                error occurred (KMS.DisabledException) when calling the PutObject operation: \
                arn:aws:kms:eu-west-1:111122223333:key/0aa1 is disabled.
                """))
        .containsExactly(
            "S3UploadFailedError | s3 | PutObject | KMS.DisabledException | line 8 | 1x |"
                + " arn:aws:kms:eu-west-1:111122223333:key/0aa1 is disabled.");
  }
}
