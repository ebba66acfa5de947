package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A check asks for what the fix gives, and does no harm. */
class HarmlessChecksTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private static String check(String failure, Artifact... beside) {
    List<Artifact> all = new ArrayList<>(List.of(beside));
    all.add(new Artifact("app.log", Kind.ANY, failure));
    Outcome outcome = DIAGNOSER.diagnose(all).failures().getFirst().verdicts().getFirst().outcome();
    assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
    Finding finding = ((Outcome.Confirmed) outcome).finding();
    return finding.verification().command();
  }

  @Test
  void whatACopyReadsIsNotWrittenOver() {
    String check =
        check(
            "An error occurred (AccessDenied) when calling the CopyObject operation: User:"
                + " arn:aws:sts::111122223333:assumed-role/cp/a is not authorized to perform:"
                + " s3:GetObject on resource: \"arn:aws:s3:::src/k\" because no identity-based"
                + " policy allows the s3:GetObject action");
    assertThat(check).contains("--bucket <bucket> --copy-source src/k");
  }

  @Test
  void theExternalIdThatIsWantedIsSent() {
    String event =
        """
        {"eventSource": "sts.amazonaws.com", "eventName": "AssumeRole", "awsRegion": "eu-west-1",
         "eventTime": "2026-11-18T09:00:01Z", "sourceIPAddress": "198.51.100.7",
         "errorCode": "AccessDenied", "errorMessage": "User: arn:aws:sts::111122223333:assumed-role/vendor/run is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/partner",
         "userIdentity": {"type": "AssumedRole", "principalId": "AROAEXAMPLE:run",
           "arn": "arn:aws:sts::111122223333:assumed-role/vendor/run", "accountId": "111122223333",
           "sessionContext": {"sessionIssuer": {"arn": "arn:aws:iam::111122223333:role/vendor"}}},
         "requestParameters": {"roleArn": "arn:aws:iam::444455556666:role/partner",
           "roleSessionName": "run", "externalId": "acme-42"}}
        """;
    Artifact trust =
        new Artifact(
            "trust.json",
            Kind.POLICY_TRUST,
            """
            {"Version": "2012-10-17", "Statement": {"Sid": "Vendor", "Effect": "Allow",
             "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "sts:AssumeRole",
             "Condition": {"StringEquals": {"sts:ExternalId": "ACME-42"}}}}
            """);
    String check =
        check(
            "An error occurred (AccessDenied) when calling the AssumeRole operation: User:"
                + " arn:aws:sts::111122223333:assumed-role/vendor/run is not authorized to perform:"
                + " sts:AssumeRole on resource: arn:aws:iam::444455556666:role/partner",
            new Artifact("event.json", Kind.TRAIL, event),
            trust);
    assertThat(check).contains("--external-id ACME-42").doesNotContain("acme-42");
  }

  @Test
  void theProfileThatIsMeantIsAskedFor() {
    String check =
        check(
            "botocore.exceptions.ProfileNotFound: The config profile (prd) could not be found",
            new Artifact("config", Kind.CONFIG, "[profile prod]\nregion = eu-west-1\n"));
    assertThat(check).isEqualTo("awsleuth credentials --profile prod");
  }

  @Test
  void aBucketOfOnesOwnIsNotMadeAgain() {
    String check =
        check(
            "An error occurred (BucketAlreadyOwnedByYou) when calling the CreateBucket operation:"
                + " Your previous request to create the named bucket succeeded and you already own"
                + " it.");
    assertThat(check).startsWith("aws s3api get-bucket-location");
  }

  @Test
  void aStackThatIsUpToDateIsNotUpdatedAgain() {
    String check =
        check(
            "An error occurred (ValidationError) when calling the UpdateStack operation: No updates"
                + " are to be performed.");
    assertThat(check).startsWith("aws cloudformation describe-stacks");
  }

  @Test
  void aDecryptionNamesItsText() {
    String check =
        check(
            "An error occurred (AccessDeniedException) when calling the Decrypt operation: User:"
                + " arn:aws:sts::111122223333:assumed-role/reader/r1 is not authorized to perform:"
                + " kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/1111-2222"
                + " because no identity-based policy allows the kms:Decrypt action");
    assertThat(check).contains("--ciphertext-blob");
  }
}
