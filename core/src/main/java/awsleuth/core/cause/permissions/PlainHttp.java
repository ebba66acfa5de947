package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.Locale;
import java.util.Optional;

/** A call without TLS, which the URL of its endpoint asks for. */
final class PlainHttp {

  static final String KEY = "aws:SecureTransport";
  private static final String VARIABLE = "AWS_ENDPOINT_URL";
  private static final String SCHEME = "http://";

  private PlainHttp() {}

  /** The key as the endpoint's URL settles it; empty where none that counts is plain http. */
  static Optional<ContextValue> of(Facts facts) {
    if (facts.call().endpoint().startsWith(SCHEME)) {
      return Optional.of(
          new ContextValue(
              Optional.of("false"),
              "the call went to `" + facts.call().endpoint() + "`",
              facts.call().source()));
    }
    return ofVariable(facts).or(() -> ofSetting(facts));
  }

  private static Optional<ContextValue> ofVariable(Facts facts) {
    String own = VARIABLE + "_" + facts.call().service().toUpperCase(Locale.ROOT).replace('-', '_');
    for (EnvironmentVariable v : facts.environment()) {
      if ((v.name().equals(VARIABLE) || v.name().equals(own)) && v.value().startsWith(SCHEME)) {
        return Optional.of(
            new ContextValue(
                Optional.of("false"), v.name() + " is `" + v.value() + "`", v.source()));
      }
    }
    return Optional.empty();
  }

  /** In a section of services the indented lines are those of the service above them. */
  private static Optional<ContextValue> ofSetting(Facts facts) {
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
        return Optional.of(
            new ContextValue(
                Optional.of("false"), "`endpoint_url` is `" + s.value() + "`", s.source()));
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

  /** The same URL with TLS. */
  static Fix fix(Facts facts) {
    String why = of(facts).map(ContextValue::why).orElse("");
    int from = why.indexOf(SCHEME);
    int to = from < 0 ? -1 : why.indexOf('`', from);
    String url = to < 0 ? "https://<host>" : "https://" + why.substring(from + SCHEME.length(), to);
    return why.startsWith(VARIABLE)
        ? Fix.command(
            "call by https",
            "export " + why.substring(0, why.indexOf(' ')) + "=" + Literal.shell(url, url))
        : Fix.setting("call by https", "endpoint_url = " + Literal.setting(url));
  }
}
