package awsleuth.core.page;

import static awsleuth.core.page.FolderFiles.log;
import static awsleuth.core.page.FolderFiles.policy;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.conflict.Conflict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That none of the policies given has the deny that AWS tells of is said. */
class DeniedByNoneTest {

  private static final String ALLOW =
      "{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}";

  private static FailureDiagnosis of(String where, Artifact policy) {
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(
            List.of(
                log(
                    "AccessDenied",
                    "PutObject",
                    "User: arn:aws:sts::111122223333:assumed-role/idx/i is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::in/a\" with an explicit deny in "
                        + where),
                policy))
        .failures()
        .getFirst();
  }

  private static List<String> taken(FailureDiagnosis failure) {
    return failure.conflicts().stream().map(Conflict::taken).map(t -> t.words()).toList();
  }

  private static String title(FailureDiagnosis failure) {
    Outcome first = failure.verdicts().getFirst().outcome();
    assertThat(first).isInstanceOf(Outcome.Confirmed.class);
    List<Fix> fixes = ((Outcome.Confirmed) first).finding().fixes();
    return fixes.getFirst().title();
  }

  @Test
  void anotherPolicyOfTheCallerHasIt() {
    FailureDiagnosis failure = of("an identity-based policy", policy("idx.json", ALLOW));
    assertThat(taken(failure))
        .containsExactly(
            "AWS's words are taken for the time of the call: the deny is in a policy that was not"
                + " given, or the policy was changed since");
    assertThat(title(failure)).isEqualTo("look for the deny in the other policies of role idx");
  }

  @Test
  void theOnlyPolicyOfTheResourceWasAnother() {
    FailureDiagnosis failure =
        of(
            "a resource-based policy",
            policy(
                "in.json",
                ALLOW
                    .replace("{", "{\"Principal\": \"*\", ")
                    .replace("\"*\"}", "\"arn:aws:s3:::in/*\"}")));
    assertThat(taken(failure))
        .containsExactly(
            "AWS's words are taken for the time of the call: the policy was changed since, or the"
                + " text is older");
  }

  @Test
  void aDenyThatMayBeItIsNoContradiction() {
    String maybe =
        "{\"Effect\": \"Deny\", \"Action\": \"s3:*\", \"Resource\": \"*\", \"Condition\": {\"IpAddress\": {\"aws:SourceIp\": \"192.0.2.0/24\"}}}";
    assertThat(of("an identity-based policy", policy("idx.json", maybe)).conflicts()).isEmpty();
  }

  @Test
  void aPolicyThatAwsNamesAndThatWasNotGivenIsNoContradiction() {
    assertThat(
            of(
                    "an identity-based policy: arn:aws:iam::111122223333:policy/guard",
                    policy("idx.json", ALLOW))
                .conflicts())
        .isEmpty();
  }
}
