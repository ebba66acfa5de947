package awsleuth.core.cause.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A refusal beside a policy that allows what was refused. */
class AllowedSinceTest {

  private static final String REFUSED =
      """
      botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject \
      operation: User: arn:aws:sts::111122223333:assumed-role/importer/fn is not authorized to \
      perform: s3:GetObject on resource: "arn:aws:s3:::acme-in/archive/a.csv" because no \
      identity-based policy allows the s3:GetObject action
      """;
  private static final String ALLOWS =
      """
      {"Version": "2012-10-17", "Statement": [{"Sid": "Read", "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme-in/archive/*"}]}
      """;
  private static final String ANSWERED =
      "{\"PolicyName\": \"inline\", \"RoleName\": \"importer\", \"PolicyDocument\": "
          + ALLOWS
          + "}";
  private static final String LOCK =
      """
      {"Version": "2012-10-17", "Statement": [{"Sid": "Lock", "Effect": "Deny", "Principal": "*",
        "Action": "s3:*", "Resource": "arn:aws:s3:::acme-in/*"}]}
      """;

  @Test
  void the_call_is_made_again_before_anything_is_added() {
    Finding finding = finding(identity(ANSWERED));
    assertThat(finding.summary())
        .isEqualTo("no identity-based policy allowed `s3:GetObject` then; one given does");
    assertThat(finding.because()).anyMatch(c -> c.text().contains("or the text is older"));
    assertThat(finding.fixes())
        .singleElement()
        .matches(f -> f.title().equals("call again, without a change: the policy allows it now"));
  }

  @Test
  void a_policy_that_is_said_to_be_of_no_role_may_not_be_attached() {
    Finding finding = finding(identity(ALLOWS));
    assertThat(finding.fixes()).hasSize(2);
    assertThat(finding.fixes().getLast().text())
        .contains("aws iam list-attached-role-policies --role-name importer");
  }

  @Test
  void no_deny_is_given_an_exception_of_which_AWS_did_not_speak() {
    Finding finding =
        finding(identity(ANSWERED), new Artifact("bucket.json", Kind.POLICY_RESOURCE, LOCK));
    assertThat(finding.fixes()).noneMatch(f -> f instanceof Fix.PolicyEdit);
    assertThat(finding.fixes().getFirst().title())
        .contains("Sid `Lock` of a resource-based policy denies it");
    assertThat(finding.because())
        .anyMatch(c -> c.text().equals("a resource-based policy denies it now"));
  }

  @Test
  void what_else_of_the_policies_given_refuses_it_is_named() {
    String deny = ALLOWS.replace("Read", "Stop").replace("Allow", "Deny");
    Finding denied = finding(identity(ANSWERED), new Artifact("d", Kind.POLICY_IDENTITY, deny));
    assertThat(denied.fixes().getFirst().title())
        .isEqualTo(
            "call again: the policy allows it now, and Sid `Stop` of an identity-based policy"
                + " denies it, which AWS would name");
    assertThat(denied.verification().expect()).isEqualTo("AWS names another policy than then");
    String other = ALLOWS.replace("s3:GetObject", "sqs:*");
    Finding bound = finding(identity(ANSWERED), new Artifact("b", Kind.POLICY_BOUNDARY, other));
    assertThat(bound.fixes().getFirst().title())
        .contains("and no permissions boundary given allows it, which AWS would name");
  }

  @Test
  void that_they_contradict_each_other_is_told() {
    assertThat(diagnosis(identity(ANSWERED)).conflicts())
        .singleElement()
        .matches(c -> c.what().equals("a policy given allows what AWS found none to allow"));
    assertThat(diagnosis(identity(ANSWERED.replace("archive/*", "incoming/*"))).conflicts())
        .isEmpty();
  }

  private static Artifact identity(String text) {
    return new Artifact("identity.json", Kind.POLICY_IDENTITY, text);
  }

  private static Finding finding(Artifact... policies) {
    return diagnosis(policies).verdicts().stream()
        .flatMap(v ->
            v.outcome() instanceof Outcome.Confirmed c ? Stream.of(c.finding()) : Stream.empty())
        .findFirst()
        .orElseThrow();
  }

  private static FailureDiagnosis diagnosis(Artifact... policies) {
    List<Artifact> artifacts = new ArrayList<>(List.of(policies));
    artifacts.add(new Artifact("err.txt", Kind.TRACEBACK, REFUSED));
    return new Diagnoser(AwsCatalog.embedded()).diagnose(artifacts).failures().getFirst();
  }
}
