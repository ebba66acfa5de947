package awsleuth.core.page;

import static awsleuth.core.page.Incident.file;
import static awsleuth.core.page.Incident.first;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Fix;
import awsleuth.iam.repair.Proof;
import org.junit.jupiter.api.Test;

/** A change of the call is proven by the policies given, which it leaves as they are. */
class ProvenCallTest {

  private static final String ALLOW =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
      """;

  private static String refused(String action, String resource, String why) {
    return """
    An error occurred (AccessDenied) when calling the %s operation: User:\
     arn:aws:sts::111122223333:assumed-role/etl/job is not authorized to perform: %s on resource:\
     "%s" %s
    """
        .formatted(action.substring(action.indexOf(':') + 1), action, resource, why);
  }

  private static String deny(String principal, String action, String condition) {
    return """
    {"Version": "2012-10-17", "Statement": [{"Sid": "Guard", "Effect": "Deny", %s
      "Action": "%s", "Resource": "*", "Condition": {%s}}]}
    """
        .formatted(principal, action, condition);
  }

  private static Proof proof(Fix fix) {
    return fix.proof().orElseThrow(() -> new AssertionError(fix));
  }

  @Test
  void aTagThatTheGuardAsksFor() {
    String text =
        """
        Traceback (most recent call last):
          File "app.py", line 3, in <module>
            sns.create_topic(Name="jobs", Tags=[{"Key": "team", "Value": "b"}])
        """
            + refused(
                "sns:CreateTopic",
                "arn:aws:sns:eu-west-1:111122223333:jobs",
                "with an explicit deny in an identity-based policy");
    Fix fix =
        first(
                text,
                file(Kind.POLICY_IDENTITY, ALLOW),
                file(
                    Kind.POLICY_IDENTITY,
                    deny("", "sns:*", "\"StringNotEquals\": {\"aws:RequestTag/team\": \"a\"}")))
            .fixes()
            .getFirst();
    assertThat(fix.text()).contains("\"a\"");
    assertThat(proof(fix).ofCall()).isTrue();
    assertThat(proof(fix).holds()).isTrue();
    assertThat(proof(fix).lines().getFirst().what())
        .isEqualTo("the request with `aws:RequestTag/team` `a`");
  }

  @Test
  void aSessionWithACode() {
    Fix fix =
        first(
                refused(
                    "iam:ListUsers",
                    "arn:aws:iam::111122223333:user/*",
                    "with an explicit deny in an identity-based policy"),
                file(Kind.POLICY_IDENTITY, ALLOW),
                file(
                    Kind.POLICY_IDENTITY,
                    deny(
                        "",
                        "iam:*",
                        "\"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"false\"}")))
            .fixes()
            .getFirst();
    assertThat(fix.text()).contains("--token-code");
    assertThat(proof(fix).holds()).isTrue();
    assertThat(proof(fix).lines().getFirst().what())
        .contains("`aws:MultiFactorAuthPresent` `true`");
  }

  @Test
  void whatIsNotEnoughIsNoProof() {
    String two =
        deny(
            "\"Principal\": \"*\",",
            "s3:PutObject",
            "\"StringNotEquals\": {\"s3:x-amz-server-side-encryption\": \"aws:kms\"}");
    String text =
        """
        Traceback (most recent call last):
          File "app.py", line 3, in <module>
            s3.put_object(Bucket="acme", Key="k", Body=b)
        """
            + refused(
                "s3:PutObject",
                "arn:aws:s3:::acme/k",
                "with an explicit deny in a resource-based policy");
    Fix sent =
        first(text, file(Kind.POLICY_IDENTITY, ALLOW), file(Kind.POLICY_RESOURCE, two))
            .fixes()
            .getFirst();
    assertThat(proof(sent).holds()).isTrue();
    String more =
        two.replace(
            "}]}",
            "}, {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"*\"}]}");
    Fix left =
        first(text, file(Kind.POLICY_IDENTITY, ALLOW), file(Kind.POLICY_RESOURCE, more))
            .fixes()
            .getFirst();
    assertThat(left.proof().filter(Proof::ofCall)).isEmpty();
  }
}
