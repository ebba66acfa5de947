package awsleuth.core.cause.network;

import awsleuth.core.fact.Facts;
import java.util.Optional;

/** The Region that the service's answer names. */
final class Expected {

  private Expected() {}

  /** The Region after {@code expecting '}; empty where the message names none. */
  static Optional<String> region(Facts facts) {
    String message = facts.call().message();
    int at = message.indexOf("expecting '");
    int end = at < 0 ? -1 : message.indexOf('\'', at + 11);
    return end < 0
        ? Optional.empty()
        : facts.catalog().region(message.substring(at + 11, end)).map(r -> r.name());
  }
}
