package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call without TLS, or with it, which the URL of its endpoint asks for.
 *
 * @param variable the environment variable that has the URL; empty where a setting or the program
 *     has it
 * @param url begins with its scheme
 * @param why where the URL is seen, in words
 * @param source where the URL is seen
 */
record PlainHttp(String variable, String url, String why, Source source) {

  static final String KEY = "aws:SecureTransport";
  private static final String VARIABLE = "AWS_ENDPOINT_URL";
  private static final String SCHEME = "http://";
  private static final String TLS = "https://";

  /** The key as the endpoint's URL settles it; empty where none that counts is told. */
  static Optional<ContextValue> of(Facts facts) {
    return find(facts)
        .map(p -> new ContextValue(Optional.of("false"), p.why, p.source))
        .or(() ->
            find(facts, TLS).map(p -> new ContextValue(Optional.of("true"), p.why, p.source)));
  }

  /** Whether a URL that counts is plain http. */
  static boolean is(Facts facts) {
    return find(facts).isPresent();
  }

  /**
   * Whether the URL that is set is one of https, so that a refusal for want of TLS was of another,
   * or before it was set.
   */
  static boolean isTls(Facts facts) {
    return find(facts).isEmpty() && find(facts, TLS).isPresent();
  }

  private static Optional<PlainHttp> find(Facts facts) {
    return find(facts, SCHEME);
  }

  private static Optional<PlainHttp> find(Facts facts, String scheme) {
    String endpoint = facts.call().endpoint();
    if (!endpoint.isEmpty()) {
      return Optional.of(
              new PlainHttp(
                  "", endpoint, "the call went to `" + endpoint + "`", facts.call().source()))
          .filter(p -> p.url.startsWith(scheme));
    }
    Optional<PlainHttp> set = ofVariable(facts);
    return set.isPresent() ? set.filter(p -> p.url.startsWith(scheme)) : ofSetting(facts, scheme);
  }

  /** That of the service goes before that of all (SDKs reference guide, "Service endpoints"). */
  private static Optional<PlainHttp> ofVariable(Facts facts) {
    String own = VARIABLE + "_" + facts.call().service().toUpperCase(Locale.ROOT).replace('-', '_');
    return facts
        .variable(own)
        .or(() -> facts.variable(VARIABLE))
        .filter(v -> !v.value().isEmpty())
        .map(v ->
            new PlainHttp(v.name(), v.value(), v.name() + " is `" + v.value() + "`", v.source()));
  }

  /** In a section of services the indented lines are those of the service above them. */
  private static Optional<PlainHttp> ofSetting(Facts facts, String scheme) {
    String above = "";
    for (ProfileSetting s : facts.settings()) {
      above = s.key().startsWith(".") ? above : s.key();
      boolean own =
          s.key().equals("endpoint_url")
              ? !s.profile().isEmpty()
              : s.key().equals(".endpoint_url")
                  && isUsed(facts, s.section())
                  && plain(above).equals(plain(facts.call().service()));
      if (own && s.value().startsWith(scheme)) {
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

  /**
   * The same URL with TLS, a template where none is seen; then what a call by TLS would still be
   * refused for.
   */
  static List<Fix> fixes(Facts facts) {
    List<Fix> left = PolicyFixes.left(facts, KEY, "true");
    String where = isTls(facts) ? " where the program sets the URL itself" : "";
    String title =
        "call by https" + where + (left.isEmpty() ? "" : ", and make the next change too");
    List<Fix> fixes = new ArrayList<>();
    fixes.add(
        find(facts)
            .map(p -> p.withTls(title))
            .orElseGet(() -> Fix.setting(title, "endpoint_url = https://<host>")));
    fixes.addAll(left);
    return List.copyOf(fixes);
  }

  private Fix withTls(String title) {
    String safe = "https://" + url.substring(SCHEME.length());
    return variable.isEmpty()
        ? Fix.setting(title, "endpoint_url = " + Literal.setting(safe))
        : Fix.command(title, "export " + variable + "=" + Literal.shell(safe));
  }
}
