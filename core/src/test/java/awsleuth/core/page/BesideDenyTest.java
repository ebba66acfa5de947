package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.fact.Citation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps a request from being allowed beside the deny that AWS tells of is said. */
class BesideDenyTest {

  private static final String NO_IDENTITY = "no identity-based policy given allows it either";

  private static final String DENY = statement("Deny", "");

  private static String statement(String effect, String more) {
    return "{\"Effect\": \"%s\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::in/*\"%s}"
        .formatted(effect, more);
  }

  private static Artifact policy(Kind kind, String... statements) {
    return new Artifact(
        kind + ".json",
        kind,
        "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(",", statements) + "]}");
  }

  private static List<String> because(Artifact... policies) {
    return Incident.first(
            "An error occurred (AccessDenied) when calling the PutObject operation: User:"
                + " arn:aws:sts::111122223333:assumed-role/idx/i is not authorized to perform:"
                + " s3:PutObject on resource: \"arn:aws:s3:::in/a\" with an explicit deny in an"
                + " identity-based policy",
            policies)
        .because()
        .stream()
        .map(Citation::text)
        .toList();
  }

  @Test
  void anExceptionFromTheDenyIsNotEnoughWhereNoPolicyAllows() {
    assertThat(because(policy(Kind.POLICY_IDENTITY, DENY))).contains(NO_IDENTITY);
    assertThat(because(policy(Kind.POLICY_IDENTITY, DENY, statement("Allow", ""))))
        .doesNotContain(NO_IDENTITY);
  }

  @Test
  void anAllowThatMayApplyIsNotSaidToBeMissing() {
    String maybe =
        statement(
            "Allow", ", \"Condition\": {\"IpAddress\": {\"aws:SourceIp\": \"192.0.2.0/24\"}}");
    assertThat(because(policy(Kind.POLICY_IDENTITY, DENY, maybe))).doesNotContain(NO_IDENTITY);
  }

  @Test
  void theResourcesPolicyIsEnoughInstead() {
    Artifact bucket =
        policy(Kind.POLICY_RESOURCE, statement("Allow", ", \"Principal\": {\"AWS\": \"*\"}"));
    assertThat(because(policy(Kind.POLICY_IDENTITY, DENY), bucket)).doesNotContain(NO_IDENTITY);
  }

  @Test
  void aBoundaryThatDoesNotAllowItIsInTheWayToo() {
    Artifact boundary =
        policy(
            Kind.POLICY_BOUNDARY,
            "{\"Effect\": \"Allow\", \"Action\": \"sqs:*\", \"Resource\": \"*\"}");
    assertThat(because(policy(Kind.POLICY_IDENTITY, DENY, statement("Allow", "")), boundary))
        .contains("no permissions boundary given allows it either")
        .doesNotContain(NO_IDENTITY);
  }
}
