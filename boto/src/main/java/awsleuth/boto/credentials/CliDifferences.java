package awsleuth.boto.credentials;

import awsleuth.boto.config.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the AWS CLI, version 2, and boto3 part in one environment. */
public final class CliDifferences {

  private CliDifferences() {}

  /** In words, each a sentence without its period; empty where they do the same. */
  public static List<String> of(Map<String, String> environment, Resolution boto3, Resolution cli) {
    List<String> found = new ArrayList<>();
    if (!name(boto3).equals(name(cli))) {
      found.add(
          "AWS CLI v2 uses profile "
              + name(cli)
              + from(cli.profile())
              + ", boto3 profile "
              + name(boto3)
              + from(boto3.profile()));
    }
    if (!region(boto3).equals(region(cli))) {
      found.add("AWS CLI v2 has Region " + shown(cli) + ", boto3 " + shown(boto3));
    }
    if (!winner(boto3).equals(winner(cli))) {
      found.add("AWS CLI v2 gets: " + winner(cli) + "; boto3 gets: " + winner(boto3));
    }
    if (!environment.containsKey("AWS_RETRY_MODE")) {
      found.add(
          "where no retry mode is set, AWS CLI v2 makes at most "
              + Rules.CLI.attempts()
              + " requests for a call ("
              + Rules.CLI.retryMode()
              + "), boto3 "
              + Rules.BOTO3.attempts()
              + " ("
              + Rules.BOTO3.retryMode()
              + ")");
    }
    return List.copyOf(found);
  }

  private static String name(Resolution resolution) {
    return resolution.profileName();
  }

  private static String from(Optional<Found<String>> found) {
    return found.map(f -> " (" + f.origin().words() + ")").orElse("");
  }

  private static Optional<String> region(Resolution resolution) {
    return found(resolution).map(Found::value);
  }

  private static Optional<Found<String>> found(Resolution resolution) {
    return switch (resolution.region()) {
      case RegionOutcome.Known(Optional<Found<String>> region) -> region;
      case RegionOutcome.Raises _ -> Optional.empty();
    };
  }

  private static String shown(Resolution resolution) {
    Optional<Found<String>> region = found(resolution);
    return region.map(RegionWords::of).orElse("none") + from(region);
  }

  private static String winner(Resolution resolution) {
    if (resolution.refused().isPresent()) {
      return resolution.refused().get().exception();
    }
    return switch (resolution.outcome()) {
      case Outcome.Won(Method method, String _) -> method.text();
      case Outcome.Open(Method method, Ask _) -> method.text();
      case Outcome.Nothing _ -> "no credentials";
      case Outcome.Raises raises -> raises.raised().exception();
    };
  }
}
