package awsleuth.core.cause.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code aws sts get-caller-identity} says, beside a denial that names no caller. */
class AnsweredIdentityTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final Artifact DENIED =
      new Artifact(
          "err.txt",
          Kind.ANY,
          "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
              + " GetObject operation: Access Denied");

  private static Artifact identity(String name, String arn) {
    return new Artifact(
        name,
        Kind.ANY,
        """
        {
          "UserId": "AROAEXAMPLE:i-1",
          "Account": "111122223333",
          "Arn": "%s"
        }
        """
            .formatted(arn));
  }

  private static List<String> needs(Artifact... artifacts) {
    List<Artifact> all = new ArrayList<>(List.of(DENIED));
    all.addAll(List.of(artifacts));
    List<String> needs = new ArrayList<>();
    for (Verdict v : DIAGNOSER.diagnose(all).failures().getFirst().verdicts()) {
      if (v.outcome() instanceof Outcome.Possible p) {
        p.missing().forEach(n -> needs.add(n.what() + ": " + n.how()));
      }
    }
    return needs;
  }

  @Test
  void theOneWhoAskedMayBeTheCaller() {
    String arn = "arn:aws:sts::111122223333:assumed-role/billing/i-1";
    assertThat(needs(identity("who.json", arn)))
        .contains(
            "the identity-based policies of role `billing`, if it made the call (who.json:1): aws"
                + " iam list-role-policies --role-name billing && aws iam"
                + " list-attached-role-policies --role-name billing")
        .noneMatch(n -> n.startsWith("who the caller is"));
  }

  @Test
  void withoutItOrWithTwoThatDifferTheCallerIsAskedFor() {
    String one = "arn:aws:iam::111122223333:user/a";
    String two = "arn:aws:iam::111122223333:user/b";
    assertThat(needs()).anyMatch(n -> n.startsWith("who the caller is"));
    assertThat(needs(identity("a.json", one), identity("b.json", two)))
        .anyMatch(n -> n.startsWith("who the caller is"));
  }

  @Test
  void whatOnlyLooksLikeItIsNone() {
    assertThat(needs(identity("who.json", "arn:aws:s3:::bucket")))
        .anyMatch(n -> n.startsWith("who the caller is"));
  }

  @Test
  void theOneWhoAskedIsNotTheCallerWhereTheKeyOfTheCallWasSeen() {
    Artifact record =
        new Artifact(
            "run.jsonl",
            Kind.ANY,
            """
            {"awsleuth": "record", "version": 1}
            {"kind": "client", "number": 1, "service": "s3", "region": "eu-west-1", "method": "env", "key": "AKIA…INJE", "pid": 7}
            {"kind": "call", "number": 1, "exception": "botocore.exceptions.ClientError", "message": "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied", "service": "s3", "operation": "GetObject", "client": 1, "attempts": [{"waited": 0, "seconds": 0.1, "url": "https://s3.eu-west-1.amazonaws.com", "status": 403, "code": "AccessDenied"}], "stack": [], "place": ["app.py", 9, "main"], "params": {}, "pid": 7}
            """);
    Artifact asker = identity("who.json", "arn:aws:iam::111122223333:user/audit");
    List<String> needs = new ArrayList<>();
    for (Verdict v : DIAGNOSER.diagnose(List.of(record, asker)).failures().getFirst().verdicts()) {
      if (v.outcome() instanceof Outcome.Possible p) {
        p.missing().forEach(n -> needs.add(n.what()));
      }
    }
    assertThat(needs)
        .contains("who owns the access key AKIA…INJE, and its identity-based policies")
        .noneMatch(n -> n.contains("audit"));
  }
}
