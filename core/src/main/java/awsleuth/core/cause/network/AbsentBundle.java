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
 * A CA bundle that is set and is not there, so that no certificate was looked at.
 *
 * @param path as it is set
 * @param name the variable, or the setting of the profile
 * @param source where it is set
 * @param line whether that is a line of a file
 */
record AbsentBundle(String path, String name, Source source, boolean line) {

  private static final String REQUESTS = "REQUESTS_CA_BUNDLE";

  /** Whether the error is that a file is not there, in the place of one of TLS. */
  static boolean isSeen(Facts facts) {
    return facts.exception("SSLError") && facts.seen(NetworkClue.NO_BUNDLE);
  }

  /** Where the bundle is set, or given by the program; empty where nothing tells. */
  static List<Citation> cited(Facts facts) {
    return argument(facts)
        .map(BundleArgument::cited)
        .or(() -> in(facts).map(AbsentBundle::cited))
        .stream()
        .toList();
  }

  /** What to do there; empty where nothing tells where it is set. */
  static Optional<List<Fix>> fixes(Facts facts) {
    return argument(facts).map(BundleArgument::fixes).or(() -> in(facts).map(AbsentBundle::fixes));
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

  private List<Fix> fixes() {
    String own = "let boto3 use a bundle of its own";
    return List.of(
        line
            ? FileEdits.delete(own + ": take out " + FileEdits.at(source), List.of(source))
            : Fix.command(own, "unset " + name),
        line
            ? Fix.setting("or name a bundle that is there", name + " = <path/to/ca-bundle.pem>")
            : Fix.command(
                "or name a bundle that is there", "export " + name + "=<path/to/ca-bundle.pem>"));
  }
}
