package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What container runtimes and loggers put before and around the lines of a program. */
class ContainerFormsTest {

  @Test
  void kubectlPutsATimeBeforeEachLine() {
    assertThat(
            told(
                """
                2025-09-14T03:12:44.512345678Z Traceback (most recent call last):
                2025-09-14T03:12:44.512360211Z   File "/app/consumer.py", line 18, in <module>
                2025-09-14T03:12:44.512364011Z     sqs.receive_message(QueueUrl=url)
                2025-09-14T03:12:44.512367011Z botocore.errorfactory.QueueDoesNotExist: An error \
                occurred (AWS.SimpleQueueService.NonExistentQueue) when calling the ReceiveMessage \
                operation: The specified queue does not exist.
                """))
        .containsExactly(
            "QueueDoesNotExist | sqs | ReceiveMessage | AWS.SimpleQueueService.NonExistentQueue |"
                + " line 4 | 1x | The specified queue does not exist.");
  }

  @Test
  void kubectlPutsThePodBeforeEachLine() {
    assertThat(
            told(
                """
                [pod/consumer-7d9f8b6c5-x2x8k/app] Traceback (most recent call last):
                [pod/consumer-7d9f8b6c5-x2x8k/app]   File "/app/consumer.py", line 18, in <module>
                [pod/consumer-7d9f8b6c5-x2x8k/app]     sqs.receive_message(QueueUrl=url)
                [pod/consumer-7d9f8b6c5-x2x8k/app] botocore.exceptions.ClientError: An error \
                occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not \
                authorized to perform sts:AssumeRoleWithWebIdentity
                """))
        .containsExactly(
            "ClientError | sts | AssumeRoleWithWebIdentity | AccessDenied | line 4 | 1x | Not"
                + " authorized to perform sts:AssumeRoleWithWebIdentity");
  }

  @Test
  void aRuntimesFileHasPiecesOfALine() {
    assertThat(
            told(
                """
                2025-09-14T03:12:44.512345678Z stderr F Traceback (most recent call last):
                2025-09-14T03:12:44.512360211Z stderr F   File "/app/consumer.py", line 18, in \
                <module>
                2025-09-14T03:12:44.512364011Z stderr F     kinesis.get_records(ShardIterator=it)
                2025-09-14T03:12:44.512367011Z stderr P \
                botocore.errorfactory.ExpiredIteratorException: An error occurred \
                (ExpiredIteratorException) when calling the GetRecords operation: Iterator\s
                2025-09-14T03:12:44.512368011Z stderr F expired. The iterator was created at time \
                Sun Sep 14 03:00:00 UTC 2025
                """))
        .containsExactly(
            "ExpiredIteratorException | kinesis | GetRecords | ExpiredIteratorException | line 4 |"
                + " 1x | Iterator expired. The iterator was created at time Sun Sep 14 03:00:00 UTC"
                + " 2025");
  }

  @Test
  void aRuntimesFileNamesTheStream() {
    assertThat(
            told(
                """
                2025-09-14T03:12:44.512345678+02:00 stdout F ERROR consumer An error occurred \
                (ProvisionedThroughputExceededException) when calling the GetRecords operation \
                (reached max retries: 4): Rate exceeded for shard shardId-000000000003
                2025-09-14T03:12:45.512345678+02:00 stdout F ERROR consumer An error occurred \
                (ProvisionedThroughputExceededException) when calling the GetRecords operation \
                (reached max retries: 4): Rate exceeded for shard shardId-000000000004
                """))
        .containsExactly(
            "ClientError | kinesis | GetRecords | ProvisionedThroughputExceededException | line 1 |"
                + " 2x | Rate exceeded for shard shardId-000000000003");
  }

  @Test
  void composePutsTheServiceBeforeEachLine() {
    assertThat(
            told(
                """
                worker-1  | Traceback (most recent call last):
                worker-1  |   File "/app/w.py", line 9, in <module>
                worker-1  |     s3.create_bucket(Bucket="acme")
                worker-1  | botocore.errorfactory.BucketAlreadyExists: An error occurred \
                (BucketAlreadyExists) when calling the CreateBucket operation: The requested bucket \
                name is not available.
                web-1     | 10.0.0.3 - - [14/Sep/2025:03:12:44 +0000] "GET / HTTP/1.1" 200 -
                """))
        .containsExactly(
            "BucketAlreadyExists | s3 | CreateBucket | BucketAlreadyExists | line 4 | 1x | The"
                + " requested bucket name is not available.");
  }

