package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Calls;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.make.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Very many versions of one policy are looked through in good time. */
final class ManyChangesTest {

  private static final String ARN = "arn:aws:iam::111122223333:policy/data";
  private static final int VERSIONS = 60_000;
  private static final long FAILED = 1_000_000_000;

  @Test
  @Timeout(60)
  void sixty_thousand_versions_of_one_policy_take_seconds_for_two_hundred_groups() {
    Change one =
        TouchesTest.change(
            "iam CreatePolicyVersion \"policyArn\": \"%s\", \"setAsDefault\": true, \"policyDocument\": \"%s\""
                .formatted(
                    ARN,
                    Story.policy("Allow", "", "s3:*", "").replace("\n", "").replace("\"", "\\\"")));
    assertThat(one.document()).isNotEmpty();
    List<Change> changes = new ArrayList<>();
    Change attached =
        TouchesTest.change(
            "iam AttachRolePolicy \"roleName\": \"billing\", \"policyArn\": \"" + ARN + "\"");
    changes.add(at(attached, FAILED - 86_000_000));
    for (int i = 0; i < VERSIONS; i++) {
      changes.add(at(one, FAILED - 80_000_000 + i * 1000L));
    }
    List<Target> targets = new ArrayList<>();
    Sampled refused =
        TouchesTest.sampled("s3 GetObject !arn:aws:s3:::b/k", "billing", FAILED, "AccessDenied");
    Event e = refused.event();
    for (int i = 0; i < Targets.MOST; i++) {
      targets.add(
          new Target(
              new awsleuth.trail.time.Group(Calls.of(e), e.code()),
              FAILED - i,
              FAILED + 1,
              0,
              Optional.empty(),
              Target.Why.GROUP));
    }
    Samples samples = new Samples(targets);
    samples.add(e, refused.record());
    Inquiry inquiry = new Inquiry(changes, false, samples, Scope.ALL);
    for (Sample sample : samples.all()) {
      Incident incident = inquiry.look(sample).orElseThrow();
      assertThat(incident.others().undecided()).isGreaterThan(VERSIONS - 2_000);
    }
  }

  private static Change at(Change c, long time) {
    return new Change(
        SampleTest.at(c.event(), time, "f"),
        c.topic(),
        c.thing(),
        c.part(),
        c.document(),
        c.status(),
        1);
  }
}
