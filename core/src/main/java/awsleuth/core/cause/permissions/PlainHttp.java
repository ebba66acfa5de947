package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.Locale;
import java.util.Optional;

/**
 * A call without TLS, which the URL of its endpoint asks for.
 *
 * @param variable the environment variable that has the URL; empty where a setting or the program
 *     has it
 * @param url begins with {@code http://}
 * @param why where the URL is seen, in words
 * @param source where the URL is seen
 */
record PlainHttp(String variable, String url, String why, Source source) {

  static final String KEY = "aws:SecureTransport";
  private static final String VARIABLE = "AWS_ENDPOINT_URL";
  private static final String SCHEME = "http://";

  /** The key as the endpoint's URL settles it; empty where none that counts is plain http. */
  static Optional<ContextValue> of(Facts facts) {
    return find(facts).map(p -> new ContextValue(Optional.of("false"), p.why, p.source));
  }

  private static Optional<PlainHttp> find(Facts facts) {
    String endpoint = facts.call().endpoint();
    return endpoint.startsWith(SCHEME)
        ? Optional.of(
            new PlainHttp(
                "", endpoint, "the call went to `" + endpoint + "`", facts.call().source()))
        : ofVariable(facts).or(() -> ofSetting(facts));
  }

  private static Optional<PlainHttp> ofVariable(Facts facts) {
    String own = VARIABLE + "_" + facts.call().service().toUpperCase(Locale.ROOT).replace('-', '_');
    for (EnvironmentVariable v : facts.environment()) {
      if ((v.name().equals(VARIABLE) || v.name().equals(own)) && v.value().startsWith(SCHEME)) {
        String why = v.name() + " is `" + v.value() + "`";
        return Optional.of(new PlainHttp(v.name(), v.value(), why, v.source()));
      }
    }
    return Optional.empty();
  }

  /** In a section of services the indented lines are those of the service above them. */
  private static Optional<PlainHttp> ofSetting(Facts facts) {
    String above = "";
    for (ProfileSetting s : facts.settings()) {
      above = s.key().startsWith(".") ? above : s.key();
      boolean own =
          s.key().equals("endpoint_url")
              ? !s.profile().isEmpty()
              : s.key().equals(".endpoint_url")
                  && isUsed(facts, s.section())
                  && plain(above).equals(plain(facts.call().service()));
      if (own && s.value().startsWith(SCHEME)) {
        String why = "`endpoint_url` is `" + s.value() + "`";
        return Optional.of(new PlainHttp("", s.value(), why, s.source()));
      }
    }
    return Optional.empty();
  }

  private static boolean isUsed(Facts facts, String section) {
    return facts.settings().stream()
        .anyMatch(s -> s.key().equals("services") && section.equals("services " + s.value()));
  }

  private static String plain(String service) {
    return service.replace("_", "").replace("-", "").replace(" ", "");
  }

  /** The same URL with TLS; a template where none is seen. */
  static Fix fix(Facts facts) {
    return find(facts)
        .map(PlainHttp::withTls)
        .orElseGet(() -> Fix.setting("call by https", "endpoint_url = https://<host>"));
  }

  private Fix withTls() {
    String safe = "https://" + url.substring(SCHEME.length());
    return variable.isEmpty()
        ? Fix.setting("call by https", "endpoint_url = " + Literal.setting(safe))
        : Fix.command("call by https", "export " + variable + "=" + Literal.shell(safe));
  }
}
