package awsleuth.core.cause.permissions;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.endpoint.ConfiguredUrl;
import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
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
  private static final String SCHEME = "http://";
  private static final String TLS = "https://";

  /** The key as the endpoint's URL settles it; empty where none that counts is told. */
  static Optional<ContextValue> of(Facts facts) {
    return inForce(facts)
        .filter(p -> p.isPlain() || p.isTls())
        .map(p -> new ContextValue(Optional.of(p.isPlain() ? "false" : "true"), p.why, p.source));
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
    return inForce(facts).filter(PlainHttp::isTls).isPresent();
  }

  private static Optional<PlainHttp> find(Facts facts) {
    return inForce(facts).filter(PlainHttp::isPlain);
  }

  private boolean isPlain() {
    return url.startsWith(SCHEME);
  }

  private boolean isTls() {
    return url.startsWith(TLS);
  }

  /**
   * The URL that the call is told to have gone to, else the one that boto3 takes; of several
   * profiles, none of which is told to be the call's, one where all have one of the same scheme.
   */
  private static Optional<PlainHttp> inForce(Facts facts) {
    String told = facts.call().endpoint();
    if (!told.isEmpty()) {
      String why = "the call went to `" + told + "`";
      return Optional.of(new PlainHttp("", told, why, facts.call().source()));
    }
    if (facts.ownSession() || facts.call().service().isEmpty()) {
      return Optional.empty();
    }
    List<Optional<PlainHttp>> set =
        facts.boto().sessions().stream()
            .map(s -> ConfiguredUrl.inForce(s, facts.call().service()))
            .map(found -> found.flatMap(f -> of(f, facts.boto())))
            .toList();
    boolean plain = set.stream().allMatch(p -> p.filter(PlainHttp::isPlain).isPresent());
    boolean tls = set.stream().allMatch(p -> p.filter(PlainHttp::isTls).isPresent());
    return set.isEmpty() || !(plain || tls) ? Optional.empty() : set.getFirst();
  }

  private static Optional<PlainHttp> of(Found<String> found, BotoSetup boto) {
    String variable = found.origin() instanceof Origin.Variable(String name) ? name : "";
    String by = variable.isEmpty() ? "`endpoint_url`" : variable;
    return boto.source(found.origin())
        .map(s -> new PlainHttp(variable, found.value(), by + " is `" + found.value() + "`", s));
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
    Fix fix =
        find(facts)
            .map(p -> p.withTls(title))
            .orElseGet(() -> Fix.setting(title, "endpoint_url = https://<host>"));
    fixes.add(ProvenCall.of(facts, fix, KEY, "true"));
    fixes.addAll(left);
    return List.copyOf(fixes);
  }

  private Fix withTls(String title) {
    String safe = "https://" + url.substring(SCHEME.length());
    return variable.isEmpty()
        ? Fix.setting(title, "endpoint_url = " + Literal.setting(safe))
        : Fix.command(title, "export " + Literal.shell(variable) + "=" + Literal.shell(safe));
  }
}
