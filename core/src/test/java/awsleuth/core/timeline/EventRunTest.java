package awsleuth.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A program that calls without end does not push a failure and a change out of the timeline. */
class EventRunTest {

  private static String event(String who, String name, String second, String code) {
    return """
    {"eventVersion": "1.11", "eventTime": "2026-11-20T10:%s:00Z", "eventSource": "kms.amazonaws.com",
     "eventName": "%s", "userIdentity": {"arn": "arn:aws:iam::444455556666:user/%s"},
     "errorCode": "%s", "requestParameters": {"keyId": "k"}, "eventID": "%s%s%s"}
    """
        .formatted(second, name, who, code, name, who, second);
  }

  private static Timeline of(List<String> events) {
    Artifact trail =
        new Artifact("trail.json", Kind.TRAIL, "{\"Records\": [" + String.join(",", events) + "]}");
    Artifact log =
        new Artifact(
            "app.log",
            Kind.ANY,
            "An error occurred (ThrottlingException) when calling the Decrypt operation: slow\n");
    List<Artifact> all = List.of(trail, log);
    return Timeline.of(
        all,
        all.stream().flatMap(a -> Readers.read(a, AwsCatalog.embedded()).stream()).toList(),
        Optional.empty());
  }

  private static List<String> words(Timeline timeline) {
    return timeline.dated().stream()
        .map(m -> m.words().replaceAll(" by `[^`]*:user/([a-z]+)` on `k`", " by $1"))
        .toList();
  }

  @Test
  void equalCallsAreOneLineUpToAFailureOrAChange() {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 59; i++) {
      events.add(event("noisy", "Decrypt", "%02d".formatted(i), ""));
    }
    events.add(30, event("quiet", "Decrypt", "30", "ThrottlingException"));
    events.add(31, event("quiet", "Decrypt", "31", "ThrottlingException"));
    events.add(10, event("ops", "PutKeyPolicy", "09", ""));
    Timeline timeline = of(events);
    assertThat(words(timeline))
        .containsExactly(
            "`Decrypt` by noisy: it succeeded, 10 times until 2026-11-20T10:09:00Z",
            "`PutKeyPolicy` by ops: it succeeded",
            "`Decrypt` by noisy: it succeeded, 20 times until 2026-11-20T10:29:00Z",
            "`Decrypt` by quiet: `ThrottlingException`, 2 times until 2026-11-20T10:31:00Z",
            "`Decrypt` by noisy: it succeeded, 29 times until 2026-11-20T10:58:00Z");
    assertThat(timeline.notes()).noneMatch(n -> n.text().contains("not shown"));
  }

  @Test
  void ofTooManyCallersThoseAroundTheFailureAreShown() {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      events.add(event("u" + "x".repeat(i), "Decrypt", "%02d".formatted(i / 10), ""));
    }
    events.add(150, event("quiet", "Decrypt", "15", "ThrottlingException"));
    Timeline timeline = of(events);
    assertThat(words(timeline)).anyMatch(w -> w.contains("quiet"));
    assertThat(timeline.dated().getFirst().at().orElseThrow()).hasToString("2026-11-20T10:12:00Z");
    assertThat(timeline.notes())
        .anyMatch(n -> n.text().equals("141 more CloudTrail events are not shown"));
  }
}
