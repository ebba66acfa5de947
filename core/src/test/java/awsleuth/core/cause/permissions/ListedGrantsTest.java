package awsleuth.core.cause.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Citation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A refusal by a KMS key beside the list of the key's grants. */
class ListedGrantsTest {

  private static final String KEY =
      "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final String REFUSED =
      """
      botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the \
      Decrypt operation: User: arn:aws:sts::111122223333:assumed-role/reader/s1 is not authorized \
      to perform: kms:Decrypt on resource: %s because no identity-based policy allows the \
      kms:Decrypt action
      """
          .formatted(KEY);
  private static final String ENCRYPTS =
      """
      {"Grants": [{"KeyId": "%s", "GrantId": "0a1b", "CreationDate": "2026-10-01T10:00:00+00:00",
        "GranteePrincipal": "arn:aws:iam::111122223333:role/reader",
        "Operations": ["GenerateDataKey", "Encrypt"]}]}
      """
          .formatted(KEY);
  private static final String DECRYPTS = ENCRYPTS.replace("Encrypt", "Decrypt");

  @Test
  void a_grant_of_other_operations_is_told() {
    assertThat(cited(ENCRYPTS))
        .contains(
            "a grant of the key is for the caller, but for `Encrypt`, `GenerateDataKey` alone");
  }

  @Test
  void a_grant_of_the_operation_is_told_with_when_it_was_made() {
    assertThat(cited(DECRYPTS))
        .anyMatch(c -> c.contains("2026-10-01T10:00:00+00:00`, allows it to the caller: it holds"));
  }

  @Test
  void a_constraint_limits_a_grant_to_encryption_contexts() {
    assertThat(
            cited(
                DECRYPTS.replace(
                    "\"GrantId\"",
                    "\"Constraints\": {\"EncryptionContextEquals\": {\"a\": \"b\"}}, \"GrantId\"")))
        .anyMatch(c -> c.endsWith("in the encryption contexts of its constraints alone"));
  }

  @Test
  void that_no_grant_is_for_the_caller_is_told() {
    assertThat(cited(DECRYPTS.replace("role/reader", "role/writer")))
        .contains("none of the key's grants listed is for the caller");
  }

  @Test
  void grants_of_another_key_say_nothing() {
    assertThat(cited(DECRYPTS.replace("1234abcd-", "99999999-")))
        .noneMatch(ListedGrantsTest::isOfGrants);
  }

  @Test
  void the_access_control_list_of_a_bucket_is_no_list_of_grants() {
    assertThat(
            cited(
                """
                {"Owner": {"ID": "1"}, "Grants": [{"Grantee": {"Type": "CanonicalUser", "ID": "1"},
                  "Permission": "FULL_CONTROL"}]}
                """))
        .noneMatch(ListedGrantsTest::isOfGrants);
  }

  private static boolean isOfGrants(String cited) {
    return cited.contains("grant");
  }

  private static List<String> cited(String grants) {
    return new Diagnoser(AwsCatalog.embedded())
            .diagnose(
                List.of(
                    new Artifact("err.txt", Kind.TRACEBACK, REFUSED),
                    new Artifact("list-grants.json", Kind.ANY, grants)))
            .failures()
            .getFirst()
            .verdicts()
            .stream()
            .flatMap(v ->
                v.outcome() instanceof Outcome.Confirmed c
                    ? Stream.of(c.finding())
                    : Stream.empty())
            .flatMap(f -> f.because().stream())
            .map(Citation::text)
            .toList();
  }
}
