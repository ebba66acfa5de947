package awsleuth.core.page;

import static awsleuth.core.page.RefusedJob.BARE;
import static awsleuth.core.page.RefusedJob.EVENT;
import static awsleuth.core.page.RefusedJob.WHO;
import static awsleuth.core.page.RefusedJob.because;
import static awsleuth.core.page.RefusedJob.confirmed;
import static awsleuth.core.page.RefusedJob.diagnose;
import static awsleuth.core.page.RefusedJob.event;
import static awsleuth.core.page.RefusedJob.policy;
import static awsleuth.core.page.RefusedJob.traceback;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of the policies given comes nearest to allowing a call, and what the call can do itself. */
class NearestPolicyTest {

  @Test
  void theKeyPolicyOfAnotherAccountComesBeforeTheCallersOwn() {
    String refused =
        "An error occurred (AccessDenied) when calling the GetObject operation: "
            + WHO
            + "is not authorized to perform: kms:Decrypt on resource:"
            + " arn:aws:kms:eu-west-1:%s:key/1234abcd-12ab-34cd-56ef-1234567890ab because no"
            + " resource-based policy allows the kms:Decrypt action";
    List<Fix> foreign =
        confirmed(diagnose(traceback(refused.formatted("444455556666"))), "permissions/kms-key")
            .fixes();
    assertThat(foreign).hasSize(2);
    assertThat(foreign.getFirst().title())
        .startsWith("have account 444455556666 add this to its key's policy");
    assertThat(foreign.getFirst().text())
        .contains("\"Principal\": {\"AWS\": \"arn:aws:iam::111122223333:role/etl\"}")
        .contains("\"Action\": \"kms:Decrypt\"")
        .contains("\"Resource\": \"*\"");
    assertThat(foreign.getLast().title()).startsWith("both accounts must allow it: ");
    assertThat(foreign).noneMatch(f -> f.text().contains("GenerateDataKey"));
    List<Fix> own =
        confirmed(diagnose(traceback(refused.formatted("111122223333"))), "permissions/kms-key")
            .fixes();
    assertThat(own).singleElement().extracting(Fix::text).asString().contains("\"Principal\"");
  }

  @Test
  void nothingThatWasGivenIsAskedFor() {
    FailureDiagnosis failure =
        diagnose(
            traceback(BARE),
            event(),
            policy(
                "role.json",
                Artifact.Kind.POLICY_IDENTITY,
                "{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}"),
            policy(
                "boundary.json",
                Artifact.Kind.POLICY_BOUNDARY,
                "{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}"));
    List<String> asked = new ArrayList<>();
    failure
        .verdicts()
        .forEach(v -> {
          if (v.outcome() instanceof Outcome.Possible p) {
            p.missing().forEach(n -> asked.add(n.what()));
          }
        });
    assertThat(asked)
        .isNotEmpty()
        .noneMatch(what -> what.startsWith("the identity-based policies"))
        .noneMatch(what -> what.contains("event of the call"))
        .noneMatch(what -> what.contains("permissions boundary"));
  }

  @Test
  void theNearestStatementOfALayerIsNamedWithItsLine() {
    Finding finding =
        confirmed(
            diagnose(
                traceback(
                    "An error occurred (AccessDenied) when calling the SendMessage operation: "
                        + WHO
                        + "is not authorized to perform: sqs:SendMessage on resource:"
                        + " arn:aws:sqs:eu-west-1:111122223333:orders because no permissions"
                        + " boundary allows the sqs:SendMessage action"),
                policy(
                    "boundary.json",
                    Artifact.Kind.POLICY_BOUNDARY,
                    """
                    {"Sid": "Data", "Effect": "Allow", "Action": "s3:*", "Resource": "*"},
                    {"Sid": "Queues", "Effect": "Allow",
                     "Action": ["sqs:ReceiveMessage"], "Resource": "*"}\
                    """)),
            "permissions/boundary");
    assertThat(because(finding))
        .contains(
            "Sid `Queues` covers `sqs:ReceiveMessage`, not `sqs:SendMessage` (boundary.json:4)");
  }

  @Test
  void whatTheCallItselfCanMeetIsProposedFirst() {
    Finding finding =
        confirmed(
            diagnose(
                traceback(
                    "An error occurred (AccessDenied) when calling the PutObject operation: "
                        + WHO
                        + "is not authorized to perform: s3:PutObject on resource:"
                        + " \"arn:aws:s3:::raw/in/a.csv\" with an explicit deny in a service"
                        + " control policy"),
                new Artifact(
                    "event.json", Artifact.Kind.TRAIL, EVENT.replace("GetObject", "PutObject")),
                policy(
                    "role.json",
                    Artifact.Kind.POLICY_IDENTITY,
                    "{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}"),
                policy(
                    "scp.json",
                    Artifact.Kind.POLICY_SCP,
                    """
                    {"Effect": "Allow", "Action": "*", "Resource": "*"},
                    {"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*", "Condition":
                      {"StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}}}\
                    """)),
            "permissions/scp");
    assertThat(finding.fixes().getFirst().text()).isEqualTo("ServerSideEncryption=\"aws:kms\"");
  }

  @Test
  void aRoleThatWantsAnExternalIdIsAssumedWithItAgain() {
    Finding finding =
        confirmed(
            diagnose(
                traceback(
                    "An error occurred (AccessDenied) when calling the AssumeRole operation: "
                        + WHO
                        + "is not authorized to perform: sts:AssumeRole on resource:"
                        + " arn:aws:iam::444455556666:role/Vendor"),
                new Artifact(
                    "config",
                    Artifact.Kind.CONFIG,
                    """
                    [profile v]
                    role_arn = arn:aws:iam::444455556666:role/Vendor
                    source_profile = d
                    external_id = old
                    """),
                policy(
                    "trust.json",
                    Artifact.Kind.POLICY_TRUST,
                    """
                    {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/etl"},
                     "Action": "sts:AssumeRole",
                     "Condition": {"StringEquals": {"sts:ExternalId": "new id"}}}\
                    """)),
            "permissions/trust-policy");
    assertThat(finding.verification().command()).endsWith(" --external-id 'new id'");
  }
}
