package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A refused request with other context keys, by the same policies. */
class ChangedCallTest {

  private static final String KEY = "s3:x-amz-server-side-encryption";
  private static final Request PUT = request("s3:PutObject", "arn:aws:s3:::b/k", Map.of());

  private static String deny(String operator, String key, String value) {
    return """
    {"Statement": {"Sid": "No", "Effect": "Deny", "Principal": "*", "Action": "*",
      "Resource": "*", "Condition": {"%s": {"%s": "%s"}}}}\
    """
        .formatted(operator, key, value);
  }

  private static Optional<Proof> prove(Map<String, String> keys, String... bucket) {
    PolicySet set =
        PolicySet.NONE
            .withIdentity(List.of(Repaired.EVERYTHING))
            .withResource(
                List.of(bucket).stream().map(t -> policy(PolicyType.RESOURCE, t)).toList());
    return ChangedCall.prove(set, Authorizer.of(set).explain(PUT), new TreeMap<>(keys));
  }

  @Test
  void aCallThatSendsWhatTheDenyAsksForIsAllowed() {
    Proof proof =
        prove(Map.of(KEY, "aws:kms"), deny("StringNotEquals", KEY, "aws:kms")).orElseThrow();

    assertThat(proof.holds()).isTrue();
    assertThat(proof.ofCall()).isTrue();
    assertThat(proof.deniedBy())
        .extracting(Proof.Denier::words)
        .containsExactly("Sid `No` denies it");
    assertThat(proof.lines()).hasSize(1);
    assertThat(proof.lines().getFirst().what())
        .isEqualTo("the request with `" + KEY + "` `aws:kms`");
    assertThat(proof.lines().getFirst().examples().getFirst().context()).containsKey(KEY);
    assertThat(proof.documents()).allSatisfy(d -> assertThat(d.after()).isEqualTo(d.before()));
  }

  @Test
  void whatOtherStatementsDenyToo() {
    String kms = deny("StringNotEquals", KEY, "aws:kms");

    assertThat(prove(Map.of(KEY, "AES256"), kms)).isEmpty();
    assertThat(prove(Map.of(KEY, "aws:kms"), kms, deny("Null", "s3:x-amz-acl", "true"))).isEmpty();
  }

  @Test
  void aKeyThatIsNotKnownIsNoProof() {
    PolicySet set =
        PolicySet.NONE
            .withIdentity(List.of(Repaired.EVERYTHING))
            .withResource(
                List.of(
                    policy(PolicyType.RESOURCE, deny("StringNotEquals", KEY, "aws:kms")),
                    policy(PolicyType.RESOURCE, deny("Bool", "aws:SecureTransport", "false"))));
    Request open = PUT.in(Context.OPEN.with(KEY, ContextValue.ABSENT));
    Proof proof =
        ChangedCall.prove(
                set, Authorizer.of(set).explain(open), new TreeMap<>(Map.of(KEY, "aws:kms")))
            .orElseThrow();

    assertThat(proof.holds()).isFalse();
    assertThat(proof.dependsOn()).anyMatch(d -> d.contains("aws:SecureTransport"));
  }

  @Test
  void aTagIsAmongTheKeysOfTheTags() {
    String other = deny("ForAnyValue:StringNotEquals", "aws:TagKeys", "team");
    String tagged = deny("StringNotEquals", "aws:RequestTag/team", "a");

    assertThat(prove(Map.of("aws:RequestTag/team", "a"), tagged, other)).isPresent();
    assertThat(prove(Map.of("aws:RequestTag/Team", "a"), tagged, other)).isEmpty();
  }
}
