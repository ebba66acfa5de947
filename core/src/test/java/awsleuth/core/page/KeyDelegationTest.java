package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import org.junit.jupiter.api.Test;

/** Whether the policy of a key or that of the caller is to be changed. */
class KeyDelegationTest {

  private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/5b1f8c2e";

  private static final Artifact ROOT =
      policy(
          Kind.POLICY_RESOURCE,
          """
          {"Effect": "Allow", "Action": "kms:*", "Resource": "*",
           "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}\
          """);

  @Test
  void aKeysPolicyThatLeavesItToIamIsNotChanged() {
    String told =
        "kms:Decrypt on resource: "
            + KEY
            + " because no identity-based policy allows the kms:Decrypt action";
    Artifact role = allowing("arn:aws:kms:eu-west-1:111122223333:key/other");
    assertThat(denied(told, role).fixes())
        .anyMatch(f -> title(f).startsWith("allow the caller in the key's policy"));
    assertThat(denied(told, role, ROOT).fixes())
        .noneMatch(f -> title(f).startsWith("allow the caller in the key's policy"));
  }

  @Test
  void aKeyThatIsRefusedByItsPolicyIsFirstToBeAllowedThere() {
    Finding found =
        denied(
            "kms:Decrypt on the resource associated with this ciphertext because the resource does"
                + " not exist in this Region, no resource-based policies allow access, or a"
                + " resource-based policy explicitly denies access",
            allowing("arn:aws:kms:eu-west-1:444455556666:key/1c1c"));
    assertThat(title(found.fixes().getFirst())).startsWith("have the key's account add this");
    assertThat(title(found.fixes().get(1))).contains("where the key is none that the statement at");
  }

  private static String title(Fix fix) {
    return fix instanceof Fix.PolicyEdit e ? e.title() : "";
  }

  private static Artifact allowing(String key) {
    return policy(
        Kind.POLICY_IDENTITY,
        "{\"Sid\": \"K\", \"Effect\": \"Allow\", \"Action\": \"kms:Decrypt\", \"Resource\": \"%s\"}"
            .formatted(key));
  }

  private static Artifact policy(Kind kind, String statement) {
    return Incident.file(kind, "{\"Version\": \"2012-10-17\", \"Statement\": [" + statement + "]}");
  }

  private static Finding denied(String what, Artifact... policies) {
    return Incident.first(
        "An error occurred (AccessDenied) when calling the GetObject operation: User:"
            + " arn:aws:sts::111122223333:assumed-role/reader/job is not authorized to perform: "
            + what,
        policies);
  }
}
