package awsleuth.trail.incident;

import static awsleuth.trail.make.Story.policy;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.change.Change;
import awsleuth.trail.change.Topic;
import awsleuth.trail.make.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes all the time does not hide what changes once. */
final class ShortlistTest {

  private static final String SCP = " with an explicit deny in a service control policy";
  private static final String ALLOW = policy("Allow", "\"*\"", "s3:*", "");
  private static final String DENY = policy("Deny", "", "s3:ListBucket", "");

  @Test
  void the_type_that_aws_names_is_decided_on_first() {
    Incident incident = only(crowded(DENY).lists(61, 90, SCP));
    assertThat(incident.cause())
        .isInstanceOfSatisfying(
            Cause.Changed.class,
            c -> assertThat(c.suspect().change().topic()).isEqualTo(Topic.ORGANISATION));
  }

  @Test
  void what_was_not_looked_at_is_told() {
    Others others =
        only(crowded(policy("Deny", "", "s3:GetObject", "")).lists(61, 90, SCP)).others();
    assertThat(others.undecided()).isEqualTo(302 - Shortlist.MOST);
    assertThat(others.areAll()).isFalse();
    Others few =
        only(new Story().putBucketPolicy(1, ALLOW).lists(2, 60).lists(61, 90, SCP)).others();
    assertThat(few.areAll()).isTrue();
  }

  @Test
  void each_kind_has_its_share() {
    Change key = TouchesTest.change("kms PutKeyPolicy \"keyId\": \"1a\"");
    List<Near> near = new ArrayList<>();
    Change grant = TouchesTest.change("kms CreateGrant \"keyId\": \"1a\"");
    for (int i = 0; i < 3_000; i++) {
      near.add(new Near(grant, Touch.RESOURCE));
    }
    near.add(new Near(key, Touch.RESOURCE));
    near.add(new Near(key, Touch.MAYBE));
    assertThat(Shortlist.of(near, _ -> false))
        .hasSize(Shortlist.MOST)
        .contains(new Near(key, Touch.RESOURCE), new Near(key, Touch.MAYBE));
    assertThat(Shortlist.of(near, n -> n.change().equals(grant)))
        .hasSize(Shortlist.MOST)
        .contains(new Near(key, Touch.RESOURCE));
  }

  /** The bucket's policy is written 300 times, and the organization's once. */
  private static Story crowded(String document) {
    Story story =
        new Story()
            .ofOrganisationPolicy(1, "AttachPolicy", "p-11111111", Story.ACCOUNT)
            .lists(2, 60)
            .updateOrganisationPolicy(60, "p-11111111", document);
    for (int i = 0; i < 300; i++) {
      story.putBucketPolicy(2 + i % 58, ALLOW);
    }
    return story;
  }

  private static Incident only(Story story) {
    List<Incident> incidents = Investigation.of(story.told(), Scope.ALL).incidents();
    assertThat(incidents).hasSize(1);
    return incidents.getFirst();
  }
}
