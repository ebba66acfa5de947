package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What schedulers, services and build servers put before and around the lines of a program. */
class LoggedFormsTest {

  @Test
  void airflowTellsATasksFailureTwice() {
    assertThat(
            told(
                """
                [2025-09-14, 03:12:44 UTC] {taskinstance.py:1937} ERROR - Task failed with exception
                Traceback (most recent call last):
                  File \
                "/home/airflow/.local/lib/python3.11/site-packages/airflow/models/taskinstance.py", \
                line 465, in _execute_task
                    result = _execute_callable(context=context, **execute_callable_kwargs)
                  File \
                "/home/airflow/.local/lib/python3.11/site-packages/airflow/providers/amazon/aws/operators/s3.py", line 411, in execute
                    s3_hook.copy_object(
                  File "/home/airflow/.local/lib/python3.11/site-packages/botocore/client.py", line \
                1023, in _make_api_call
                    raise error_class(parsed_response, operation_name)
                botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the \
                CopyObject operation: Access Denied
                [2025-09-14, 03:12:44 UTC] {taskinstance.py:1400} INFO - Marking task as FAILED. \
                dag_id=export, task_id=copy_daily, execution_date=20250913T030000, \
                start_date=20250914T031240, end_date=20250914T031244
                [2025-09-14, 03:12:44 UTC] {standard_task_runner.py:110} ERROR - Failed to execute \
                job 8127 for task copy_daily (An error occurred (AccessDenied) when calling the \
                CopyObject operation: Access Denied; 71)
                """))
        .containsExactly(
            "ClientError | s3 | CopyObject | AccessDenied | line 9 | 1x | Access Denied");
  }

  @Test
  void airflow3LogsAnExceptionAsAnObject() {
    assertThat(
            told(
                """
                {"timestamp":"2025-09-14T03:12:44.812Z","level":"error","event":"Task failed with \
                exception","logger":"task","error_detail":[{"exc_type":"ClientError","exc_value":"An error occurred (ThrottlingException) when calling the GetJobRun operation (reached max retries: 4): Rate exceeded","exc_notes":[],"syntax_error":null,"is_cause":false,"frames":[{"filename":"/opt/airflow/dags/load.py","lineno":31,"name":"load"}]}]}
                """))
        .containsExactly(
            "ClientError | glue | GetJobRun | ThrottlingException | line 1 | 1x | Rate exceeded");
  }

  @Test
  void celeryLogsTheExceptionAndItsTraceback() {
    assertThat(
            told(
                """
                [2025-09-14 03:12:44,512: ERROR/ForkPoolWorker-3] Task \
                reports.tasks.archive[4f0c2d53-6f7b-4c29-8b2e-1a9f7c0a4d11] raised unexpected: \
                ClientError('An error occurred (NoSuchBucket) when calling the PutObject operation: \
                The specified bucket does not exist')
                Traceback (most recent call last):
                  File "/app/.venv/lib/python3.12/site-packages/celery/app/trace.py", line 453, in \
                trace_task
                    R = retval = fun(*args, **kwargs)
                  File "/app/reports/tasks.py", line 57, in archive
                    s3.put_object(Bucket=bucket, Key=key, Body=body)
                  File "/app/.venv/lib/python3.12/site-packages/botocore/client.py", line 1023, in \
                _make_api_call
                    raise error_class(parsed_response, operation_name)
                botocore.errorfactory.NoSuchBucket: An error occurred (NoSuchBucket) when calling \
                the PutObject operation: The specified bucket does not exist
                """))
        .containsExactly(
            "NoSuchBucket | s3 | PutObject | NoSuchBucket | line 9 | 1x | The specified bucket does"
                + " not exist");
  }

  @Test
  void celeryTellsOfARetry() {
    assertThat(
            told(
                """
                [2025-09-14 03:12:44,512: INFO/ForkPoolWorker-1] Task mail.tasks.send[9b8c] retry: \
                Retry in 60s: ClientError('An error occurred (Throttling) when calling the \
                SendEmail operation (reached max retries: 4): Maximum sending rate exceeded.')
                """))
        .containsExactly(
            "ClientError | ses | SendEmail | Throttling | line 1 | 1x | Maximum sending rate"
                + " exceeded.");
  }

