package awsleuth.collect.doctor;

import awsleuth.boto.Raised;
import awsleuth.boto.credentials.Ask;
import awsleuth.boto.credentials.Fingerprint;
import awsleuth.boto.credentials.Frozen;
import awsleuth.boto.credentials.Keys;
import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Shadows;
import awsleuth.collect.probe.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What boto3 comes to about credentials, with what it asks for them.
 *
 * @param resolution the outcome
 * @param asked what was asked and what came of it, one line each
 */
record CredentialsStep(Resolution resolution, List<String> asked) {

  /** The line of botocore that opens a pod's token, without which its exception tells nothing. */
  private static final String POD_TOKEN =
      """
        File "botocore/credentials.py", line 2111, in _build_headers
          with open(auth_token_file_path) as token_file:
      """;

  /** The keys that calls are signed with; empty where there are none. */
  Optional<Keys> keys() {
    return resolution.frozen() instanceof Frozen.Signs(Keys keys)
        ? Optional.of(keys)
        : Optional.empty();
  }

  Result result(Map<String, String> environment) {
    if (resolution.refused().isPresent()) {
      return new Result.Unknown("boto3 does not get so far (2)");
    }
    return switch (resolution.frozen()) {
      case Frozen.Signs(Keys keys) -> signs(keys.fingerprint(), environment);
      case Frozen.Raises(Raised raised) -> raises(raised, environment);
      case Frozen.Open(Ask ask) -> open(ask);
      case Frozen.Nothing _ ->
          resolution.outcome() instanceof Outcome.Raises(Raised raised)
              ? raises(raised, environment)
              : new Result.Finding(
                  "no provider has any",
                  facts(),
                  "botocore.exceptions.NoCredentialsError: Unable to locate credentials");
    };
  }

  private Result signs(Fingerprint keys, Map<String, String> environment) {
    String hidden =
        Shadows.of(environment, resolution).stream()
            .filter(s -> !s.contains("REGION"))
            .findFirst()
            .map(s -> "; " + s)
            .orElse("");
    Map<String, String> facts = facts();
    facts.put("key", keys.accessKey());
    keys.account().ifPresent(a -> facts.put("account", a));
    resolution.expiry().ifPresent(e -> facts.put("expires", e));
    return new Result.Ok(
        method().map(Method::text).orElse("?")
            + ", key "
            + keys.accessKey()
            + (keys.token() ? " with a session token" : "")
            + until()
            + hidden,
        facts);
  }

  private String until() {
    String put = resolution.putOff().map(p -> " (" + p.words() + ")").orElse("");
    return resolution.expiry().map(end -> ", until " + end + put).orElse("");
  }

  private Optional<Method> method() {
    return resolution.outcome() instanceof Outcome.Won(Method method, String _)
        ? Optional.of(method)
        : Optional.empty();
  }

  private Result raises(Raised raised, Map<String, String> environment) {
    String token = environment.getOrDefault("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "");
    boolean ofPod = !token.isEmpty() && raised.message().contains("'" + token + "'");
    String whole = raised.exception() + ": " + raised.message();
    String lines = ProviderLines.of(resolution, raised);
    return ofPod
        ? new Result.Finding(whole, facts(), POD_TOKEN + whole)
        : ProviderLines.isOfFile(raised)
            ? new Result.Finding(whole, facts(), lines + whole)
            : new Result.Finding(Raising.words(raised), facts(), lines + Raising.text(raised));
  }

  private Result open(Ask ask) {
    String why = asked.isEmpty() ? ask.words() : asked.getLast();
    return new Result.Unknown("it hangs on " + why, facts());
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    method().ifPresent(m -> facts.put("method", m.text()));
    if (!asked.isEmpty()) {
      facts.put("asked", String.join("; ", asked));
    }
    return facts;
  }
}
