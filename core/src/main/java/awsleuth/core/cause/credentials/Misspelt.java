package awsleuth.core.cause.credentials;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.config.Origin;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
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

  /** The variable that is set in the place of another; empty where none is, or several are. */
  private static Optional<String> in(AwsCatalog catalog, BotoSetup boto, String name) {
    if (!boto.environment().getOrDefault(name, "").isEmpty()) {
      return Optional.empty();
    }
    List<String> set =
        boto.environment().keySet().stream()
            .filter(n -> !READ.contains(n))
            .filter(n -> OTHERS.contains(List.of(n, name)) || isNear(catalog, n, name))
            .toList();
    return set.size() == 1 ? Optional.of(set.getFirst()) : Optional.empty();
  }

  /** Where it is set. */
  static Optional<Citation> cited(AwsCatalog catalog, BotoSetup boto, String name) {
    return in(catalog, boto, name)
        .flatMap(set ->
            boto.source(new Origin.Variable(set))
                .map(at -> Facts.cite(set + " is set, which botocore does not read", at)));
  }

  /**
   * Sets a variable from the one that is set in its place; none where none is. A file {@code .env}
   * is no shell's: Docker Compose reads it, and gives a container the variables that its service
   * names (Docker documentation, "Set environment variables within your container's environment").
   */
  static List<Fix> of(AwsCatalog catalog, BotoSetup boto, String name) {
    Optional<String> set = in(catalog, boto, name);
    if (set.isEmpty()) {
      return List.of();
    }
    Optional<Source> file =
        boto.source(new Origin.Variable(set.get()))
            .filter(s -> s.line() > 0 && ("/" + s.artifact()).endsWith("/.env"));
    return file.isEmpty()
        ? List.of(
            Fix.command(
                "botocore reads " + name + ", not " + set.get() + ": set it from that",
                "export " + name + "=\"$" + set.get() + "\""))
        : List.of(
            FileEdits.rename(file.get(), set.get(), name),
            Fix.setting(
                "where Docker Compose reads that file, have the service name the variable too",
                "environment:\n  " + name + ": ${" + name + "}"));
  }

  private static boolean isNear(AwsCatalog catalog, String other, String name) {
    return other.regionMatches(true, 0, "AWS_", 0, 4)
        && catalog.nearest(other, READ, 1).equals(List.of(name));
  }
}
