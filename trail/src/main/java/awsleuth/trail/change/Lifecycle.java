package awsleuth.trail.change;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the rules of a bucket's lifecycle do (S3 API reference, "LifecycleRule"). */
final class Lifecycle {

  private static final String RULE = "requestParameters.LifecycleConfiguration.Rule";

  /** Where a rule tells the objects that it is for. */
  private static final List<String> PREFIX =
      List.of(".Prefix", ".Filter.Prefix", ".Filter.And.Prefix");

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
        places.stream().filter(p -> !tree.text(p + ".Status").equals("Disabled")).toList();
    List<String> words = new ArrayList<>();
    words.addAll(words(tree, rules, ARCHIVES, Change.ARCHIVES));
    words.addAll(words(tree, rules, DELETES, Change.DELETES));
    boolean all = !places.isEmpty() && places.size() < MOST;
    return words.isEmpty() && all ? Change.KEEPS : String.join(", ", words);
  }

  /** What rules do to which objects. */
  private static List<String> words(
      RecordTree tree, List<String> rules, Pattern which, String does) {
    List<String> found =
        rules.stream()
            .filter(p -> which.matcher(tree.json(List.of(p))).find())
            .map(p -> does + in(tree.text(PREFIX.stream().map(p::concat).toList())))
            .distinct()
            .toList();
    return found.contains(does) ? List.of(does) : found;
  }

  private static String in(String prefix) {
    return prefix.isEmpty() ? "" : Change.IN + prefix + "`";
  }
}
