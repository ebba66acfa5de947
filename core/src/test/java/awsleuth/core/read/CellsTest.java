package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tracebacks of notebooks and of pytest tell, whose frames show source in their way. */
class CellsTest {

  private static String cell(String frame, String line, String error) {
    return """
    ---------------------------------------------------------------------------
    ClientError                               Traceback (most recent call last)
    %s
          1 prepare()
    ----> 2 %s

    ~/venv/lib/python3.9/site-packages/botocore/client.py in _api_call(self, *args, **kwargs)
        355                     "%%s() only accepts keyword arguments." %% py_operation_name)
        356             # The "self" in this scope is referring to the BaseClient.
    --> 357             return self._make_api_call(operation_name, kwargs)

    ClientError: %s
    """
        .formatted(frame, line, error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ipython-input-3-0a1b2c3d4e5f> in <module>",
        "Input In [3], in <cell line: 2>()",
        "Cell In[3], line 2"
      })
  void theSourceAroundALineIsNoMessageAndTheVariableNamesTheService(String frame) {
    FailedCall call =
        call(
            cell(
                frame,
                "personalize.list_schemas()",
                "An error occurred (UnknownOperationException) when calling the ListSchemas"
                    + " operation: "));
    assertThat(call.code()).isEqualTo("UnknownOperationException");
    assertThat(call.message()).isEmpty();
    assertThat(call.service()).isEqualTo("personalize");
    assertThat(call.serviceInferred()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "events.put_rule(Name='nightly'),PutRule,events",
    "self.config_client.put_config_rule(ConfigRule=rule),PutConfigRule,config",
    "logs.create_log_group(logGroupName='a'),CreateLogGroup,logs"
  })
  void aVariableWithAnEverydayNameTellsTheServiceWhoseOperationIsCalled(
      String line, String operation, String service) {
    FailedCall call =
        call(
            cell(
                "Cell In[3], line 2",
                line,
                "An error occurred (ThrottlingException) when calling the "
                    + operation
                    + " operation: Rate exceeded"));
    assertThat(call.service()).isEqualTo(service);
  }

  @Test
  void aCellsLineTellsTheOperationWhereTheErrorDoesNot() {
    FailedCall call =
        call(
            """
            EndpointConnectionError                   Traceback (most recent call last)
            <ipython-input-7-0a1b2c3d4e5f> in <module>
            ----> 1 forecast.list_dataset_groups()

            EndpointConnectionError: Could not connect to the endpoint URL: "https://forecast.eu-west-2.amazonaws.com/"
            """);
    assertThat(call.operation()).isEqualTo("ListDatasetGroups");
    assertThat(call.service()).isEqualTo("forecast");
  }

  @Test
  void aNumberedLineBelowNoFrameIsRead() {
    assertThat(read("   12 botocore.exceptions.NoCredentialsError: Unable to locate credentials"))
        .hasSize(1);
  }

  @Test
  void theFramesOfPytestLeadToAnErrorOfPythonsOwn() {
    FailedCall call =
        call(
            """
            s3.complete_multipart_upload(Bucket="b", Key="k", UploadId="u")
            .venv/lib/python3.9/site-packages/botocore/client.py:386: in _api_call
                return self._make_api_call(operation_name, kwargs)
            .venv/lib/python3.9/site-packages/moto/s3/models.py:400: in complete
                etag = parts[number].etag
            E   AttributeError: 'NoneType' object has no attribute 'etag'
            """);
    assertThat(call.exception()).isEqualTo("AttributeError");
  }

  @Test
  void whatPytestNamesOnceMoreIsNoFurtherFailure() {
    List<Failure> failures =
        read(
            """
            >       s3.put_object(Bucket="b", Key="a", Body={"a": 1})

            tests/test_up.py:7:
            E   botocore.exceptions.ParamValidationError: Parameter validation failed:
            E   Invalid type for parameter Body, value: {'a': 1}, type: <class 'dict'>, valid types: <class 'bytes'>

            /usr/lib/python3.12/site-packages/botocore/validate.py:381: ParamValidationError
            =========================== short test summary info ============================
            FAILED tests/test_up.py::test_upload - botocore.exceptions.ParamValidationError: ...
            FAILED tests/test_up.py::test_get - botocore.errorfactory.NoSuchKey: An error occurred (NoSuchKey) when calling the GetObject operation: The specified key does not exist.
            """);
    assertThat(failures)
        .extracting(f -> f.call().exception())
        .containsExactlyInAnyOrder("ParamValidationError", "NoSuchKey");
  }
}
