package awsleuth.iam.match;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request has for condition keys ("AWS global condition context keys", IAM user guide). */
class ViewTest {

  private static final String ROLE = "arn:aws:iam::111122223333:role/team/web";

  @Test
  void theRoleOfASessionIsTakenFromTheContextInAnyLetterCase() {
    View view = view(Context.of(Map.of("AWS:principalARN", ROLE)));
    assertThat(view.principalArn()).isEqualTo(ROLE);
    assertThat(view.pathKnown()).isTrue();
  }

  @Test
  void theRoleOfASessionIsOneWithoutPathWhereACompleteContextDoesNotTellIt() {
    View view = view(Context.EMPTY);
    assertThat(view.principalArn()).isEqualTo("arn:aws:iam::111122223333:role/web");
    assertThat(view.pathKnown()).isTrue();
  }

  @Test
  void thePathOfARoleIsNotKnownWhereItsArnIsNot() {
    assertThat(view(Context.OPEN).pathKnown()).isFalse();
    assertThat(view(Context.EMPTY.with("aws:PrincipalArn", ContextValue.UNKNOWN)).pathKnown())
        .isFalse();
  }

  private static View view(Context context) {
    Principal session =
        Principal.parse("arn:aws:sts::111122223333:assumed-role/web/i-1").orElseThrow();
    return new View(new Request(session, "s3:GetObject", "*", "", context), new KeyTable());
  }
}
