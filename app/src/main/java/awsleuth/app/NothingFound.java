package awsleuth.app;

import java.util.List;

/** What is said when no failed call was found. */
final class NothingFound {

  private NothingFound() {}

  static String text(List<String> looked) {
    return "no failed AWS call found in "
        + String.join(", ", looked.size() > 5 ? looked.subList(0, 5) : looked)
        + (looked.size() > 5 ? " and " + (looked.size() - 5) + " more" : "")
        + "\n"
        + """
        looked for: botocore's and boto3's exceptions and messages, `An error occurred (CODE) when
        calling the OP operation`, access-denied sentences, error bodies (XML, JSON, printed
        responses), CloudTrail events with an errorCode, sentences of other AWS SDKs
        """;
  }
}
