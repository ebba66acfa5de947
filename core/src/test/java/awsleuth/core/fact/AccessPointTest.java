package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check of a call through an access point names the access point, and no bucket. */
class AccessPointTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private static String check(String operation, String action, String resource) {
    String text =
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the "
            + operation
            + " operation: User: arn:aws:iam::111122223333:user/u is not authorized to perform: "
            + action
            + " on resource: \""
            + resource
            + "\" because no identity-based policy allows the "
            + action
            + " action";
    List<Verdict> verdicts =
        DIAGNOSER
            .diagnose(List.of(new Artifact("err.txt", Kind.ANY, text)))
            .failures()
            .getFirst()
            .verdicts();
    return ((Outcome.Confirmed) verdicts.getFirst().outcome()).finding().verification().command();
  }

  @Test
  void anObjectBehindItHasItsOwnKey() {
    String point = "arn:aws:s3:us-east-1:111122223333:accesspoint/reports-ap";
    assertThat(check("GetObject", "s3:GetObject", point + "/object/2026/a.csv"))
        .startsWith("aws s3api get-object --bucket " + point + " --key 2026/a.csv ");
  }

  @Test
  void itsListIsAskedOfIt() {
    String point = "arn:aws:s3:us-east-1:111122223333:accesspoint/reports-ap";
    assertThat(check("ListObjectsV2", "s3:ListBucket", point))
        .startsWith("aws s3api list-objects-v2 --bucket " + point);
  }

  @Test
  void aBucketOfThatNameStaysOne() {
    assertThat(check("GetObject", "s3:GetObject", "arn:aws:s3:::accesspoint/object/k"))
        .startsWith("aws s3api get-object --bucket accesspoint --key object/k ");
  }
}
