package awsleuth.core.cause.credentials;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.cause.Fix;
import awsleuth.core.fact.BotoSetup;
import java.util.List;
import java.util.Optional;

/** A variable whose name is all but one that botocore reads. */
final class Misspelt {

  /** Names that botocore reads, which are nobody's misspelling. */
  private static final List<String> READ =
      List.of(
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_SECURITY_TOKEN",
          "AWS_ACCOUNT_ID");

  /** What other programs read for the two keys. */
  private static final List<List<String>> OTHERS =
      List.of(
          List.of("AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID"),
          List.of("AWS_SECRET_KEY", "AWS_SECRET_ACCESS_KEY"));

  private Misspelt() {}

  /** Sets a variable from the one that is set in its place; empty where none is. */
  static Optional<Fix> of(AwsCatalog catalog, BotoSetup boto, String name) {
    if (!boto.environment().getOrDefault(name, "").isEmpty()) {
      return Optional.empty();
    }
    List<String> set =
        boto.environment().keySet().stream()
            .filter(n -> !READ.contains(n))
            .filter(n -> OTHERS.contains(List.of(n, name)) || isNear(catalog, n, name))
            .toList();
    return set.size() != 1
        ? Optional.empty()
        : Optional.of(
            Fix.command(
                "botocore reads " + name + ", not " + set.getFirst() + ": set it from that",
                "export " + name + "=\"$" + set.getFirst() + "\""));
  }

  private static boolean isNear(AwsCatalog catalog, String other, String name) {
    return other.regionMatches(true, 0, "AWS_", 0, 4)
        && catalog.nearest(other, READ, 1).equals(List.of(name));
  }
}
