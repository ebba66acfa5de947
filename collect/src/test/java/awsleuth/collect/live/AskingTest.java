package awsleuth.collect.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awsleuth.testkit.ScriptedAws;
import awsleuth.testkit.ScriptedAws.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What one gathering keeps in mind. */
class AskingTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/app";

  @AutoClose private final Account account = new Account();

  @Test
  void whatStaysUnknownAfterTheReadingOfPoliciesBrokeOffIsNotOfThem() {
    Asking asking = account.asking();
    assertThatThrownBy(() ->
            asking.policiesOf(
                ROLE,
                () -> {
                  throw new IllegalStateException("a bug");
                }))
        .isInstanceOf(IllegalStateException.class);
    asking.leaveOpen("the policy of a bucket", "s3:GetBucketPolicy is not allowed");
    assertThat(asking.files().getOrDefault("awsleuth.json", ""))
        .contains("\"what\": \"the policies of " + ROLE + "\"", "awsleuth failed")
        .doesNotContain("bucket");
  }

  @Test
  void whatIsMetInAnotherRegionIsKnownInAll() {
    String expired = "<ErrorResponse><Error><Code>ExpiredToken</Code></Error></ErrorResponse>";
    account.aws().on("GetTopicAttributes", _ -> new Reply(403, expired));
    Asking asking = account.asking();
    Map<String, String> topic = Map.of("TopicArn", "arn:aws:sns:us-west-2:123456789012:t");
    Asking there = asking.in("us-west-2");
    assertThat(there.call("the policy", "sns", "GetTopicAttributes", topic)).isEmpty();
    assertThat(asking.hasExpired()).isTrue();
    there.then(new CallerIdentity(false, Optional.empty()));
    assertThat(asking.next()).hasSize(1);
  }

  @Test
  void aCallIsMadeOnceInEachRegion() {
    account.aws().on("ListTopics", ScriptedAws.result("ListTopics", ""));
    Asking asking = account.asking();
    for (String region : List.of("us-west-2", "us-west-2", "eu-west-1")) {
      asking.in(region).call("the topics", "sns", "ListTopics", Map.of());
    }
    assertThat(account.aws().asked("ListTopics"))
        .extracting(ScriptedAws.Asked::region)
        .containsExactly("us-west-2", "eu-west-1");
  }
}
