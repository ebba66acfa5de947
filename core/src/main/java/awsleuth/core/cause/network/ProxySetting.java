package awsleuth.core.cause.network;

import awsleuth.boto.config.Proxies;
import awsleuth.boto.python.Url;
import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which variable names the proxy of the failed call, and which the exceptions from it, as far as
 * the environment is known.
 *
 * @param way how the call goes by that environment
 */
record ProxySetting(Facts facts, Proxies.Way way) {

  private static final String DIRECT = "169.254.169.254,169.254.170.2,.amazonaws.com";

  static ProxySetting of(Facts facts) {
    Map<String, String> environment = new LinkedHashMap<>();
    facts.environment().forEach(v -> environment.putIfAbsent(v.name(), v.value()));
    String host = host(Target.in(facts).host());
    String scheme = facts.call().endpoint().startsWith("http:") ? "http" : "https";
    return new ProxySetting(facts, new Proxies(environment).of(scheme, host));
  }

  /** A host that a URL can have; that of another service of AWS where it is none. */
  private static String host(String host) {
    String plain = plain(host);
    return plain.isEmpty() ? "sts.amazonaws.com" : plain;
  }

  /** The same where it is a name or an address of plain characters; empty for others. */
  private static String plain(String host) {
    boolean plain =
        !host.isEmpty()
            && host.chars()
                .allMatch(c -> c == '.' || c == '-' || (c < 0x80 && Character.isLetterOrDigit(c)));
    return plain ? host : "";
  }

  /** The variable that counts; the usual one where the environment is not known. */
  String variable() {
    return way.variable().isEmpty() ? "HTTPS_PROXY" : way.variable();
  }

  /** Whether it is to be spoken to by SOCKS, which botocore does not: it takes it for a host. */
  boolean isSocks() {
    return way.proxy().map(p -> p.replaceFirst("^http://", "")).orElse("").startsWith("socks");
  }

  /** The variables that count, and what Python makes nothing of in them. */
  List<Citation> cited() {
    List<Citation> cited = new ArrayList<>();
    for (EnvironmentVariable v : facts.environment()) {
      boolean counts = facts.variable(v.name()).filter(v::equals).isPresent();
      if (counts && v.name().equals(way.variable())) {
        String socks = isSocks() ? ", and boto3 does not speak SOCKS" : "";
        String over = hidden().isEmpty() ? "" : ", which goes before " + hidden();
        cited.add(Facts.cite(v.name() + " names the proxy" + over + socks, v.source()));
      } else if (counts && v.name().equals(way.exceptions()) && !way.ignored().isEmpty()) {
        cited.add(
            Facts.cite(
                "Python makes nothing of `%s` in %s: it takes names and endings of names"
                    .formatted(String.join(", ", way.ignored()), v.name()),
                v.source()));
      }
    }
    return cited;
  }

  /** The same name in other letters that is set too and does not count. */
  private String hidden() {
    return facts.environment().stream()
        .map(EnvironmentVariable::name)
        .filter(n -> n.equalsIgnoreCase(way.variable()) && !n.equals(way.variable()))
        .findFirst()
        .orElse("");
  }

  List<Fix> fixes() {
    List<Fix> fixes = new ArrayList<>();
    if (way.variable().isEmpty()) {
      fixes.add(
          Fix.command(
              "see which proxy is set, in either case of the names", "env | grep -i proxy"));
    }
    boolean login = Proxy.isLogin(facts);
    String foreign = Proxy.foreign(facts);
    if (login && foreign.isEmpty()) {
      fixes.add(
          Fix.setting(
              "give the proxy a login for Basic, the one kind that boto3 has, escaped as in URLs",
              variable() + "=http://<user>:<password>@" + address()));
    }
    String none = way.exceptions().isEmpty() ? "NO_PROXY" : way.exceptions();
    String more = way.exceptions().isEmpty() ? "" : "$" + none + ",";
    String own = Target.in(facts).isCustom() ? plain(Target.in(facts).host()) : "";
    fixes.add(
        Fix.command(
            own.isEmpty()
                ? "leave AWS hosts out of it where they can be reached directly"
                : "leave the endpoint's host out of it where it can be reached directly",
            "export " + none + "=" + more + (own.isEmpty() ? DIRECT : own)));
    if (!foreign.isEmpty()) {
      fixes.add(
          Fix.setting(
              "or go by a program on this machine that logs in to the proxy by " + foreign,
              variable() + "=http://127.0.0.1:<port>"));
      fixes.add(
          Fix.askAdministrator(
              "or have the proxy let the program through",
              "take Basic, or no login, from this machine for "
                  + Connections.hostOr(facts, "AWS")));
    }
    if (!login) { // what asks for one is a proxy that was reached
      fixes.add(
          Fix.command(
              Proxy.broken(facts).isPresent()
                  ? "or correct its URL: host and port of a proxy of HTTP; boto3 speaks no SOCKS"
                  : "correct its URL: scheme http, host, port",
              "export " + variable() + "=http://<host>:<port>"));
    }
    return List.copyOf(fixes);
  }

  /** Host and port of the proxy as it is set; placeholders where that is not known. */
  private String address() {
    String authority =
        facts
            .variable(variable())
            .flatMap(v -> Url.tried(v.value()))
            .map(Url::authority)
            .orElse("");
    String address = authority.substring(authority.lastIndexOf('@') + 1);
    boolean plain =
        !address.isEmpty()
            && address
                .chars()
                .allMatch(c ->
                    c < 0x7f && (c == '.' || c == '-' || c == ':' || Character.isLetterOrDigit(c)));
    return plain ? address : "<host>:<port>";
  }
}