  @Test
  void journalctlPutsTheUnitBeforeEachLine() {
    assertThat(
            told(
                """
                Sep 14 03:12:44 worker-2 reports[2114]: Traceback (most recent call last):
                Sep 14 03:12:44 worker-2 reports[2114]:   File "/srv/reports/run.py", line 40, in \
                <module>
                Sep 14 03:12:44 worker-2 reports[2114]:     main()
                Sep 14 03:12:44 worker-2 reports[2114]:   File "/srv/reports/run.py", line 22, in \
                main
                Sep 14 03:12:44 worker-2 reports[2114]:     table.put_item(Item=item)
                Sep 14 03:12:44 worker-2 reports[2114]: botocore.exceptions.ClientError: An error \
                occurred (ValidationException) when calling the PutItem operation: One or more \
                parameter values were invalid: Missing the key id in the item
                Sep 14 03:12:45 worker-2 systemd[1]: reports.service: Main process exited, \
                code=exited, status=1/FAILURE
                Sep 14 03:12:45 worker-2 systemd[1]: reports.service: Failed with result \
                'exit-code'.
                """))
        .containsExactly(
            "ClientError | dynamodb | PutItem | ValidationException | line 6 | 1x | One or more"
                + " parameter values were invalid: Missing the key id in the item");
  }

  @Test
  void journalctlPutsAnIsoTimeBeforeALine() {
    assertThat(
            told(
                """
                2025-09-14T03:12:44+0000 worker-2 reports[2114]: \
                botocore.exceptions.NoCredentialsError: Unable to locate credentials
                """))
        .containsExactly(
            "NoCredentialsError | - | - | - | line 1 | 1x | Unable to locate credentials");
  }

  @Test
  void jenkinsPutsATimeBeforeEachLine() {
    assertThat(
            told(
                """
                [2025-09-14T03:12:44.101Z] + aws s3 cp build.tar.gz \
                s3://acme-artifacts/app/build.tar.gz
                [2025-09-14T03:12:46.902Z] upload failed: ./build.tar.gz to \
                s3://acme-artifacts/app/build.tar.gz An error occurred (AccessDenied) when calling \
                the PutObject operation: User: \
                arn:aws:sts::111122223333:assumed-role/ci-deploy/i-0abc is not authorized to \
                perform: s3:PutObject on resource: "arn:aws:s3:::acme-artifacts/app/build.tar.gz" \
                because no identity-based policy allows the s3:PutObject action
                [2025-09-14T03:12:47.120Z] script returned exit code 1
                """))
        .containsExactly(
            "ClientError | s3 | PutObject | AccessDenied | line 2 | 1x | User:"
                + " arn:aws:sts::111122223333:assumed-role/ci-deploy/i-0abc is not authorized to"
                + " perform: s3:PutObject on resource:"
                + " \"arn:aws:s3:::acme-artifacts/app/build.tar.gz\" because no identity-based"
                + " policy allows the s3:PutObject action");
  }

  @Test
  void jenkinsPutsAClockBeforeATraceback() {
    assertThat(
            told(
                """
                03:12:44  Traceback (most recent call last):
                03:12:44    File "deploy.py", line 12, in <module>
                03:12:44      cf.create_stack(StackName="web", TemplateBody=body)
                03:12:44    File "/usr/lib/python3/dist-packages/botocore/client.py", line 1023, in \
                _make_api_call
                03:12:44      raise error_class(parsed_response, operation_name)
                03:12:44  botocore.errorfactory.AlreadyExistsException: An error occurred \
                (AlreadyExistsException) when calling the CreateStack operation: Stack [web] \
                already exists
                """))
        .containsExactly(
            "AlreadyExistsException | cloudformation | CreateStack | AlreadyExistsException | line"
                + " 6 | 1x | Stack [web] already exists");
  }