  @Test
  void structlogWritesTheErrorAsAField() {
    assertThat(
            told(
                """
                2025-09-14T03:12:44.512Z [error    ] upload failed                  [reports] \
                bucket=acme error="An error occurred (NoSuchBucket) when calling the PutObject \
                operation: The specified bucket does not exist" key=a/b
                """))
        .containsExactly(
            "ClientError | s3 | PutObject | NoSuchBucket | line 1 | 1x | The specified bucket does"
                + " not exist");
  }

  @Test
  void loguruDrawsTheValuesOfVariables() {
    assertThat(
            told(
                """
                2025-09-14 03:12:44.512 | ERROR    | reports.archive:run:57 - upload failed
                Traceback (most recent call last):

                  File "/app/archive.py", line 57, in run
                    s3.put_object(Bucket=bucket, Key=key, Body=body)
                    │  │                 │           │         └ b'...'
                    │  │                 │           └ 'a/b'
                    │  └ <function ClientCreator._create_api_method.<locals>._api_call at 0x7f>
                    └ <botocore.client.S3 object at 0x7f2>

                botocore.exceptions.ClientError: An error occurred (SlowDown) when calling the \
                PutObject operation (reached max retries: 4): Please reduce your request rate.
                """))
        .containsExactly(
            "ClientError | s3 | PutObject | SlowDown | line 11 | 1x | Please reduce your request"
                + " rate.");
  }

  @Test
  void sparkWrapsATracebackOfPython() {
    assertThat(
            told(
                """
                25/09/14 03:12:44 ERROR Executor: Exception in task 3.0 in stage 1.0 (TID 7)
                org.apache.spark.api.python.PythonException: Traceback (most recent call last):
                  File "/opt/spark/python/lib/pyspark.zip/pyspark/worker.py", line 1247, in main
                    process()
                  File "/app/etl.py", line 31, in enrich
                    item = table.get_item(Key={"id": r.id})
                botocore.errorfactory.ResourceNotFoundException: An error occurred \
                (ResourceNotFoundException) when calling the GetItem operation: Requested resource \
                not found

                \tat \
                org.apache.spark.api.python.BasePythonRunner$ReaderIterator.handlePythonException(PythonRunner.scala:572)
                """))
        .containsExactly(
            "ResourceNotFoundException | dynamodb | GetItem | ResourceNotFoundException | line 7 |"
                + " 1x | Requested resource not found");
  }

  @Test
  void stepFunctionsCarryTheCauseAsText() {
    assertThat(
            told(
                """
                {"Error":"ClientError","Cause":"{\\"errorMessage\\":\\"An error occurred \
                (AccessDeniedException) when calling the StartJobRun operation: User: \
                arn:aws:sts::111122223333:assumed-role/sfn/x is not authorized to perform: \
                glue:StartJobRun on resource: \
                arn:aws:glue:eu-west-1:111122223333:job/nightly\\",\\"errorType\\":\\"ClientError\\",\\"requestId\\":\\"4b1c\\",\\"stackTrace\\":[]}"}
                """))
        .containsExactly(
            "ClientError | glue | StartJobRun | AccessDeniedException | line 1 | 1x | User:"
                + " arn:aws:sts::111122223333:assumed-role/sfn/x is not authorized to perform:"
                + " glue:StartJobRun on resource: arn:aws:glue:eu-west-1:111122223333:job/nightly");
  }

  @Test
  void aControllerWritesTheErrorAsAField() {
    assertThat(
            told(
                """
                E0914 03:12:44.512345       1 controller.go:114] "Reconciler error" err="An error \
                occurred (ThrottlingException) when calling the DescribeClusters operation (reached \
                max retries: 4): Rate exceeded" controller="cluster"
                """))
        .containsExactly(
            "ClientError | ecs | DescribeClusters | ThrottlingException | line 1 | 1x | Rate"
                + " exceeded");
  }

  @Test
  void syslogPutsItsHeaderBeforeALine() {
    assertThat(
            told(
                """
                <11>1 2025-09-14T03:12:44.512Z web-1 app 2114 - - An error occurred (AccessDenied) \
                when calling the GetObject operation: Access Denied
                """))
        .containsExactly(
            "ClientError | s3 | GetObject | AccessDenied | line 1 | 1x | Access Denied");
  }
}
