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
  void a_code_refuses(String code) {
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
        "PermissionLimitExceededException"
      })
  void a_code_that_names_an_authorization_refuses_nobody(String code) {
    assertThat(RefusalCode.is(code)).isFalse();
    assertThat(CodeFamily.of(code)).isNotEqualTo(CodeFamily.DENIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccessDenied", "Client.UnauthorizedOperation", "403"})
  void a_code_is_of_the_operation_itself(String code) {
    assertThat(RefusalCode.isOfOperation(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC2AccessDeniedException", "KMSAccessDeniedException", "NoSuchKey"})
  void a_code_is_of_something_else(String code) {
    assertThat(RefusalCode.isOfOperation(code)).isFalse();
  }
}