  @Test
  void theCliOftenGivesNoMessage() {
    assertThat(
            told(
                """
                03:12:44  + aws ecs update-service --cluster prod --service web \
                --force-new-deployment
                03:12:46 \s
                03:12:46  An error occurred (ServiceNotFoundException) when calling the \
                UpdateService operation:\s
                03:12:47  script returned exit code 254
                """))
        .containsExactly(
            "ClientError | ecs | UpdateService | ServiceNotFoundException | line 3 | 1x | -");
  }

  @Test
  void githubActionsMarksTheStepsAndTheEnd() {
    assertThat(
            told(
                """
                2025-09-14T03:12:44.1234567Z ##[group]Run aws s3 sync dist s3://acme-site --delete
                2025-09-14T03:12:44.1235567Z \033[36;1maws s3 sync dist s3://acme-site \
                --delete\033[0m
                2025-09-14T03:12:44.1236567Z ##[endgroup]
                2025-09-14T03:12:46.7234567Z fatal error: An error occurred (ExpiredToken) when \
                calling the ListObjectsV2 operation: The provided token has expired.
                2025-09-14T03:12:46.8234567Z ##[error]Process completed with exit code 1.
                """))
        .containsExactly(
            "ClientError | s3 | ListObjectsV2 | ExpiredToken | line 4 | 1x | The provided token has"
                + " expired.");
  }

  @Test
  void anActionTellsItsErrorAfterAMark() {
    assertThat(
            told(
                """
                2025-09-14T03:12:46.8234567Z ##[error]Could not assume role with OIDC: Not \
                authorized to perform sts:AssumeRoleWithWebIdentity
                """))
        .containsExactly(
            "- | sts | AssumeRoleWithWebIdentity | - | line 1 | 1x | Could not assume role with"
                + " OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity");
  }

  @Test
  void anActionTellsItsErrorAfterAWord() {
    assertThat(
            told(
                """
                Run aws-actions/configure-aws-credentials@v4
                Assuming role with OIDC
                Error: Could not assume role with OIDC: Not authorized to perform \
                sts:AssumeRoleWithWebIdentity
                """))
        .containsExactly(
            "- | sts | AssumeRoleWithWebIdentity | - | line 3 | 1x | Could not assume role with"
                + " OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity");
  }

  @Test
  void aStepPrintsAnErrorLine() {
    assertThat(
            told(
                """
                Error: An error occurred (InvalidParameterException) when calling the UpdateService \
                operation: Unable to assume the service linked role. Please verify that the ECS \
                service linked role exists.
                Error: Process completed with exit code 254.
                """))
        .containsExactly(
            "ClientError | ecs | UpdateService | InvalidParameterException | line 1 | 1x | Unable"
                + " to assume the service linked role. Please verify that the ECS service linked"
                + " role exists.");
  }

  @Test
  void aWorkflowCommandCarriesAnError() {
    assertThat(
            told(
                """
                ::error file=deploy.py,line=12::An error occurred (AccessDeniedException) when \
                calling the UpdateFunctionCode operation: User: arn:aws:iam::111122223333:user/ci \
                is not authorized to perform: lambda:UpdateFunctionCode on resource: \
                arn:aws:lambda:eu-west-1:111122223333:function:web because no identity-based policy \
                allows the lambda:UpdateFunctionCode action
                """))
        .containsExactly(
            "ClientError | lambda | UpdateFunctionCode | AccessDeniedException | line 1 | 1x |"
                + " User: arn:aws:iam::111122223333:user/ci is not authorized to perform:"
                + " lambda:UpdateFunctionCode on resource:"
                + " arn:aws:lambda:eu-west-1:111122223333:function:web because no identity-based"
                + " policy allows the lambda:UpdateFunctionCode action");
  }

  @Test
  void azurePipelinesMarkTheEnd() {
    assertThat(
            told(
                """
                2025-09-14T03:12:44.5123456Z An error occurred (InvalidClientTokenId) when calling \
                the GetCallerIdentity operation: The security token included in the request is \
                invalid.
                2025-09-14T03:12:44.6123456Z ##[error]Bash exited with code '254'.
                """))
        .containsExactly(
            "ClientError | sts | GetCallerIdentity | InvalidClientTokenId | line 1 | 1x | The"
                + " security token included in the request is invalid.");
  }
}
