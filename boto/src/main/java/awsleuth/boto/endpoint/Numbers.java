package awsleuth.boto.endpoint;

import java.util.Optional;

/** Numbers as Python's {@code int} reads them. */
final class Numbers {

  private Numbers() {}

  /** The number that a text of ASCII digits is; empty for any other text. */
  static Optional<Long> integer(String text) {
    String plain = text.strip().replace("_", "");
    int start = plain.startsWith("-") || plain.startsWith("+") ? 1 : 0;
    boolean digits =
        plain.length() > start
            && plain.length() < 19
            && plain.substring(start).chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.parseLong(plain)) : Optional.empty();
  }
}
