package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a trail tells of who uses up a rate that many share. */
class SharedRateTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String THROTTLED =
      "botocore.exceptions.ClientError: An error occurred (RequestLimitExceeded) when calling the"
          + " DescribeInstances operation (reached max retries: 4): Request limit exceeded.";
  private static final String EVENT =
      """
      {"eventSource": "ec2.amazonaws.com", "eventName": "DescribeInstances",
       "eventTime": "2026-11-16T14:07:%s", %s "userIdentity": {"type": "AssumedRole",
         "arn": "arn:aws:sts::111122223333:assumed-role/%s/s"}, "requestParameters": {}}
      """;
  private static final String REFUSED = "\"errorCode\": \"Client.RequestLimitExceeded\",";
  private static final String RULE =
      """
      {"eventSource": "events.amazonaws.com", "eventName": "PutRule",
       "eventTime": "2026-11-16T14:05:02Z", "userIdentity": {"type": "IAMUser",
         "arn": "arn:aws:iam::111122223333:user/al"},
       "requestParameters": {"name": "crawler-run", "scheduleExpression": "rate(1 minute)"}}
      """;

  @Test
  void theNoisiestCallerIsCitedWithWhoChangedItsSchedule() {
    Finding finding = diagnose(8, 0);
    assertThat(finding.because())
        .extracting(c -> c.text())
        .contains(
            "in the minute before, `arn:aws:sts::111122223333:assumed-role/crawler/s` made 8 calls"
                + " of the service, the throttled caller 1",
            "`PutRule` of 2026-11-16T14:05:02Z by `arn:aws:iam::111122223333:user/al` changed what"
                + " bears its name: `crawler-run`, `rate(1 minute)`");
    assertThat(finding.fixes().getFirst().title())
        .startsWith("ask whoever runs it to slow it down");
    assertThat(finding.fixes()).extracting(Fix::text).noneMatch(t -> t.contains("lookup-events"));
  }

  @Test
  void whoIsNotKnownToBeAnotherIsBlamedOnlyWhereItIs() {
    Finding finding = diagnose(8, 1);
    assertThat(finding.because())
        .extracting(c -> c.text())
        .contains(
            "in the minute before, `arn:aws:sts::111122223333:assumed-role/crawler/s` made 9 calls"
                + " of the service");
    assertThat(finding.fixes().getLast().title()).startsWith("where that is another program, ask");
  }

  @Test
  void aFewCallsUseUpNoRate() {
    Finding finding = diagnose(2, 0);
    assertThat(finding.because()).hasSize(1);
    assertThat(finding.fixes()).extracting(Fix::text).anyMatch(t -> t.contains("lookup-events"));
  }

  /**
   * @param calls how many calls the crawler made
   * @param refused how many of its calls were refused besides
   */
  private static Finding diagnose(int calls, int refused) {
    List<String> trail = new ArrayList<>(List.of(RULE));
    trail.add(EVENT.formatted("33Z", REFUSED, "worker"));
    for (int i = 0; i < calls + refused; i++) {
      trail.add(EVENT.formatted("3" + i % 3 + "Z", i < refused ? REFUSED : "", "crawler"));
    }
    Outcome outcome =
        DIAGNOSER
            .diagnose(
                List.of(
                    new Artifact("err.txt", Artifact.Kind.TRACEBACK, THROTTLED),
                    new Artifact("trail.json", Artifact.Kind.TRAIL, String.join("\n", trail))))
            .failures()
            .getFirst()
            .verdicts()
            .stream()
            .filter(v -> v.id().equals("throttling/api-rate"))
            .findFirst()
            .orElseThrow()
            .outcome();
    assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) outcome).finding();
  }
}
