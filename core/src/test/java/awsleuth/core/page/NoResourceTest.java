package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is proposed for actions that are for no resource, of which AWS names one all the same. */
class NoResourceTest {

  private static final Artifact REFUSED =
      new Artifact(
          "app.log",
          Kind.TRACEBACK,
          """
          Traceback (most recent call last):
            File "/srv/main.py", line 3, in run
              boto3.client("s3").list_buckets()
          botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the \
          ListBuckets operation: User: arn:aws:sts::111122223333:assumed-role/app/s is not \
          authorized to perform: s3:ListAllMyBuckets on resource: arn:aws:s3:::* because no \
          identity-based policy allows the s3:ListAllMyBuckets action
          """);

  private static List<Fix> fixes(Artifact... given) {
    Outcome first =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(List.of(given))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    return ((Outcome.Confirmed) first).finding().fixes();
  }

  @Test
  void isAStatementAboutAll() {
    assertThat(fixes(REFUSED).getFirst().text()).contains("\"Resource\": \"*\"");
  }

  @Test
  void isAStatementAboutAllBesideOneThatNamesOthers() {
    Artifact policy =
        new Artifact(
            "role.json",
            Kind.POLICY_IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::raw/*"}
            ]}
            """);
    List<Fix> fixes = fixes(REFUSED, policy);
    assertThat(fixes.getFirst().title()).contains("allow `s3:ListAllMyBuckets` on `*`");
    assertThat(fixes).noneMatch(f -> f.text().contains("arn:aws:s3:::$"));
  }
}
