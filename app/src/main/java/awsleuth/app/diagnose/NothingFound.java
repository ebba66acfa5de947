package awsleuth.app.diagnose;

import awsleuth.app.input.Looked;
import java.util.List;
import java.util.stream.Collectors;

/** What is said when no failed call was found. */
final class NothingFound {

  private static final int MOST_NAMES = 5;

  private static final String LOOKED_FOR =
      """
      looked for: botocore's and boto3's exceptions and messages, access-denied sentences,
      `An error occurred (CODE) when calling the OP operation`, error bodies (XML, JSON,
      printed responses), CloudTrail events with an errorCode, sentences of other SDKs
      """;

  private NothingFound() {}

  static String text(Diagnosed diagnosed) {
    List<Looked> looked = diagnosed.looked();
    if (!looked.isEmpty() && looked.size() == diagnosed.runs().size()) {
      return ""; // the records tell themselves that no call failed
    }
    if (looked.isEmpty()) {
      return "no failed AWS call found: there was nothing to read\n";
    }
    List<String> names = looked.stream().limit(MOST_NAMES).map(Looked::described).toList();
    int more = looked.size() - names.size();
    return "no failed AWS call found in "
        + String.join(", ", names)
        + (more > 0 ? " and " + more + " more" : "")
        + "\n"
        + why(looked);
  }

  private static String why(List<Looked> looked) {
    boolean empty = looked.stream().allMatch(l -> l.content() == Looked.Content.EMPTY);
    if (empty && looked.getFirst().name().equals("standard input")) {
      return "a program's errors come through a pipe with 2>&1: `python app.py 2>&1 | awsleuth`\n";
    }
    if (looked.stream().allMatch(l -> l.content() == Looked.Content.EVIDENCE)) {
      return "give the text of the failure too: the traceback, the log or the message\n";
    }
    String broken =
        looked.stream()
            .map(Looked::fault)
            .filter(f -> !f.isEmpty())
            .limit(MOST_NAMES)
            .map(f -> f + "\n")
            .collect(Collectors.joining());
    return empty ? "" : broken + LOOKED_FOR;
  }
}
