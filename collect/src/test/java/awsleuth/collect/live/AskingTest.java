package awsleuth.collect.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
