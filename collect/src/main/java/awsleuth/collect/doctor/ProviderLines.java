package awsleuth.collect.doctor;

import awsleuth.boto.Raised;
import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Step;
import java.util.List;
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
    if (raised.exception().startsWith("botocore.")) {
      return "";
    }
    return switch (raising(resolution).orElse(Method.EXPLICIT)) {
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
      case EXPLICIT,
          ENV,
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
