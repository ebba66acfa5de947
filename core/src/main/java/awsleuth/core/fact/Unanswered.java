package awsleuth.core.fact;

import awsleuth.core.evidence.FailedCall;
import java.util.Set;

/**
 * Failures of calls to which AWS gave no answer that CloudTrail could have as an error: botocore
 * raised before it sent the request, or nothing came back.
 *
 * <p>The names are those of {@code botocore.exceptions}, without those that carry an answer of the
 * service ({@code ClientError}, {@code EventStreamError}, {@code WaiterError}).
 */
final class Unanswered {

  private static final Set<String> EXCEPTIONS =
      Set.of(
          // Parameters.
          "AliasConflictParameterError",
          "InvalidHostLabelError",
          "MissingParametersError",
          "ParamValidationError",
          "RangeError",
          "UndefinedModelAttributeError",
          "UnknownKeyError",
          "UnknownParameterError",
          "UnseekableStreamError",
          "UnsupportedOutpostResourceError",
          "UnsupportedS3AccesspointConfigurationError",
          "UnsupportedS3ArnError",
          "UnsupportedS3ConfigurationError",
          "UnsupportedS3ControlArnError",
          "UnsupportedS3ControlConfigurationError",
          "ValidationError",
          // Credentials. What a token or a role was asked for with is another call.
          "ConfigNotFound",
          "ConfigParseError",
          "CredentialRetrievalError",
          "InfiniteLoopConfigError",
          "InvalidConfigError",
          "InvalidIMDSEndpointError",
          "InvalidIMDSEndpointModeError",
          "LoginAuthorizationCodeError",
          "LoginError",
          "LoginInsufficientPermissions",
          "LoginRefreshRequired",
          "LoginTokenLoadError",
          "MetadataRetrievalError",
          "NoAuthTokenError",
          "NoCredentialsError",
          "PartialCredentialsError",
          "ProfileNotFound",
          "RefreshWithMFAUnsupportedError",
          "SSOError",
          "SSOTokenLoadError",
          "TokenRetrievalError",
          "UnauthorizedSSOTokenError",
          "UnknownCredentialError",
          // Region and endpoint.
          "BaseEndpointResolverError",
          "EndpointProviderError",
          "EndpointResolutionError",
          "EndpointVariantError",
          "InvalidDNSNameError",
          "InvalidEndpointConfigurationError",
          "InvalidRegionError",
          "NoRegionError",
          "ServiceNotInRegionError",
          "UnknownEndpointError",
          "UnknownFIPSEndpointError",
          "UnknownRegionError",
          // The way to the service.
          "ConnectTimeoutError",
          "ConnectionClosedError",
          "ConnectionError",
          "EndpointConnectionError",
          "HTTPClientError",
          "InvalidProxiesConfigError",
          "ProxyConnectionError",
          "ReadTimeoutError",
          "SSLError",
          // The client.
          "ApiVersionNotFoundError",
          "DataNotFoundError",
          "InvalidMaxRetryAttemptsError",
          "InvalidRetryConfigurationError",
          "InvalidRetryModeError",
          "MissingDependencyException",
          "OperationNotPageableError",
          "StubAssertionError",
          "UnStubbedResponseError",
          "UnknownClientMethodError",
          "UnknownServiceError",
          "UnknownSignatureVersionError",
          "UnsupportedSignatureVersionError");

  private Unanswered() {}

  /** Whether a failure is one. */
  static boolean is(Facts facts) {
    FailedCall call = facts.call();
    return (EXCEPTIONS.contains(call.exception()) || facts.captured("unanswered").isPresent())
        && call.code().isEmpty()
        && call.httpStatus().isEmpty()
        && call.requestId().isEmpty();
  }
}
