package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import org.junit.jupiter.api.Test;

/** A deny that AWS tells of and no policy given has is lifted by no Allow. */
class UngivenDenyTest {

  private static final String GUARD = "arn:aws:iam::111122223333:policy/guard";

  private static final String BOUNDARY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}]}
      """;

  private static Artifact guard(String arn, String effect) {
    return new Artifact(
        "guard.json",
        Artifact.Kind.POLICY_IDENTITY,
        """
        {"Arn": "%s", "Document": {"Version": "2012-10-17", "Statement": [
          {"Sid": "Guard", "Effect": "%s", "Action": "s3:*", "Resource": "*"}]}}
        """
            .formatted(arn, effect));
  }

  private static Finding of(String where, Artifact... policies) {
    return Incident.first(
        "An error occurred (AccessDenied) when calling the PutObject operation: User:"
            + " arn:aws:sts::111122223333:assumed-role/idx/i is not authorized to perform:"
            + " s3:PutObject on resource: \"arn:aws:s3:::in/a\" with an explicit deny in "
            + where,
        policies);
  }

  private static Artifact boundary() {
    return new Artifact("boundary.json", Artifact.Kind.POLICY_BOUNDARY, BOUNDARY);
  }

  @Test
  void noAllowOfAnotherPolicyIsProposed() {
    Finding finding = of("an identity-based policy", guard(GUARD, "Allow"), boundary());
    assertThat(finding.fixes()).noneMatch(Fix.PolicyEdit.class::isInstance);
    assertThat(finding.verification()).isNotInstanceOf(Verification.Simulate.class);
  }

  @Test
  void thePolicyThatAwsNamesIsToBeReadWhereItIsNoneOfThoseGiven() {
    Finding finding =
        of("an identity-based policy: " + GUARD, guard(GUARD + "-2", "Deny"), boundary());
    assertThat(finding.because())
        .anyMatch(c -> c.text().startsWith("AWS names `" + GUARD + "`, which is none of the"));
    assertThat(finding.fixes().getFirst().text())
        .startsWith("aws iam get-policy-version --policy-arn " + GUARD + " --version-id ");
    assertThat(finding.fixes()).noneMatch(Fix.PolicyEdit.class::isInstance);
  }

  @Test
  void thePolicyThatAwsNamesIsNotMissedWhereItWasGiven() {
    Finding finding = of("an identity-based policy: " + GUARD, guard(GUARD, "Deny"));
    assertThat(finding.because()).noneMatch(c -> c.text().startsWith("AWS names"));
    assertThat(finding.because()).anyMatch(c -> c.text().startsWith("Sid `Guard` denies"));
  }

  @Test
  void aControlPolicyThatAwsNamesIsToBeReadInItsOrganization() {
    String arn =
        "arn:aws:organizations::111122223333:policy/o-abcdefghij/service_control_policy/p-12345678";
    Artifact full =
        new Artifact(
            "scp.json",
            Artifact.Kind.POLICY_SCP,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"*\", \"Resource\": \"*\"}]}");
    Finding finding = of("a service control policy: " + arn, full, guard(GUARD, "Allow"));
    assertThat(finding.fixes())
        .anyMatch(f -> f.text().equals("aws organizations describe-policy --policy-id p-12345678"))
        .noneMatch(Fix.PolicyEdit.class::isInstance);
  }
}
