package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A role's name is one role's in its account alone: an export of another account has others. */
class NamesakesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String NO_ALLOW =
      "because no identity-based policy allows the s3:GetObject action";
  private static final String DEV =
      """
      {"Sid": "Dev", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::dev/*"}
      """;
  private static final String DENY =
      "{\"Sid\": \"No\", \"Effect\": \"Deny\", \"Action\": \"s3:*\", \"Resource\": \"*\"}";
  private static final String ALLOW =
      "{\"Sid\": \"All\", \"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}";

  private static Artifact export(String file, String account, String role, String statement) {
    return new Artifact(
        file,
        Artifact.Kind.ANY,
        """
        {"RoleDetailList": [{"RoleName": "%2$s", "Arn": "arn:aws:iam::%1$s:role/%2$s",
          "RolePolicyList": [{"PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17",
            "Statement": [%3$s]}}]}]}
        """
            .formatted(account, role, statement));
  }

  private static Verdict first(String account, String why, Artifact... exports) {
    String log =
        "An error occurred (AccessDenied) when calling the GetObject operation: User:"
            + " arn:aws:sts::%s:assumed-role/etl/s is not authorized to perform: s3:GetObject on"
                .formatted(account)
            + " resource: \"arn:aws:s3:::data/k\" "
            + why;
    return first(log, exports);
  }

  private static Verdict first(String log, Artifact... exports) {
    List<Artifact> all =
        Stream.concat(Stream.of(new Artifact("a.log", Artifact.Kind.ANY, log)), Stream.of(exports))
            .toList();
    return DIAGNOSER.diagnose(all).failures().getFirst().verdicts().getFirst();
  }

  @Test
  void thePolicyOfARoleOfAnotherAccountWithTheCallersNameIsNotTheCallers() {
    Verdict found =
        first(
            "111122223333",
            NO_ALLOW,
            export("dev.json", "111122223333", "etl", DEV),
            export("prod.json", "444455556666", "etl", ALLOW));
    assertThat(found.id()).isEqualTo("permissions/resource-not-covered");
    assertThat(found.outcome().toString())
        .contains("it is of account 444455556666, the caller of 111122223333");
  }

  @Test
  void aDenyOfAnotherAccountDeniesNothingToTheCallersNamesake() {
    Verdict found =
        first(
            "111122223333",
            "",
            export("dev.json", "111122223333", "etl", ALLOW),
            export("prod.json", "444455556666", "etl", DENY));
    assertThat(found.outcome()).isInstanceOf(Outcome.Possible.class);
    assertThat(found.id()).isNotEqualTo("permissions/explicit-deny-identity");
  }

  @Test
  void aCallerWhoseAccountIsNotToldMayBeEitherOfTwoWithTheName() {
    Artifact dev = export("dev.json", "111122223333", "etl", ALLOW);
    Artifact prod = export("prod.json", "444455556666", "etl", DENY);
    assertThat(first("***", "", dev, prod).outcome()).isInstanceOf(Outcome.Possible.class);
    assertThat(first("***", "", prod).id()).isEqualTo("permissions/explicit-deny-identity");
  }

  @Test
  void aCallerWhoIsNotToldMayBeAnyOfThoseInAnExport() {
    String log =
        "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied";
    Artifact one = export("one.json", "111122223333", "app", DENY);
    Artifact two = export("two.json", "111122223333", "etl", ALLOW);
    assertThat(first(log, one, two).outcome()).isInstanceOf(Outcome.Possible.class);
  }
}
