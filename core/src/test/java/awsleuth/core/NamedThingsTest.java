package awsleuth.core;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failures of a record that differ only in what their calls name. */
class NamedThingsTest {

  private static final String HEAD = "{\"awsleuth\": \"record\", \"version\": 1}\n";

  private static String call(int number, String code, String bucket, String key) {
    return """
    {"kind": "call", "number": %d, "exception": "botocore.exceptions.ClientError", "message": "An error occurred (%s) \
    when calling the GetObject operation: It is so", "service": "s3", "operation": "GetObject", "client": 1, \
    "attempts": [], "stack": [["/srv/app.py", 9, "main", "s3.get_object(**a)"]], "place": ["/srv/app.py", 9, "main"], \
    "params": {"Bucket": "%s", "Key": "%s"}, "pid": 7}
    """
        .formatted(number, code, bucket, key);
  }

  private static Diagnosis diagnosis(String record) {
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(List.of(new Artifact("calls.jsonl", Artifact.Kind.ANY, HEAD + record)));
  }

  @Test
  void failuresOfTwoBucketsAreTwoEachWithItsOwnCount() {
    String record =
        call(1, "NoSuchBucket", "typo-one", "a")
            + call(2, "NoSuchBucket", "typo-two", "a")
            + call(3, "NoSuchBucket", "typo-one", "b");
    assertThat(diagnosis(record).failures())
        .extracting(
            f -> f.failure().count(),
            f -> f.verdicts().getFirst().outcome().toString().contains("typo-two"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, false),
            org.assertj.core.groups.Tuple.tuple(1, true));
  }

  @Test
  void whereTheThingHasNoPartInWhyTheyAreOne() {
    String record =
        call(1, "ExpiredToken", "reports", "a") + call(2, "ExpiredToken", "backups", "a");
    assertThat(diagnosis(record).failures())
        .extracting(f -> f.failure().count())
        .containsExactly(2);
  }

  @Test
  void soManyAreToldApartAndAllAreCounted() {
    StringBuilder record = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      record.append(call(i + 1, "NoSuchBucket", "typo-" + i, "a"));
    }
    List<Diagnosis.FailureDiagnosis> failures = diagnosis(record.toString()).failures();
    assertThat(failures).hasSize(21);
    assertThat(failures.stream().mapToInt(f -> f.failure().count()).sum()).isEqualTo(50);
  }

  @Test
  void aMaskedLineGivesNoPieceOfItselfAsAValue() {
    String record =
        call(1, "NoSuchBucket", "typo-one", "a")
            .replace(
                "s3.get_object(**a)", "s3.get_object(Bucket='(secret)',SSECustomerKey='(secret)')")
            .replace("\"typo-one\"", "{\"$hidden\": \"str\"}");
    assertThat(diagnosis(record).failures().getFirst().verdicts().toString())
        .doesNotContain("SSECustomerKey=");
  }

  @Test
  void theReadTimeoutInForceIsNamed() {
    String client =
        "{\"kind\": \"client\", \"number\": 1, \"service\": \"s3\", \"read\": 1.5, \"pid\": 7}\n";
    String call =
        call(1, "x", "reports", "a")
            .replace("botocore.exceptions.ClientError", "botocore.exceptions.ReadTimeoutError")
            .replaceAll(
                "An error.*?so",
                "Read timeout on endpoint URL: \\\\\"https://reports.s3.amazonaws.com/a\\\\\"");
    assertThat(
            diagnosis(client + call)
                .failures()
                .getFirst()
                .verdicts()
                .getFirst()
                .outcome()
                .toString())
        .contains("the answer took longer than read_timeout, here 1.5 s");
  }
}
