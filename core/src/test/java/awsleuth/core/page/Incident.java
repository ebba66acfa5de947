package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A failure and what came with it, for tests. */
final class Incident {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private Incident() {}

  /** What is found first, which is confirmed, of a failure beside other artifacts. */
  static Finding first(String text, Artifact... beside) {
    Outcome first = outcome(text, beside);
    assertThat(first).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) first).finding();
  }

  /** What comes first of a failure beside other artifacts. */
  static Outcome outcome(String text, Artifact... beside) {
    List<Artifact> all = new ArrayList<>(List.of(beside));
    all.addFirst(new Artifact("t", Kind.TRACEBACK, text));
    return DIAGNOSER.diagnose(all).failures().getFirst().verdicts().getFirst().outcome();
  }

  /** An artifact of a kind. */
  static Artifact file(Kind kind, String text) {
    return new Artifact(kind + ".json", kind, text);
  }

  /** An event of October 2026. */
  static String event(String day, String source, String name, String more) {
    return """
    {"eventTime": "2026-10-%sT09:12:44Z", "eventSource": "%s.amazonaws.com", "eventName": "%s",
     "userIdentity": {"arn": "arn:aws:iam::111122223333:user/ops"}, %s}
    """
        .formatted(day, source, name, more);
  }

  /** A trail of events. */
  static Artifact trail(String... events) {
    return file(Kind.TRAIL, "{\"Records\": [" + String.join(",", events) + "]}");
  }

  /** An artifact that is to be recognised. */
  static Artifact answer(String text) {
    return new Artifact("answer.json", Kind.ANY, text);
  }

  /** A traceback whose own line is a call. */
  static String calling(String line, String error) {
    return """
    Traceback (most recent call last):
      File "app.py", line 6, in main
        return %s
    botocore.exceptions.ClientError: An error occurred %s
    """
        .formatted(line, error);
  }
}
