package awsleuth.trail.change;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the rules of a bucket's lifecycle do (S3 API reference, "LifecycleRule"). */
final class Lifecycle {

  private static final String RULE = "requestParameters.LifecycleConfiguration.Rule";

  /** So many rules can be told one by one. */
  private static final int MOST = 10;

  /** The classes out of which an object must be restored before it can be got. */
  private static final Pattern ARCHIVES =
      Pattern.compile("\"StorageClass\"\\s*:\\s*\"(GLACIER|DEEP_ARCHIVE)\"");

  private static final Pattern DELETES =
      Pattern.compile("\"Expiration\"\\s*:\\s*\\{[^{}]{0,200}\"(Days|Date)\"");

  private Lifecycle() {}

  /** What they do, in words; empty where the event does not tell. */
  static String status(RecordTree tree) {
    List<String> places =
        Stream.concat(Stream.of(RULE), IntStream.range(0, MOST).mapToObj(i -> RULE + "." + i))
            .filter(p -> !tree.json(List.of(p)).isEmpty())
            .toList();
    List<String> rules =
        places.stream()
            .filter(p -> !tree.text(p + ".Status").equals("Disabled"))
            .map(p -> tree.json(List.of(p)))
            .toList();
    List<String> words = new ArrayList<>();
    if (rules.stream().anyMatch(r -> ARCHIVES.matcher(r).find())) {
      words.add(Change.ARCHIVES);
    }
    if (rules.stream().anyMatch(r -> DELETES.matcher(r).find())) {
      words.add(Change.DELETES);
    }
    boolean all = !places.isEmpty() && places.size() < MOST;
    return words.isEmpty() && all ? Change.KEEPS : String.join(", ", words);
  }
}
