package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a request to an access point is not all: the bucket behind it decides too. */
class AccessPointTest {

  private static Finding first(String resource, String allowed) {
    Artifact refused =
        new Artifact(
            "app.log",
            Kind.TRACEBACK,
            """
            botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the \
            GetObject operation: User: arn:aws:sts::111122223333:assumed-role/app/s is not \
            authorized to perform: s3:GetObject on resource: "%s" because no identity-based \
            policy allows the s3:GetObject action
            """
                .formatted(resource));
    Artifact policy =
        new Artifact(
            "role.json",
            Kind.POLICY_IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "R", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "%s"}
            ]}
            """
                .formatted(allowed));
    Outcome outcome =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(List.of(refused, policy))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    return ((Outcome.Confirmed) outcome).finding();
  }

  private static final String POINT = "arn:aws:s3:eu-west-1:111122223333:accesspoint/read/object/";

  @Test
  void isAnotherKindOfResourceThanItsBucket() {
    Finding finding = first(POINT + "in/a.csv", "arn:aws:s3:::lake/in/*");
    assertThat(finding.summary())
        .isEqualTo("the allow of `s3:GetObject` names another kind of resource");
    assertThat(finding.because().toString())
        .contains("which is of a bucket, and the request is to an access point");
    assertThat(first("arn:aws:s3:::lake/in/a.csv", POINT + "*").because().toString())
        .contains("which is of an access point, and the request is to a bucket");
  }

  @Test
  void isProvedUnderTheSuppositionThatItsBucketPermitsTheRequest() {
    List<Fix> fixes = first(POINT + "in/a.csv", POINT + "out/*").fixes();
    assertThat(((Fix.PolicyEdit) fixes.getFirst()).proof().orElseThrow().supposes())
        .contains("the bucket behind the access point `read` permits the request too");
    assertThat(fixes)
        .extracting(Fix::text)
        .contains(
            "aws s3control get-access-point --account-id 111122223333 --name read"
                + " --region eu-west-1");
  }
}
