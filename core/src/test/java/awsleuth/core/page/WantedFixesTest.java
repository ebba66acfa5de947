package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fix sends what the statement wants, and does not take the statement's purpose away. */
class WantedFixesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String USER = "arn:aws:iam::111122223333:user/lab";

  private static String refused(String operation, String action, String resource, String why) {
    return ("An error occurred (AccessDenied) when calling the %s operation: User: %s is not"
            + " authorized to perform: %s on resource: %s %s")
        .formatted(operation, USER, action, resource, why);
  }

  private static Artifact policy(Artifact.Kind kind, String statement) {
    return new Artifact(
        "p.json", kind, "{\"Version\": \"2012-10-17\", \"Statement\": {" + statement + "}}");
  }

  private static List<Fix> fixes(String text, Artifact... beside) {
    List<Artifact> all = new ArrayList<>(List.of(beside));
    all.addFirst(new Artifact("t", Artifact.Kind.TRACEBACK, text));
    Outcome first = DIAGNOSER.diagnose(all).failures().getFirst().verdicts().getFirst().outcome();
    assertThat(first).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) first).finding().fixes();
  }

  private static List<Fix> allowed(String condition) {
    String action = "secretsmanager:CreateSecret";
    return fixes(
        refused(
            "CreateSecret",
            action,
            "tides/model",
            "because no identity-based policy allows the " + action + " action"),
        policy(
            Artifact.Kind.POLICY_IDENTITY,
            "\"Effect\": \"Allow\", \"Action\": \""
                + action
                + "\", \"Resource\": \"*\", \"Condition\": "
                + condition));
  }

  private static List<Fix> withoutTls(String name, String value) {
    return fixes(
        refused(
            "GetObject",
            "s3:GetObject",
            "\"arn:aws:s3:::readings/a\"",
            "with an explicit deny in a resource-based policy"),
        policy(
            Artifact.Kind.POLICY_RESOURCE,
            "\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\":"
                + " \"arn:aws:s3:::readings/*\", \"Condition\": {\"Bool\":"
                + " {\"aws:SecureTransport\": \"false\"}}"),
        new Artifact("env", Artifact.Kind.ENV, name + "=" + value + "\n"));
  }

  @Test
  void aTagIsSentWithTheValueThatIsWanted() {
    Fix fix = allowed("{\"StringEquals\": {\"aws:RequestTag/Team\": \"tides\"}}").getFirst();
    assertThat(fix.text())
        .isEqualTo("Tags=[*<the other tags>, {\"Key\": \"Team\", \"Value\": \"tides\"}]");
    assertThat(fix.applicability()).isEqualTo(Fix.Applicability.TEMPLATE);
    assertThat(
            allowed("{\"StringEquals\": {\"aws:RequestTag/Team\": [\"a\", \"b\"]}}")
                .getFirst()
                .text())
        .doesNotContain("Tags=");
  }

  @Test
  void aHeaderThatABucketAsksForIsSentAsTheParameterThatItIs() {
    List<Fix> fixes =
        fixes(
            refused(
                "PutObject",
                "s3:PutObject",
                "\"arn:aws:s3:::exports/a\"",
                "with an explicit deny in a resource-based policy"),
            policy(
                Artifact.Kind.POLICY_RESOURCE,
                "\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:PutObject\","
                    + " \"Resource\": \"arn:aws:s3:::exports/*\", \"Condition\":"
                    + " {\"StringNotEquals\": {\"s3:x-amz-server-side-encryption\":"
                    + " \"aws:kms\"}}"));
    assertThat(fixes.getFirst().text()).isEqualTo("ServerSideEncryption=\"aws:kms\"");
  }

  @Test
  void aTimeThatIsOverIsNotReplacedByOneThatNobodyNamed() {
    Fix fix =
        allowed("{\"DateLessThan\": {\"aws:CurrentTime\": \"2026-01-01T00:00:00Z\"}}").getFirst();
    assertThat(fix.text())
        .isEqualTo("\"Condition\": {\"DateLessThan\": {\"aws:CurrentTime\": \"<time>\"}}");
    assertThat(fix.applicability()).isEqualTo(Fix.Applicability.TEMPLATE);
  }

  @Test
  void aDenyOfPlainHttpIsMetByTlsAndHasNoException() {
    List<Fix> fixes = withoutTls("AWS_ENDPOINT_URL_S3", "http://s3.eu-west-1.amazonaws.com");
    assertThat(fixes)
        .extracting(Fix::text)
        .containsExactly("export AWS_ENDPOINT_URL_S3=https://s3.eu-west-1.amazonaws.com");
  }

  @Test
  void theEndpointOfAnotherServiceTellsNothingOfTheCall() {
    List<Fix> fixes = withoutTls("AWS_ENDPOINT_URL_SQS", "http://sqs.eu-west-1.amazonaws.com");
    assertThat(fixes).extracting(Fix::text).containsExactly("endpoint_url = https://<host>");
  }

  @Test
  void aRoleIsPassedToOneServiceFirstAndTheChangeOfTheFileIsProven() {
    String role = "arn:aws:iam::111122223333:role/star-map";
    List<Fix> fixes =
        fixes(
            refused(
                "CreateFunction",
                "iam:PassRole",
                role,
                "because no identity-based policy allows the iam:PassRole action"),
            policy(
                Artifact.Kind.POLICY_IDENTITY,
                "\"Effect\": \"Allow\", \"Action\": \"lambda:*\", \"Resource\": \"*\""));
    assertThat(fixes).hasSize(2);
    assertThat(fixes.getFirst().text())
        .contains("\"iam:PassedToService\": \"lambda.amazonaws.com\"");
    assertThat(fixes.getLast())
        .isInstanceOfSatisfying(
            Fix.PolicyEdit.class,
            edit -> {
              assertThat(edit.proof()).isPresent();
              assertThat(edit.text()).contains(role);
            });
  }
}
