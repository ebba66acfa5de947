package awsleuth.collect.doctor;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Origin;
import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The lines of botocore that providers go through, without which exceptions of Python's own tell
 * nothing.
 */
final class ProviderLines {

  /** What a file or program that is not there or may not be opened raises. */
  private static final List<String> OF_FILES =
      List.of("FileNotFoundError", "PermissionError", "IsADirectoryError");

  private ProviderLines() {}

  /** Those that led to what was raised; empty where its message tells enough. */
  static String of(Resolution resolution, Raised raised) {
    Method method = raising(resolution).orElse(Method.EXPLICIT);
    if (raised.exception().startsWith("botocore.")) {
      return method == Method.IAM_ROLE && raised.name().equals("HTTPClientError")
          ? """
            File "botocore/utils.py", line 480, in _fetch_metadata_token
              response = self._session.send(request.prepare())
          """
          : "";
    }
    return switch (method) {
      case CUSTOM_PROCESS ->
          """
            File "botocore/credentials.py", line 1105, in _retrieve_credentials_using
              p = self._popen(
          """;
      case WEB_IDENTITY ->
          isOfFile(raised)
              ? """
                File "botocore/utils.py", line 3388, in __call__
                  with self._open(self._web_identity_token_path) as token_file:
              """
              : "";
      case CONTAINER_ROLE ->
          """
            File "botocore/credentials.py", line 2096, in _retrieve_or_fail
              creds = fetcher()
          """;
      case EXPLICIT -> ofSettings(resolution);
      case ENV,
          ASSUME_ROLE,
          SSO,
          SHARED_CREDENTIALS_FILE,
          LOGIN,
          CONFIG_FILE,
          EC2_CREDENTIALS_FILE,
          BOTO_CONFIG,
          IAM_ROLE ->
          "";
    };
  }

  /** Those that read the numbers of instance metadata, before any provider is asked. */
  private static String ofSettings(Resolution resolution) {
    return resolution.steps().stream()
        .flatMap(s -> s.notes().stream())
        .flatMap(n -> n.origin().stream())
        .map(o -> o instanceof Origin.Profile ? "aws_" + o.key() : o.key().toLowerCase(Locale.ROOT))
        .map(name ->
            switch (name) {
              case "aws_metadata_service_timeout" ->
                  """
                    File "botocore/credentials.py", line 93, in create_credential_resolver
                      metadata_timeout = session.get_config_variable('metadata_service_timeout')
                  """;
              case "aws_metadata_service_num_attempts" ->
                  """
                    File "botocore/credentials.py", line 94, in create_credential_resolver
                      num_attempts = session.get_config_variable('metadata_service_num_attempts')
                  """;
              default -> "";
            })
        .filter(l -> !l.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Whether it is about a file or a program, whose path is its one useful word and no secret. */
  static boolean isOfFile(Raised raised) {
    return OF_FILES.contains(raised.exception());
  }

  private static Optional<Method> raising(Resolution resolution) {
    return resolution.outcome() instanceof Outcome.Won(Method method, String _)
        ? Optional.of(method)
        : resolution.steps().stream()
            .filter(s -> s.verdict() == Step.Verdict.RAISES)
            .map(Step::method)
            .findFirst();
  }
}
