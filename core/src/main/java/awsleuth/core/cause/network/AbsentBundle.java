package awsleuth.core.cause.network;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Session;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;

/**
 * A CA bundle that is set and is not there, or cannot be read, so that no certificate was looked
 * at.
 *
 * @param path as it is set
 * @param name the variable, or the setting of the profile
 * @param source where it is set
 * @param line whether that is a line of a file
 */
record AbsentBundle(String path, String name, Source source, boolean line) {

  private static final String REQUESTS = "REQUESTS_CA_BUNDLE";

  /** Whether the error is one of a file, in the place of one of TLS. */
  static boolean isSeen(Facts facts) {
    return words(facts).isPresent();
  }

  /** The words of that error. */
  static Optional<Citation> words(Facts facts) {
    Optional<Citation> file =
        facts.exception("SSLError")
            ? facts.citation(TlsClue.NO_BUNDLE).or(() -> facts.citation(TlsClue.BAD_BUNDLE))
            : Optional.empty();
    return file.or(() -> facts.citation(TlsClue.NO_BUNDLE_PATH));
  }

  /** What is wrong with it. */
  static String summary(Facts facts) {
    return isUnread(facts)
        ? "the CA bundle that certificates are judged by cannot be read"
        : "the CA bundle that certificates are judged by is not there";
  }

  private static boolean isUnread(Facts facts) {
    return facts.exception("SSLError") && facts.seen(TlsClue.BAD_BUNDLE);
  }

  /** What to name instead. */
  static String other(Facts facts) {
    return "name a bundle that " + (isUnread(facts) ? "can be read" : "is there");
  }

  /** Where the bundle is set, or given by the program; empty where nothing tells. */
  static List<Citation> cited(Facts facts) {
    return argument(facts)
        .map(BundleArgument::cited)
        .or(() -> in(facts).map(AbsentBundle::cited))
        .stream()
        .toList();
  }

  /** What to do there. */
  static List<Fix> fixes(Facts facts) {
    String other = other(facts);
    return argument(facts)
        .map(a -> a.fixes(other))
        .or(() -> in(facts).map(b -> b.fixes(other)))
        .orElseGet(() ->
            List.of(
                Fix.command(
                    "see where it is set, unless the program gives it itself (verify=)",
                    "env | grep CA_BUNDLE; grep -n ca_bundle ~/.aws/config"),
                Fix.command(other, "export AWS_CA_BUNDLE=<path/to/ca-bundle.pem>")));
  }

  private static Optional<BundleArgument> argument(Facts facts) {
    return isSeen(facts)
        ? BundleArgument.in(facts, in(facts).map(AbsentBundle::path).orElse(""))
        : Optional.empty();
  }

  /** The bundle that is set; empty where nothing among the evidence sets one. */
  private static Optional<AbsentBundle> in(Facts facts) {
    return isSeen(facts) ? set(facts) : Optional.empty();
  }

  /** The bundle that is set, be it there or not. */
  static Optional<AbsentBundle> set(Facts facts) {
    if (facts.ownSession() || !(facts.boto().session() instanceof Session.Open(Session session))) {
      return Optional.empty();
    }
    Optional<Found<String>> set =
        session.either("AWS_CA_BUNDLE", "ca_bundle").filter(f -> !f.value().isEmpty());
    return set.isPresent()
        ? set.flatMap(f -> of(facts, f))
        : facts
            .variable(REQUESTS)
            .filter(v -> !v.value().isEmpty())
            .map(v -> new AbsentBundle(v.value(), REQUESTS, v.source(), false));
  }

  private static Optional<AbsentBundle> of(Facts facts, Found<String> set) {
    return facts
        .boto()
        .source(set.origin())
        .map(s ->
            new AbsentBundle(
                set.value(), set.origin().key(), s, set.origin() instanceof Origin.Profile));
  }

  Citation cited() {
    return Facts.cite(Literal.line(name + " is `" + path + "`"), source);
  }

  private List<Fix> fixes(String other) {
    String own = "let boto3 use a bundle of its own";
    return List.of(
        line
            ? FileEdits.delete(own + ": take out " + FileEdits.at(source), List.of(source))
            : Fix.command(own, "unset " + name),
        line
            ? Fix.setting("or " + other, name + " = <path/to/ca-bundle.pem>")
            : Fix.command("or " + other, "export " + name + "=<path/to/ca-bundle.pem>"));
  }
}
