package awsleuth.core.read;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.read.document.ManifestReader;
import awsleuth.core.read.document.SettingLines;

/** Finds out from the content, and from a telling name, what an artifact is. */
final class Kinds {

  private static final int HEAD = 200_000;

  private Kinds() {}

  /** The kind; TRACEBACK, which reads any text, where nothing else fits. Never ANY. */
  static Kind of(Artifact artifact) {
    return of(artifact.name(), artifact.text(), isClosed(artifact.text()));
  }

  /** The kind of a text of which only the beginning is at hand. */
  static Kind ofBeginning(String name, String beginning) {
    return of(name, beginning, true);
  }

  private static Kind of(String name, String text, boolean closed) {
    String head = text.length() > HEAD ? text.substring(0, HEAD) : text;
    int first = firstVisible(head);
    if (head.startsWith(RecordReader.BEGINNING, first) || isExamination(head, first)) {
      return Kind.RECORD;
    }
    boolean json = first < head.length() && "{[".indexOf(head.charAt(first)) >= 0;
    if (json && !closed && name.endsWith(".json") && isCutPolicy(head, first)) {
      return Kind.POLICY;
    }
    if (json && closed) {
      if (isManifest(name, head)) {
        return Kind.MANIFEST;
      }
      if (isTrail(head, first)) {
        return Kind.TRAIL;
      }
      if (named(head, "\"EvaluationResults\"") && named(head, "\"EvalDecision\"")) {
        return Kind.SIMULATION;
      }
      if (isAuthorization(head)) {
        return Kind.AUTHORIZATION;
      }
      if (isUsage(head)) {
        return Kind.USAGE;
      }
      if (isPolicy(head, first)) {
        return Kind.POLICY;
      }
      if (isTags(head, first)) {
        return Kind.TAGS;
      }
    }
    return SettingLines.kind(head, name);
  }

  private static boolean isManifest(String name, String head) {
    return name.substring(name.lastIndexOf('/') + 1).equals(ManifestReader.FILE)
        && (named(head, "\"files\"") || named(head, "\"unread\""));
  }

  /** Whether it is the JSON document of {@code awsleuth doctor}. */
  private static boolean isExamination(String head, int first) {
    if (!head.startsWith(RecordedProbe.BEGINNING, first)) {
      return false;
    }
    int end = head.indexOf('"', first + RecordedProbe.BEGINNING.length());
    return end >= 0 && head.startsWith(RecordedProbe.STEPS, end);
  }

  private static int firstVisible(String text) {
    int i = 0;
    while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == '\ufeff')) {
      i++;
    }
    return i;
  }

  /** Whether the last visible character ends a JSON value: no text follows the document. */
  private static boolean isClosed(String text) {
    int i = text.length() - 1;
    while (i >= 0 && text.charAt(i) <= ' ') {
      i--;
    }
    return i >= 0 && (text.charAt(i) == '}' || text.charAt(i) == ']');
  }

  /** CloudTrail's sources are host names; the events of S3 notifications come from aws:s3. */
  private static boolean isTrail(String head, int first) {
    int source = head.indexOf("\"eventSource\"");
    int host = source < 0 ? -1 : head.indexOf(".amazonaws.com\"", source);
    boolean event = head.contains("\"eventName\"") && host >= 0 && host - source < 120;
    boolean lookup = head.contains("\"CloudTrailEvent\"");
    return (event || lookup) && !startsWithMessage(head, first);
  }

  private static boolean isAuthorization(String head) {
    return named(head, "\"DecodedMessage\"")
        || (named(head, "\"explicitDeny\"") && named(head, "\"matchedStatements\""))
        || (named(head, "\"evaluations\"") && named(head, "\"evaluatedEffect\""));
  }

  private static boolean isUsage(String head) {
    return (named(head, "\"QuotaCode\"") && named(head, "\"QuotaName\""))
        || (named(head, "\"MetricDataResults\"") && named(head, "\"Values\""))
        || (named(head, "\"Datapoints\"") && named(head, "\"Sum\""));
  }

  private static boolean isPolicy(String head, int first) {
    boolean plain = named(head, "\"Statement\"") && named(head, "\"Effect\"");
    boolean nested = head.contains("\\\"Statement\\\"") || head.contains("%22Statement%22");
    return (plain || nested)
        && !startsWithMessage(head, first)
        && !head.contains("An error occurred (");
  }

  /** The beginning of a policy, or of what a command printed of one. */
  private static boolean isCutPolicy(String head, int first) {
    return isPolicy(head, first)
        || (named(head, "\"Statement\"")
            && head.contains("\"2012-10-17\"")
            && !startsWithMessage(head, first)
            && !head.contains("An error occurred ("));
  }

  /** Tags beside an ARN or id of what has them; a reader finds out whether that is so. */
  private static boolean isTags(String head, int first) {
    boolean secret =
        named(head, "\"ARN\"")
            && named(head, "\"Name\"")
            && (named(head, "\"LastChangedDate\"") || named(head, "\"CreatedDate\""))
            && head.contains(":secretsmanager:");
    return (named(head, "\"Tags\"") || named(head, "\"TagList\"") || secret)
        && !startsWithMessage(head, first)
        && !head.contains("\"ResponseMetadata\"")
        && !head.contains("\"eventVersion\"");
  }

  /** Whether a name of an object's member stands there, not a mere string. */
  private static boolean named(String head, String name) {
    int at = head.indexOf(name);
    int colon = at < 0 ? -1 : at + name.length();
    while (colon >= 0 && colon < head.length() && head.charAt(colon) <= ' ') {
      colon++;
    }
    return colon >= 0 && colon < head.length() && head.charAt(colon) == ':';
  }

  /** Whether it is rather a log line or an error that speaks of policies or events. */
  private static boolean startsWithMessage(String head, int first) {
    String start = head.substring(first, Math.min(head.length(), first + 2000));
    return start.contains("\"errorType\"")
        || start.contains("\"stackTrace\"")
        || (start.contains("An error occurred (") && !start.contains("\"eventVersion\""));
  }
}
