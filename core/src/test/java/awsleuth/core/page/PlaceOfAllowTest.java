package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import org.junit.jupiter.api.Test;

/** A new Allow is put into a policy that is the caller's own and is for allowing. */
class PlaceOfAllowTest {

  private static final String QUEUES =
      "{\"Effect\": \"Allow\", \"Action\": \"sqs:SendMessage\", \"Resource\": \"*\"}";

  private static final String GUARD =
      "{\"Effect\": \"Deny\", \"Action\": \"dynamodb:*\", \"Resource\": \"*\"}";

  private static Artifact managed(String name, String statement) {
    return policy(
        name,
        "\"Arn\": \"arn:aws:iam::111122223333:policy/" + name + "\", \"Document\"",
        statement);
  }

  private static Artifact inline(String name, String statement) {
    return policy(
        name,
        "\"RoleName\": \"app\", \"PolicyName\": \"" + name + "\", \"PolicyDocument\"",
        statement);
  }

  private static Artifact policy(String name, String head, String statement) {
    return new Artifact(
        name + ".json",
        Kind.POLICY_IDENTITY,
        "{%s: {\"Version\": \"2012-10-17\", \"Statement\": [%s]}}".formatted(head, statement));
  }

  private static String fix(Artifact... policies) {
    return Incident.first(
            "An error occurred (AccessDenied) when calling the ListUsers operation: User:"
                + " arn:aws:sts::111122223333:assumed-role/app/i is not authorized to perform:"
                + " iam:ListUsers on resource: arn:aws:iam::111122223333:user/ because no"
                + " identity-based policy allows the iam:ListUsers action",
            policies)
        .fixes()
        .getFirst()
        .title();
  }

  @Test
  void anInlinePolicyGoesBeforeOneThatOthersMayHave() {
    assertThat(fix(managed("shared", QUEUES), inline("own", QUEUES))).endsWith(" in own.json");
  }

  @Test
  void aPolicyThatDeniesAloneIsTheLast() {
    assertThat(fix(inline("guard", GUARD), managed("shared", QUEUES))).endsWith(" in shared.json");
    assertThat(fix(inline("guard", GUARD))).endsWith(" in guard.json");
  }
}
