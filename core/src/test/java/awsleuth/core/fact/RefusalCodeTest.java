package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of the services' API references, and what they say there. */
final class RefusalCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessDenied",
        "Client.UnauthorizedOperation",
        "AuthorizationException",
        "InsufficientPrivilegesException",
        "KMSAccessDeniedException",
        "SNSNoAuthorization",
        "403"
      })
  void aCodeRefuses(String code) {
    assertThat(RefusalCode.is(code)).isTrue();
    assertThat(CodeFamily.of(code)).isEqualTo(CodeFamily.DENIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "401",
        "404",
        "AuthorizationHeaderMalformed",
        "AuthorizationNotFound",
        "AuthorizationPendingException",
        "AuthorizationQuotaExceeded",
        "InvalidPermission.Duplicate",
        "PermissionLimitExceededException",
        "UnmatchedPolicyPermissionException"
      })
  void aCodeThatNamesAnAuthorizationRefusesNobody(String code) {
    assertThat(RefusalCode.is(code)).isFalse();
    assertThat(CodeFamily.of(code)).isNotEqualTo(CodeFamily.DENIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccessDenied", "Client.UnauthorizedOperation", "403"})
  void aCodeIsOfTheOperationItself(String code) {
    assertThat(RefusalCode.isOfOperation(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC2AccessDeniedException", "KMSAccessDeniedException", "NoSuchKey"})
  void aCodeIsOfSomethingElse(String code) {
    assertThat(RefusalCode.isOfOperation(code)).isFalse();
  }
}
