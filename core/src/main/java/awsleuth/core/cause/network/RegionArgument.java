package awsleuth.core.cause.network;

import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Region that the program gives as an argument, which goes before environment and files. */
final class RegionArgument {

  private static final Pattern NAME = Pattern.compile("\\bregion_name\\s?=\\s?['\"]");

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
    Matcher name = NAME.matcher(code);
    while (name.find()) {
      if (code.startsWith(region, name.end())) {
        return true;
      }
    }
    return false;
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
