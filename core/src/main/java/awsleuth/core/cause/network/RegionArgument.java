package awsleuth.core.cause.network;

import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Region that the program gives as an argument, which goes before environment and files. */
final class RegionArgument {

  private static final Pattern GIVEN =
      Pattern.compile("\\bregion_name\\s?=\\s?(?:'([^']{0,64})'|\"([^\"]{0,64})\")");

  private RegionArgument() {}

  /**
   * Cites the client or the line of the program's traceback that gives it; empty where none does.
   */
  static Optional<Citation> of(Facts facts) {
    Optional<Citation> watched = watched(facts);
    if (watched.isPresent()) {
      return watched;
    }
    for (Frame frame : facts.frames()) {
      if (gives(frame.code(), facts.call().region())) {
        return Optional.of(new Citation("the program gives region_name itself", frame.source()));
      }
    }
    return Optional.empty();
  }

  private static boolean gives(String code, String region) {
    return in(code).stream().anyMatch(given -> given.startsWith(region));
  }

  /** What a line of Python gives as the argument, where that is a literal; the empty text too. */
  static List<String> in(String code) {
    return GIVEN
        .matcher(code)
        .results()
        .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
        .toList();
  }

  /** A name such as {@code fips-us-east-1} that the program gives for a Region. */
  static Optional<String> pseudo(Facts facts, String region) {
    return facts.frames().stream()
        .flatMap(f -> in(f.code()).stream())
        .filter(given -> given.equals("fips-" + region) || given.equals(region + "-fips"))
        .findFirst();
  }

  /** The client that the program was seen to make. */
  private static Optional<Citation> watched(Facts facts) {
    return facts
        .watched()
        .flatMap(WatchedCall::client)
        .filter(c -> facts.call().region().equals(c.given().get("region_name")))
        .map(c -> new Citation("the program gives region_name itself", c.source()));
  }
}
