package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Failure;
import awsleuth.core.read.Readers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the evidence tells of a call's parameters. */
class ParametersTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();
  private static final String GONE =
      "An error occurred (NoSuchKey) when calling the GetObject operation: gone";

  private static Facts facts(String text) {
    Failure failure =
        (Failure) Readers.read(new Artifact("t", Artifact.Kind.TRACEBACK, text), AWS).getFirst();
    return new Facts(failure, Surroundings.of(List.of()), AWS);
  }

  @Test
  void anS3PathTellsBucketAndKey() {
    Facts facts = facts("download failed: s3://acme-logs/2026/a.gz to ./a.gz " + GONE);
    assertThat(facts.parameter("Bucket")).contains("acme-logs");
    assertThat(facts.parameter("Key")).contains("2026/a.gz");
  }

  @Test
  void optionsOfACommandTellTheirParameters() {
    Facts facts = facts("$ aws s3api get-object --bucket acme --key=k.txt out\n" + GONE);
    assertThat(facts.argument("Bucket", "<bucket>")).isEqualTo("acme");
    assertThat(facts.parameter("Key")).contains("k.txt");
  }

  @Test
  void variablesAndWhatNobodyTellsStayUnknown() {
    Facts facts = facts("$ aws s3api get-object --bucket $BUCKET --key out\n" + GONE);
    assertThat(facts.parameter("Bucket")).isEmpty();
    assertThat(facts.argument("Bucket", "<bucket>")).isEqualTo("<bucket>");
  }

  @Test
  void sentencesOfToolsTellBucketAndKey() {
    for (String text :
        List.of(
            "Error: Unable to access object \"a/b.c\" in S3 bucket \"acme\": ",
            "boto3.exceptions.S3UploadFailedError: Failed to upload /tmp/b.c to acme/a/b.c: ",
            "OSError: When reading information for key 'a/b.c' in bucket 'acme': ")) {
      Facts facts = facts(text + GONE);
      assertThat(facts.parameter("Bucket")).as(text).contains("acme");
      assertThat(facts.parameter("Key")).as(text).contains("a/b.c");
    }
  }

  @Test
  void aMapOfTextsIsToldInTheShorthandOfTheCli() {
    String code =
        """
        Traceback (most recent call last):
          File "app.py", line 3, in <module>
            kms.decrypt(CiphertextBlob=blob, EncryptionContext={"app": "invoices", "env": %s})
        botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the\
         Decrypt operation: no
        """;
    assertThat(facts(code.formatted("'prod'")).parameter("EncryptionContext"))
        .contains("app=invoices,env=prod");
    assertThat(facts(code.formatted("'a b'")).parameter("EncryptionContext")).isEmpty();
    assertThat(facts(code.formatted("env")).parameter("EncryptionContext")).isEmpty();
  }

  @Test
  void aBatchTellsItsTable() {
    Facts facts =
        facts(
            """
            Traceback (most recent call last):
              File "a.py", line 1, in <module>
                client.batch_get_item(RequestItems={'orders': {'Keys': keys}})
            botocore.exceptions.ClientError: An error occurred (ResourceNotFoundException) when \
            calling the BatchGetItem operation: Requested resource not found
            """);
    assertThat(facts.parameter("TableName")).contains("orders");
  }
}
