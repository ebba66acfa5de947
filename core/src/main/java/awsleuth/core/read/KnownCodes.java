package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import java.util.List;

/** Error codes that AWS services send, and what their names alone tell. */
final class KnownCodes {

  /** Codes that services send though their models do not name them. */
  private static final List<String> COMMON =
      List.of(
          "AccessDenied",
          "AccessDeniedException",
          "AuthFailure",
          "AuthorizationError",
          "AuthorizationHeaderMalformed",
          "ExpiredToken",
          "ExpiredTokenException",
          "IllegalLocationConstraintException",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "InternalError",
          "InternalFailure",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidParameterCombination",
          "InvalidParameterValue",
          "InvalidSignatureException",
          "InvalidToken",
          "MalformedPolicyDocument",
          "MissingAuthenticationToken",
          "NoCredentialProviders",
          "NoSuchBucket",
          "NoSuchKey",
          "OptInRequired",
          "PermanentRedirect",
          "RequestExpired",
          "RequestLimitExceeded",
          "RequestTimeTooSkewed",
          "ServiceUnavailable",
          "SignatureDoesNotMatch",
          "SlowDown",
          "Throttling",
          "ThrottlingException",
          "TooManyRequestsException",
          "UnauthorizedOperation",
          "UnrecognizedClientException",
          "ValidationError",
          "ValidationException",
          "VcpuLimitExceeded");

  /** Of the common ones, the ones that nothing but an AWS service's error is called. */
  private static final List<String> UNMISTAKABLE =
      List.of(
          "AuthFailure",
          "AuthorizationHeaderMalformed",
          "ExpiredToken",
          "ExpiredTokenException",
          "IllegalLocationConstraintException",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MalformedPolicyDocument",
          "NoCredentialProviders",
          "NoSuchBucket",
          "OptInRequired",
          "PermanentRedirect",
          "RequestTimeTooSkewed",
          "SignatureDoesNotMatch",
          "UnauthorizedOperation",
          "UnrecognizedClientException",
          "VcpuLimitExceeded");

  /** Those that S3 alone sends (Amazon S3 API reference, Error Responses). */
  private static final List<String> S3_ALONE =
      List.of(
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException",
          "NoSuchBucket",
          "NoSuchKey",
          "PermanentRedirect",
          "RequestTimeTooSkewed",
          "TemporaryRedirect");

  private KnownCodes() {}

  /** Whether S3 alone sends a code. */
  static boolean isOfS3(String code) {
    return S3_ALONE.contains(code);
  }

  /** Whether EC2 alone sends a code; its dotted codes are so too. */
  static boolean isOfEc2(String code) {
    boolean dotted = code.startsWith("Invalid") && code.indexOf('.') > 0;
    return code.equals("UnauthorizedOperation") || code.equals("AuthFailure") || dotted;
  }

  /** Whether so many services send a code that it tells nothing of which one did. */
  static boolean isCommon(String code) {
    return COMMON.contains(code) || code.startsWith("Internal") || code.startsWith("Service");
  }

  /** Whether nothing but an AWS service's error is called so. */
  static boolean isUnmistakable(String code) {
    return UNMISTAKABLE.contains(code);
  }

  /** Whether a code is one that many services send, or one that is much used. */
  static boolean isFamiliar(String code, AwsCatalog catalog) {
    return COMMON.contains(code)
        || catalog.servicesWithErrorCode(code).stream().anyMatch(ServiceChoice::isWellKnown);
  }

  /** Whether a service sends a code. */
  static boolean isKnown(String code, AwsCatalog catalog) {
    return COMMON.contains(code) || !catalog.servicesWithErrorCode(code).isEmpty();
  }
}
